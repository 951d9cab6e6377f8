"""Writing CSL-JSON that Zotero reads: one list, sorted, the same in every run."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from bibliography.csl_parts import csl_date, csl_name
from bibliography.csl_reader import ARCHIVES
from bibliography.model import DATES, NAMES, Exported
from bibliography.texts import with_markup
from citations import FIELDS


def write_csl(works: Iterable[Exported]) -> str:
    """Return the file that holds *works*."""
    items = [_item(work) for work in works]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(work: Exported) -> dict[str, Any]:
    # Zotero takes the key from the second, citeproc from the first.
    item: dict[str, Any] = {"id": work.key, "citation-key": work.key}
    for name in FIELDS:
        if value := work.fields.get(name):
            item[ARCHIVES[0] if name == "archive" else name] = _value(name, value)
    if work.container:
        item["custom"] = {"container": work.container}
    return item


def _value(name: str, value: Any) -> Any:
    if name in NAMES:
        return [csl_name(each) for each in value]
    if name in DATES:
        return csl_date(value)
    if name in {"type", "URL", "archive", "language"}:
        return value
    return with_markup(value)

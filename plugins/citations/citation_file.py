"""Writing ``citations/<key>.yaml``: what `citations.citation` reads, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import yaml

from citations.keys import citation_key
from citations.yaml_fields import PLAIN
from files import write_new

# The fields of citations.FIELDS, in the order in which authors read them.
ORDER = (
    *("type", "title", "title-short", "original-title", "author", "editor", "translator"),
    *("container", "container-title", "publisher", "publisher-place"),
    *("volume", "issue", "number", "page", "section", "genre", "medium"),
    *("URL", "DOI", "ISBN", "ISSN", "language", "issued", "accessed", "archive"),
    *("abstract", "note"),
)
EMPTY: tuple[Any, ...] = (None, "", [], ())
# Ends of lines to YAML, which only an escape keeps.
_ODD_LINES = re.compile(r"[\r\x85\u2028\u2029]")


class _Dumper(yaml.SafeDumper):
    """Writes text without quotation marks wherever it is read back as the same text.

    The reader takes every value as text, so 2026-03-14, no and 1984 need none.
    """

    yaml_implicit_resolvers: ClassVar = {  # type: ignore[misc]  # the stubs say: an instance’s
        first: [(tag, shape) for tag, shape in resolvers if tag in PLAIN]
        for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        # A list stands further in than its name.
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    style = '"' if _ODD_LINES.search(text) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def citation_text(fields: Mapping[str, object]) -> str:
    """Return *fields* as the text of a citation's file.

    Values are texts, lists of names, or what can be said as text (a date, a number);
    empty ones are left out.  Raises ValueError at a field that a citation does not have.
    """
    if unknown := sorted(fields.keys() - set(ORDER)):
        raise ValueError(f"a citation has no field “{unknown[0]}”")
    stated = {name: _plain(fields[name]) for name in ORDER if fields.get(name) not in EMPTY}
    return yaml.dump(
        stated, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=float("inf")
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items() if part not in EMPTY}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value)


def write_citation(folder: Path, key: str, fields: Mapping[str, object]) -> Path:
    """Write *fields* to ``<key>.yaml`` in *folder*, whole or not at all; return its path.

    Raises FileExistsError where the key is taken, QuotationError where it is none,
    and ValueError at a field that a citation does not have.
    """
    text = citation_text(fields)
    path = folder / f"{citation_key(key)}.yaml"
    write_new(path, text.encode())
    return path

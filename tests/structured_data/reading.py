"""Reading a built site as search engines and other sites do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import extruct
import mf2py

from tests.support.building import Build


def data_of(build: Build, address: str) -> list[dict[str, Any]]:
    """Return the JSON-LD of the page at *address*."""
    return data_in(build.path(address))


def data_in(path: Path) -> list[dict[str, Any]]:
    """Return the JSON-LD of the page in *path*, one for each script."""
    text = path.read_text(encoding="utf-8")
    found = extruct.extract(text, syntaxes=["json-ld"], errors="strict")
    roots: list[dict[str, Any]] = found["json-ld"]
    # What extruct would mend in silence is a fault here.
    assert len(roots) == text.count('<script type="application/ld+json">')
    return roots


def items_of(build: Build, address: str, *, home: str) -> list[dict[str, Any]]:
    """Return the microformats of the page at *address* of the site at *home*."""
    parsed = mf2py.parse(
        doc=build.path(address).read_text(encoding="utf-8"), url=f"{home}/{address}"
    )
    items: list[dict[str, Any]] = parsed["items"]
    return items


def said(data: object) -> str:
    """Return *data* as a test can search it."""
    return json.dumps(data, ensure_ascii=False)

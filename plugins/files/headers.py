"""The metadata at the head of a Markdown file: ``Name: value`` lines, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# As Python-Markdown's meta extension reads them.
_FIELD = re.compile(r"^[ ]{0,3}(?P<name>[A-Za-z0-9_-]+):\s*(?P<value>.*)$")
_MORE = re.compile(r"^[ ]{4,}(?P<value>.+)$")
_BEGIN = re.compile(r"^-{3}")
_END = re.compile(r"^(?:-{3}|\.{3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The fields by their lower-case names, the line of each (from 1), and the text below."""

    fields: Mapping[str, str]
    lines: Mapping[str, int]
    body: str


def read_header(text: str) -> Header:
    """Part *text* as Python-Markdown's meta extension does."""
    fields: dict[str, str] = {}
    lines: dict[str, int] = {}
    rows = text.split("\n")
    start = 1 if rows and _BEGIN.match(rows[0]) else 0
    name, end = "", len(rows)
    for number in range(start, len(rows)):
        row = rows[number]
        if not row.strip() or _END.match(row):
            end = number + 1
            break
        if match := _FIELD.match(row):
            name = match["name"].lower()
            fields[name] = match["value"].strip()
            lines.setdefault(name, number + 1)
        elif name and (match := _MORE.match(row)):
            fields[name] = f"{fields[name]} {match['value'].strip()}".strip()
        else:
            end = number
            break
    return Header(fields=fields, lines=lines, body="\n".join(rows[end:]))

"""Cited works and the outlets they come from, as data."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# What a work is said to be, in CSL's terms: text, names, dates as YAML and JSON hold them.
Fields = Mapping[str, Any]

# The fields of a citation, in CSL's terms, in the order in which authors read them.
FIELDS = (
    *("type", "title", "title-short", "original-title", "author", "editor", "translator"),
    *("container", "container-title", "publisher", "publisher-place"),
    *("volume", "issue", "number", "page", "section", "genre", "medium"),
    *("URL", "DOI", "ISBN", "ISSN", "language", "issued", "accessed", "archive"),
    *("abstract", "note"),
)
NAME_FIELDS = frozenset({"given", "family", "literal"})

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's or an organisation's name, in CSL's terms."""

    given: str = ""
    family: str = ""
    literal: str = ""

    def __str__(self) -> str:
        return self.literal or f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date of which only the year, or the year and month, may be known (ISO 8601)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        if self.month:
            parts.append(f"{self.month:02}")
        if self.day:
            parts.append(f"{self.day:02}")
        return "-".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An outlet that is quoted: one file in ``content/sources/``."""

    slug: str
    title: str
    path: Path
    url: str = ""
    place: str = ""
    country: str = ""
    languages: tuple[str, ...] = ()
    kind: str = ""
    owner: str = ""
    since: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One cited work: one file in ``content/citations/``, in CSL's terms."""

    key: str
    path: Path
    type: str
    title: str = ""
    authors: tuple[Name, ...] = ()
    source: Source | None = None
    container_title: str = ""
    url: str = ""
    language: str = ""
    issued: PartialDate | None = None
    accessed: PartialDate | None = None
    archive: str = ""
    note: str = ""

    @property
    def outlet(self) -> str:
        """The outlet's name, or an empty text where none is recorded."""
        return self.source.title if self.source else self.container_title

    @property
    def snapshot(self) -> Path:
        """Where the text of the work as it was read is kept; the file may not exist."""
        return self.path.with_suffix(".txt")


def parse_date(text: str) -> PartialDate | None:
    """Return the date that *text* is in ISO 8601 (2026, 2026-03 or 2026-03-14), or None."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year = int(match["year"])
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    if year < 1 or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and month and not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return PartialDate(year=year, month=month, day=day)


def looks_like_date(text: str) -> bool:
    """Tell whether *text* was meant as a date, possible or not."""
    return re.fullmatch(r"\d{4}(?:[-./]\d+)+", text.strip()) is not None

"""Dates of which a part may be unknown."""

from __future__ import annotations

import calendar
import re

from citations.model import PartialDate

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


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

"""Dates as BibTeX (year, month, day) and biblatex (date, in EDTF) have them."""

from __future__ import annotations

import re
from collections.abc import Callable

from bibliography.csl_parts import put_date
from bibliography.draft import Draft
from bibliography.latex import from_latex
from bibliography.texts import one_line

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WORD = re.compile(r"[A-Za-z]{3,}")
_DAY = re.compile(r"\d{1,2}")
_DOUBT = re.compile(r"[~?%]$")

Take = Callable[[str], str]


def read_dates(draft: Draft, take: Take) -> None:
    """State when the work was published and read; *take* gives a field's LaTeX, once."""
    _read(draft, "issued", take("date"), take)
    accessed = take("urldate") or take("lastchecked") or take("accessed")
    _read_edtf(draft, "accessed", accessed)


def _read(draft: Draft, field: str, date: str, take: Take) -> None:
    """Read `date`; year, month and day say the same with less, and are read where it is none."""
    year, month, day = (one_line(_text(draft, take(name))) for name in ("year", "month", "day"))
    if date:
        _read_edtf(draft, field, date)
    elif year or month:
        number, in_month = _month(month)
        day = day or in_month
        if month and not number:
            draft.leave_out("month", f"“{month}” is no month")
        put_date(draft, field, "-".join(part for part in (year, number, number and day) if part))


def _month(text: str) -> tuple[str, str]:
    """Return the number of the month, and the day where *text* is “14 mar”."""
    if text.isdecimal():
        return text, ""
    word, day = _WORD.search(text), _DAY.search(text)
    name = word[0][:3].lower() if word else ""
    number = str(MONTHS.index(name) + 1) if name in MONTHS else ""
    return number, day[0] if day else ""


def _read_edtf(draft: Draft, field: str, value: str) -> None:
    start, slash, end = one_line(value).partition("/")
    if slash:
        draft.leave_out(f"the end of {field}", end or "open")
    if _DOUBT.search(start):
        draft.leave_out(f"{field}.circa", start)
        start = start[:-1]
    put_date(draft, field, start)


def _text(draft: Draft, value: str) -> str:
    try:
        return from_latex(value)
    except ValueError as error:
        draft.fail(str(error))
        return ""

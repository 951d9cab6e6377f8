"""Names and dates as BibTeX and biblatex have them.

Names are “Nino Example and van Beethoven, Ludwig and {The Desk}”, split into words by
bibtexparser, which follows BibTeX's own rules; “family=…, given=…” is biblatex's (its manual,
“Name Lists”). Dates are year, month and day, or biblatex's date, in EDTF.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from bibliography.csl_parts import joined, put_date
from bibliography.draft import Draft
from bibliography.latex import from_latex, to_latex
from bibliography.texts import one_line

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WORD = re.compile(r"[A-Za-z]{3,}")
_DAY = re.compile(r"\d{1,2}")
_DOUBT = re.compile(r"[~?%]$")

Take = Callable[[str], str]
OTHERS = "others"
AND_OTHERS = re.compile(r"\band\s+others\s*$", re.IGNORECASE)
_NAMED_PART = re.compile(r"\s*(?P<part>family|given|prefix|suffix|useprefix)(?:-i)?\s*=\s*")
_BRACE = re.compile(r"(?<!\\)[{}]")
_COMMA = re.compile(r",(?![^{}]*\})")
_AND = re.compile(r"\band\b", re.IGNORECASE)


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


def read_names(value: str) -> list[dict[str, str]]:
    """Return the names in *value*, without the “and others” that AND_OTHERS finds.

    Raises ValueError, with what to mend, where one is none.
    """
    try:
        names = split_multiple_persons_names(AND_OTHERS.sub("", value))
        return [name for each in names if (name := _name(each.strip()))]
    except InvalidNameError as error:
        raise ValueError(f"the name “{error.name}” cannot be read: {error.reason}") from error


def _name(value: str) -> dict[str, str]:
    if _is_one_group(value):
        return _stated(literal=value)
    if _NAMED_PART.match(value):
        return _named(value)
    parts = parse_single_name_into_parts(value)
    family = joined(" ".join(parts.von), " ".join(parts.last))
    return _stated(given=" ".join(parts.first), family=joined(family, " ".join(parts.jr)))


def _named(value: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for piece in _COMMA.split(value):
        if match := _NAMED_PART.match(piece):
            parts[match["part"]] = piece[match.end() :].strip()
    family = joined(parts.get("prefix", ""), parts.get("family", ""))
    return _stated(given=parts.get("given", ""), family=joined(family, parts.get("suffix", "")))


def _stated(**parts: str) -> dict[str, str]:
    texts = {name: one_line(from_latex(text)) for name, text in parts.items()}
    return {name: text for name, text in texts.items() if text}


def _is_one_group(value: str) -> bool:
    """Tell whether braces hold all of *value*: then it is the name of no person."""
    depth = 0
    for match in _BRACE.finditer(value):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return value.startswith("{") and match.end() == len(value)
    return False


def bibtex_name(name: Mapping[str, str]) -> str:
    """Return *name* so that `read_names` gives it back; of a `literal`, nothing else."""
    if literal := name.get("literal"):
        return f"{{{to_latex(literal)}}}"
    family, given = (_part(name.get(part, "")) for part in ("family", "given"))
    return family if not name.get("given") and _is_one_word(family) else f"{family}, {given}"


def _is_one_word(family: str) -> bool:
    return not re.search(r"[ ~]|^\{", family) and family != OTHERS


def _part(text: str) -> str:
    """Return a part of a name; in braces where BibTeX would read more into it."""
    latex = to_latex(text)
    plain = latex and not _AND.search(text) and not re.search(r"[,={}\\]", latex)
    return latex if plain else f"{{{latex}}}"

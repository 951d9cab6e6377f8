"""Names and dates as CSL-JSON has them, and as a citation has them.

Both are read as the specification of CSL 1.0.2 describes them (“CSL-JSON”, and
“Names” and “Dates” there), and as Zotero and citeproc-js write them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bibliography.draft import Draft
from bibliography.texts import one_line, with_markup, without_markup
from citations import parse_date

NAME_PARTS = ("given", "family", "literal")
_AFFIXES = frozenset({"dropping-particle", "non-dropping-particle", "suffix"})
# These say how a name is sorted and set; there is nothing in them to print.
_MANNERS = frozenset({"comma-suffix", "static-ordering", "parse-names", "comma-dropping-particle"})
_JOINED = ("'", "’", "ʼ", "-")
_CLOCK = re.compile(r"(?<=\d)[T ]\d{2}:\d{2}.*$")
_LOOSE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
# What a date says beyond its day.
_SHADES = ("season", "circa")


def read_names(draft: Draft, field: str, value: object) -> None:
    """State the names of *value*, which CSL has as a list of objects."""
    if not isinstance(value, list):
        draft.fail(f'“{field}” is no list of names: [{{"family": …, "given": …}}]')
        return
    draft.put_names(field, [_name(draft, field, each) for each in value])


def _name(draft: Draft, field: str, value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        draft.fail(f'“{field}” holds “{value}”; a name is {{"family": …, "given": …}}')
        return {}
    parts: dict[str, str] = {}
    for name, part in value.items():
        if name in _MANNERS or part in (None, "", [], {}):
            continue
        if name not in NAME_PARTS and name not in _AFFIXES:
            draft.leave_out(f"{field}.{name}")
        elif isinstance(part, str):
            parts[name] = one_line(without_markup(part))
        else:
            draft.fail(f"“{name}” of “{field}” is no text")
    return _without_affixes(parts)


def _without_affixes(parts: dict[str, str]) -> dict[str, str]:
    """Put “van”, “de” and “Jr.” where a reader finds them: “Ludwig van” “Beethoven”."""
    given, family = parts.get("given", ""), parts.get("family", "")
    given = joined(given, parts.get("dropping-particle", ""))
    family = joined(joined(parts.get("non-dropping-particle", ""), family), parts.get("suffix", ""))
    return {
        name: text
        for name, text in zip(NAME_PARTS, (given, family, parts.get("literal", "")), strict=True)
        if text
    }


def joined(first: str, second: str) -> str:
    """Return two parts of a name as one: “d’” and “Alembert” without a space."""
    apart = "" if first.endswith(_JOINED) else " "
    return f"{first}{apart}{second}" if first and second else first or second


def csl_name(name: Mapping[str, str]) -> dict[str, str]:
    """Return a citation's name as CSL-JSON has it."""
    return {
        part: with_markup(name[part]) for part in ("family", "given", "literal") if part in name
    }


def read_date(draft: Draft, field: str, value: object) -> None:
    """State the date of *value*: an object, or a text of ISO 8601."""
    if isinstance(value, str):
        value = {"raw": value}
    if not isinstance(value, Mapping):
        draft.fail(f'“{field}” is no date: {{"date-parts": [[2026, 3, 14]]}}')
        return
    for shade in _SHADES:
        if value.get(shade) not in (None, "", False, 0, "0", "false"):
            draft.leave_out(f"{field}.{shade}", str(value[shade]))
    if parts := value.get("date-parts"):
        _read_parts(draft, field, parts)
        return
    said = value.get("raw") or value.get("literal") or ""
    put_date(draft, field, said if isinstance(said, str) else str(said))


def _read_parts(draft: Draft, field: str, dates: Any) -> None:
    right = isinstance(dates, list) and all(isinstance(date, list) for date in dates)
    if not right or any(
        type(part) not in {int, str, type(None)} for date in dates for part in date
    ):
        draft.fail(f"“date-parts” of “{field}” is no list of lists: [[2026, 3, 14]]")
        return
    written = [_written(date) for date in dates]
    put_date(draft, field, written[0])
    if len(written) > 1 and written[1]:
        draft.leave_out(f"the end of {field}", written[1])


def _written(parts: list[int | str | None]) -> str:
    texts = [str(part).strip() for part in parts if part not in (None, "")]
    return "-".join([*(year.zfill(4) for year in texts[:1]), *texts[1:]])


def put_date(draft: Draft, field: str, text: str) -> None:
    """State a date as 2026, 2026-03 or 2026-03-14; leave out, and say so, what is none."""
    text = one_line(text)
    match = _LOOSE.fullmatch(_CLOCK.sub("", text))
    parts = [part.zfill(2) for part in match.groups() if part] if match else []
    date = parse_date("-".join(parts))
    if date:
        draft.put(field, str(date))
    elif text:
        draft.leave_out(field, f"“{text}” is no date")


def csl_date(text: str) -> dict[str, list[list[int]]]:
    """Return the date 2026, 2026-03 or 2026-03-14 as date-parts."""
    return {"date-parts": [[int(part) for part in text.strip().split("-")]]}

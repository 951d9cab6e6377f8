"""What an article says was corrected after it was published."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from citations import parse_date
from quotations.model import Correction
from verification import QuotationError

_CORRECTION = re.compile(r"(?P<date>\d[\d-]*)[:,]?\s+(?P<text>.+)")


def corrections_in(metadata: Mapping[str, Sequence[str]]) -> tuple[Correction, ...]:
    """Return the corrections of ``Correction: 2026-04-02 What was wrong.`` lines.

    Raises QuotationError where a line does not begin with a date.
    """
    return tuple(_correction(line) for line in metadata.get("correction", ()) if line.strip())


def _correction(line: str) -> Correction:
    match = _CORRECTION.fullmatch(line.strip())
    date = parse_date(match["date"]) if match else None
    if match is None or date is None:
        raise QuotationError(
            f"“{line}” does not begin with a date; write “Correction: 2026-04-02 What was wrong.”",
            "correction",
        )
    return Correction(date=date, text=match["text"])

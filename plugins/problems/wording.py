"""Words of what is told: numbers, and what somebody may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return “1 word”, “2 words”; *plural* where an s does not make it."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return “; did you mean X?” for the closest of *known*, or an empty text."""
    close = nearest(word, known)
    return f"; did you mean {close}?" if close else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return which of *known* is closest to *word*, or an empty text where none is close."""
    by_fold = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else ""

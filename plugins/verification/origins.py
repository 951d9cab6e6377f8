"""The way back from a folded line to the characters that it was folded from."""

from __future__ import annotations

import unicodedata

from verification.characters import FOLDS
from verification.folding import FOOTNOTE, fold, superscripts_that_refer


def origin_of_start(raw: str, folded: str, place: int) -> int:
    """Return where in *raw* the letter, digit or symbol that is folded[place] stands."""
    shifted = place + len(raw) - len(folded)
    # Folding drops the space that a tail may begin with.
    if fold(raw[shifted:]) == folded[place:] and not raw[shifted : shifted + 1].isspace():
        return shifted
    origins = _origins(raw, folded)
    count = _count(folded[:place])
    at = origins[count] if count < len(origins) else len(raw.rstrip())
    for char in folded[place:]:
        if char.isalnum() or at == 0 or raw[at - 1].isalnum() or raw[at - 1].isspace():
            break
        at -= 1
    return at


def origin_of_end(raw: str, folded: str, place: int) -> int:
    """Return the place in *raw* after the letter, digit or symbol before folded[place]."""
    if fold(raw[:place]) == folded[:place] and not raw[:place][-1:].isspace():
        return place
    origins = _origins(raw, folded)
    count = min(_count(folded[:place]), len(origins))
    at = origins[count - 1] + 1 if count else 0
    for char in reversed(folded[:place]):
        if char.isalnum() or at == len(raw) or raw[at].isalnum():
            break
        at += 1
    while at < len(raw) and unicodedata.category(raw[at])[0] == "M":
        at += 1
    return len(raw[:at].rstrip())


def _count(text: str) -> int:
    return sum(map(str.isalnum, text))


def _origins(raw: str, folded: str) -> list[int]:
    """Return for each letter and digit of *folded* its place in *raw*.

    Folding moves punctuation and spaces, but of letters and digits it drops only footnote
    marks, and of what it decomposes each part comes from the same place.
    """
    origins = _places(raw, frozenset())
    if len(origins) == _count(folded):
        return origins
    dropped = {at for found in FOOTNOTE.finditer(raw) for at in range(*found.span())}
    for span in superscripts_that_refer(raw):
        dropped.update(range(*span))
    return _places(raw, frozenset(dropped))


def _places(raw: str, dropped: frozenset[int]) -> list[int]:
    return [
        at
        for at, char in enumerate(raw)
        if at not in dropped
        for letter in FOLDS.get(char, char)
        if letter.isalnum()
    ]

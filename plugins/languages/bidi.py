"""Marks that turn the direction of writing (Unicode Standard Annex 9, section 2)."""

from __future__ import annotations

import unicodedata

EMBEDDINGS, POP_EMBEDDING = frozenset("\u202a\u202b\u202d\u202e"), "\u202c"
ISOLATES, POP_ISOLATE = frozenset("\u2066\u2067\u2068"), "\u2069"
MARKS = EMBEDDINGS | ISOLATES | {POP_EMBEDDING, POP_ISOLATE}
STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def direction_of(text: str) -> str:
    """Return "ltr" or "rtl", as the first letter of *text* is written; "" where it has none."""
    found = (STRONG.get(unicodedata.bidirectional(each)) for each in text)
    return next(filter(None, found), "")


def closed(text: str) -> str:
    """Return *text* without the marks that nothing closes, or that close nothing.

    They would turn what follows the text on a page.
    """
    if MARKS.isdisjoint(text):
        return text
    open_marks: list[tuple[str, int]] = []
    stray: set[int] = set()
    for place, mark in enumerate(text):
        if mark in EMBEDDINGS or mark in ISOLATES:
            open_marks.append((mark, place))
        elif mark == POP_EMBEDDING:
            if open_marks and open_marks[-1][0] in EMBEDDINGS:
                open_marks.pop()
            else:
                stray.add(place)
        elif mark == POP_ISOLATE:
            stray |= _close_isolate(open_marks, place)
    stray |= {place for _, place in open_marks}
    return "".join(each for place, each in enumerate(text) if place not in stray)


def _close_isolate(open_marks: list[tuple[str, int]], place: int) -> set[int]:
    """Close the last isolate, and return the places of what is stray because of it."""
    if not any(mark in ISOLATES for mark, _ in open_marks):
        return {place}
    stray = set()
    while open_marks[-1][0] not in ISOLATES:
        stray.add(open_marks.pop()[1])
    open_marks.pop()
    return stray

"""The chain of fragments, in order, that leaves out least."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from verification.occurrences import Hit
from verification.parts import Kind, Mark
from verification.words import is_boundary, is_core, words_of

MOST_WORDS = 250
# No text has words this long for a whole gap; it only ends the search.
_MOST_CHARACTERS = MOST_WORDS * 40


def chain(
    rows: Sequence[Sequence[Hit]],
    joints: Sequence[tuple[Mark, ...]],
    text: str,
    *,
    bounded: bool = True,
) -> list[Hit] | None:
    """Return one hit of each row, in order, so that the least text lies between them.

    joints[i] are the marks between row i and row i + 1; unless *bounded* is false, they
    say what may lie there.
    """
    steps: list[list[tuple[int, int]]] = [[(0, -1)] * len(rows[0])]
    for row in range(1, len(rows)):
        before = [
            (hit, steps[-1][place][0], place)
            for place, hit in enumerate(rows[row - 1])
            if steps[-1][place][0] >= 0
        ]
        ends = [hit.end for hit, _, _ in before]
        marks = joints[row - 1] if bounded else None
        steps.append(
            [_best(before, bisect_right(ends, hit.start), hit, marks, text) for hit in rows[row]]
        )
    return _backwards(rows, steps)


def _best(
    before: Sequence[tuple[Hit, int, int]],
    count: int,
    hit: Hit,
    marks: tuple[Mark, ...] | None,
    text: str,
) -> tuple[int, int]:
    """Return the least that is left out up to *hit*, and by which predecessor; or (-1, -1).

    The predecessors are the first *count* of *before*.
    """
    best = (-1, -1)
    # No slice of them: where a source repeats a word, there are tens of thousands.
    for at in range(count - 1, -1, -1):
        previous, cost, place = before[at]
        gap = hit.start - previous.end
        if (marks is not None and gap > _MOST_CHARACTERS) or 0 <= best[0] <= gap:
            break
        if (best[0] < 0 or cost + gap < best[0]) and (
            marks is None or may_lie_between(marks, text, previous.end, hit.start)
        ):
            best = (cost + gap, place)
    return best


def _backwards(
    rows: Sequence[Sequence[Hit]], steps: Sequence[Sequence[tuple[int, int]]]
) -> list[Hit] | None:
    last = [(cost, place) for place, (cost, _) in enumerate(steps[-1]) if cost >= 0]
    if not last:
        return None
    place = min(last)[1]
    chosen: list[Hit] = []
    for row in range(len(rows) - 1, -1, -1):
        chosen.append(rows[row][place])
        place = steps[row][place][1]
    return chosen[::-1]


def may_lie_between(marks: tuple[Mark, ...], text: str, start: int, end: int) -> bool:
    """Tell whether *marks* can stand for the words in text[start:end]."""
    kinds = {mark.kind for mark in marks}
    if kinds & {Kind.ELISION, Kind.INSERTION}:
        # Counting spaces is cheap, and almost always enough.
        gap = text[start:end]
        return gap.count(" ") < MOST_WORDS or len(words_of(gap)) <= MOST_WORDS
    start, end = without_ends_of_words(marks, text, start, end)
    return not any(map(is_core, text[start:end]))


def without_ends_of_words(
    marks: tuple[Mark, ...], text: str, start: int, end: int
) -> tuple[int, int]:
    """Return the gap without the ends of those words at its edges that brackets touch."""
    while marks[0].before and start < end and not is_boundary(text, start):
        start += 1
    while marks[-1].after and start < end and not is_boundary(text, end):
        end -= 1
    return start, end

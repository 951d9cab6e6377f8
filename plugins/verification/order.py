"""The chain of fragments, in order, that leaves out least."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from verification.marks import Kind, Mark
from verification.occurrences import Hit
from verification.words import is_boundary, is_core, words_of

MOST_WORDS = 250
# No text has words this long for a whole gap; it only ends the search.
_MOST_CHARACTERS = MOST_WORDS * 40


@dataclass(frozen=True, slots=True)
class _Link:
    """A hit that a chain reaches, what is left out up to its end, and the link before it."""

    hit: Hit
    omitted: int = 0
    before: _Link | None = None


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
    links = [_Link(hit) for hit in rows[0]]
    for row, marks in zip(rows[1:], joints, strict=True):
        links = _extended(links, row, marks if bounded else None, text)
    best = min(links, key=lambda link: link.omitted, default=None)
    chosen: list[Hit] = []
    while best:
        chosen.append(best.hit)
        best = best.before
    return chosen[::-1] or None


def _extended(
    links: Sequence[_Link], row: Sequence[Hit], marks: tuple[Mark, ...] | None, text: str
) -> list[_Link]:
    """Return the best link for each hit of *row* that any of *links* leads to.

    What lies too far behind one hit does so behind all that follow: each link is looked at
    once, and left once.
    """
    extended = []
    ahead = deque(links)
    # Those that may come before the hit; of two, the later where it leaves out no more.
    near: deque[_Link] = deque()
    for hit in row:
        while ahead and ahead[0].hit.end <= hit.start:
            link = ahead.popleft()
            while near and _reach(near[-1]) >= _reach(link):
                near.pop()
            near.append(link)
        while near and marks is not None and not _leads(near[0].hit, hit, marks, text):
            near.popleft()
        if near:
            omitted = near[0].omitted + hit.start - near[0].hit.end
            extended.append(_Link(hit, omitted, near[0]))
    return extended


def _reach(link: _Link) -> int:
    return link.omitted - link.hit.end


def _leads(before: Hit, after: Hit, marks: tuple[Mark, ...], text: str) -> bool:
    return after.start - before.end <= _MOST_CHARACTERS and may_lie_between(
        marks, text, before.end, after.start
    )


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

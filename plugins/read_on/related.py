"""Pieces that are like another: they quote the same people and outlets, or share its tags."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from heapq import nlargest

from contract.piece import Piece, tags_of
from contract.text import text_of
from read_on.model import Related
from verification import fold

MOST = 3
# Of each person, outlet, tag and section, so many of the newest pieces are looked at: so the
# work grows with the number of pieces, and not with its square.
LOOKED_AT = 20
# What sharing one weighs: no number of the next kind makes up for one of these.
PERSON, OUTLET, TAG, SECTION = 10**9, 10**6, 10**3, 1

Key = tuple[int, str]


def related(
    pieces: Iterable[Piece], *, apart: Mapping[int, Set[int]]
) -> Iterator[tuple[Piece, tuple[Related, ...]]]:
    """Yield each of *pieces*, oldest first, with the older ones that are most like it.

    People count before outlets, these before tags, these before the section; of two that are
    as like, the newer comes first. Older ones, so that a new piece changes no page but its own.
    *apart* says which pieces, by ``id()``, are not to be named with which.
    """
    known: list[Piece] = []
    places: defaultdict[Key, deque[int]] = defaultdict(lambda: deque(maxlen=LOOKED_AT))
    for place, piece in enumerate(pieces):
        shared = _shared(piece)
        likeness: dict[int, int] = defaultdict(int)
        for key in shared:
            for other in places[key]:
                likeness[other] += key[0]
        if excluded := apart.get(id(piece)):
            likeness = {at: w for at, w in likeness.items() if id(known[at]) not in excluded}
        best = [at for _, at in nlargest(MOST, zip(likeness.values(), likeness, strict=True))]
        yield (
            piece,
            tuple(Related(piece=known[at], quotes=_both_quote(shared, places, at)) for at in best),
        )
        known.append(piece)
        for key in shared:
            places[key].append(place)


def _shared(piece: Piece) -> dict[Key, str]:
    """Return what *piece* may share with others, and how it is called where it is quoted."""
    cited = [quotation.cited for quotation in text_of(piece).quotations]
    people = {(PERSON, _folded(each.person)): each.person for each in cited if each.person}
    outlets = {
        (OUTLET, each.source.slug if each.source else _folded(each.outlet)): each.outlet
        for each in cited
        if each.outlet
    }
    tags = {(TAG, str(tag)): "" for tag in tags_of(piece)}
    return {**people, **outlets, **tags, (SECTION, str(piece.category)): ""}


def _both_quote(shared: Mapping[Key, str], places: Mapping[Key, deque[int]], other: int) -> str:
    """Return the first person, else the first outlet, that the piece at *other* quotes too."""
    return next((name for key, name in shared.items() if name and other in places[key]), "")


@cache
def _folded(name: str) -> str:
    return fold(name).casefold()

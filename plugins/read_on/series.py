"""Series: which pieces belong to one, in which order, and what can be wrong with that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from contract.piece import Piece
from contract.text import text_of
from metadata.checks import near_misses
from problems import Severity
from read_on.model import PartOfSeries, Series

# Nobody counts further; a longer run of digits is a date or a slip.
LONGEST_NUMBER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class InSeries:
    """A piece with what its metadata says: the name of a series, and the number, or 0."""

    piece: Piece
    name: str
    number: int = 0


def read_number(text: str) -> int:
    """Return the number of a part, 0 where it states none; raise ValueError if it is no number."""
    text = text.strip()
    if not text:
        return 0
    if not text.isdecimal() or len(text) > LONGEST_NUMBER or int(text) == 0:
        raise ValueError(f"“{text}” is no number of a part; write it as 2")
    return int(text)


def all_series(entries: Iterable[InSeries]) -> Iterator[Series]:
    """Yield the series that *entries*, oldest first, make up, each in one language.

    Parts with a number come in its order; those without follow them, oldest first.
    """
    for (_, name), own in _by_series(entries).items():
        ordered = sorted(own, key=lambda each: each.number or float("inf"))
        parts: list[PartOfSeries] = []
        for each in ordered:
            number = each.number or (parts[-1].number + 1 if parts else 1)
            parts.append(PartOfSeries(number=number, piece=each.piece))
        yield Series(name=name, parts=tuple(parts))


def check(entries: Sequence[InSeries]) -> None:
    """Tell what is wrong with *entries*: a number twice, and a name one slip from another."""
    for (_, name), own in _by_series(entries).items():
        first: dict[int, InSeries] = {}
        for each in own:
            if each.number and each.number in first:
                taken = (
                    f"is “{first[each.number].piece.slug}” already; give this piece another number"
                )
                message = f"part {each.number} of “{name}” {taken}"
                text_of(each.piece).tell(message, "series-part", "part")
            first.setdefault(each.number, each)
    for rare, common in near_misses(entry.name for entry in entries):
        piece = next(entry.piece for entry in entries if entry.name == rare)
        message = f"the series “{rare}” is one slip away from “{common}”; is it the same?"
        text_of(piece).tell(message, "series-name", "series", severity=Severity.WARNING)


def _by_series(entries: Iterable[InSeries]) -> dict[tuple[str, str], list[InSeries]]:
    found: defaultdict[tuple[str, str], list[InSeries]] = defaultdict(list)
    for each in entries:
        found[each.piece.lang, each.name].append(each)
    return found

"""Finding a quotation in its source, in each way that both may be read."""

from __future__ import annotations

from collections.abc import Iterator

from verification.fold import fold
from verification.found import Found
from verification.marks import read
from verification.occurrences import Hit, find_all, find_exact
from verification.order import chain
from verification.parts import Kind, Parts, Reading
from verification.snapshots import Snapshot
from verification.source_text import SourceText
from verification.tables import ELLIPSIS
from verification.words import next_stops


def locate(parts: Parts, snapshot: Snapshot, language: str) -> Found | None:
    """Return where the quotation stands in the source, or None."""
    for source in snapshot.readings(parts.text):
        for reading in readings(parts, source):
            if hits := _place(reading, source, language):
                return Found(source=source, reading=reading, hits=tuple(hits))
    return None


def readings(parts: Parts, source: SourceText) -> Iterator[Reading]:
    """Return the ways to understand the quotation, the likelier first.

    A bracket or an ellipsis may be the source's own; a letter in brackets may be a change
    of case, or of the word.
    """
    if not parts.marks:
        yield read(parts)
        return
    nothing: frozenset[int] = frozenset()
    places = range(len(parts.marks))
    recased = frozenset(place for place in places if parts.marks[place].changes_case)
    present = frozenset(place for place in places if _stands_in(source, parts, place))
    options = [(present, recased - present), (nothing, recased)]
    options += [(present, nothing), (nothing, nothing)]
    for literal, cased in dict.fromkeys(options):
        yield read(parts, literal=literal, recased=cased)


def likeliest(parts: Parts, source: SourceText) -> Reading:
    """Return the reading to compare with *source* where none is found in it."""
    return next(option for option in readings(parts, source) if option.fragments)


def _stands_in(source: SourceText, parts: Parts, place: int) -> bool:
    """Tell whether the mark, with a word on either side, is the source's own."""
    mark = parts.marks[place]
    if (ELLIPSIS if mark.kind is Kind.ELISION else "[") not in source.folded:
        return False
    left, right = parts.texts[place], parts.texts[place + 1]
    before = left[len(left.rstrip()) - len((left.split() or [""])[-1]) :]
    after = right[: len(right) - len(right.lstrip()) + len((right.split() or [""])[0])]
    return fold(before + mark.written + after) in source.folded


def _place(reading: Reading, source: SourceText, language: str) -> list[Hit] | None:
    if not reading.fragments:
        return None
    hits = _exactly(reading, source) or _in_any_case(reading, source, language)
    if hits and reading.last_stops <= next_stops(source.folded, hits[-1].end):
        return hits
    return None


def _exactly(reading: Reading, source: SourceText) -> list[Hit] | None:
    if len(reading.fragments) == 1:
        hit = next(find_exact(reading.fragments[0], source), None)
        return [hit] if hit else None
    return _chained([list(find_exact(each, source)) for each in reading.fragments], reading, source)


def _in_any_case(reading: Reading, source: SourceText, language: str) -> list[Hit] | None:
    rows = [find_all(each, source, language) for each in reading.fragments]
    return _chained(rows, reading, source)


def _chained(rows: list[list[Hit]], reading: Reading, source: SourceText) -> list[Hit] | None:
    return chain(rows, reading.joints[1:-1], source.folded) if all(rows) else None

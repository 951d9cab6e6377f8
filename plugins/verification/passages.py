"""A text taken over from its source: where its passages stand there, and what lies between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verification.found import in_order
from verification.marks import Kind, Parts, split_marks
from verification.occurrences import Budget, Hit, find_all
from verification.order import chain
from verification.readings import read, readings
from verification.snapshot import Snapshot
from verification.source_text import SourceText
from verification.words import edges, words_of

# A page has a byline above its text, and words about itself below.
EDGE_WORDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Words of the source that are in no passage, though no mark says so.

    *passage* is the index of the passage after them, or of the last one. *line* is theirs
    in the snapshot.
    """

    passage: int
    words: int
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How the passages go through their source.

    *displaced* is the index of the first that stands further up than the ones before it.
    """

    displaced: int | None = None
    left_out: tuple[LeftOut, ...] = ()


def course_of(passages: Sequence[str], snapshot: Snapshot, language: str) -> Course:
    """Follow *passages* through *snapshot*; those that are not in it are passed over."""
    source = snapshot.plain
    parts = [split_marks(passage) for passage in passages]
    rows = {number: _hits(each, source, language) for number, each in enumerate(parts)}
    rows = {number: hits for number, hits in rows.items() if hits}
    hits = _in_order(list(rows.values()), source)
    if hits is None:
        return Course(displaced=_displaced(rows, source))
    return Course(left_out=tuple(_left_out(dict(zip(rows, hits, strict=True)), parts, source)))


def _hits(parts: Parts, source: SourceText, language: str) -> list[Hit]:
    """Return the places that hold the whole passage; with marks, the tightest."""
    budget = Budget() if len(parts.marks) > 1 else None
    for reading in readings(parts, source.folded):
        rows = [find_all(each, source, language, budget=budget) for each in reading.fragments]
        if len(rows) == 1 and rows[0]:
            return rows[0]
        if rows and (hits := in_order(rows, reading, source)):
            return [Hit(start=hits[0].start, end=hits[-1].end)]
    return []


def _in_order(rows: Sequence[Sequence[Hit]], source: SourceText) -> list[Hit] | None:
    between: list[tuple[()]] = [()] * (len(rows) - 1)
    return chain(rows, between, source.folded, bounded=False) if rows else []


def _displaced(rows: dict[int, list[Hit]], source: SourceText) -> int:
    numbers, hits = list(rows), list(rows.values())
    ends = range(1, len(numbers) + 1)
    return next(numbers[end - 1] for end in ends if _in_order(hits[:end], source) is None)


def _left_out(
    places: dict[int, Hit], parts: Sequence[Parts], source: SourceText
) -> Iterator[LeftOut]:
    """Return what no passage has; beside one that differs, nobody can say what that is."""
    joints = [read(each).joints for each in parts]
    worded = [number for number, each in enumerate(joints) if len(each) > 1]
    for before, after in pairwise([-1, *worded, len(parts)]):
        outer = before < 0 or after == len(parts)
        marks = [*(joints[before][-1] if before >= 0 else ())]
        marks += [mark for each in joints[before + 1 : after] for joint in each for mark in joint]
        marks += joints[after][0] if after < len(parts) else ()
        known = {before, after} - {-1, len(parts)} <= places.keys()
        if not known or any(mark.kind is Kind.ELISION for mark in marks):
            continue
        start = places[before].end if before >= 0 else 0
        end = places[after].start if after < len(parts) else len(source.folded)
        count = len(words_of(source.folded[start:end]))
        if count > (EDGE_WORDS if outer else 0):
            first, last = edges(source.folded[start:end])
            yield LeftOut(
                passage=min(after, len(parts) - 1),
                words=count,
                text=source.own(start + first, start + last),
                line=source.line_at(start + first),
            )

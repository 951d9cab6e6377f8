"""A quotation that was found in its source: where, and what lies between its fragments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from verification.marks import Kind, Mark, Parts
from verification.occurrences import Budget, Hit, find_all, find_exact
from verification.order import chain, without_ends_of_words
from verification.readings import Fragment, Reading, readings
from verification.snapshot import Snapshot
from verification.source_text import SourceText
from verification.words import is_boundary, is_core, next_stops, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What the source has between two fragments, and the marks that stand for it.

    The ends of words that brackets touch are no part of it.
    """

    start: int
    end: int
    words: tuple[str, ...]
    marks: tuple[Mark, ...]

    @property
    def is_elision(self) -> bool:
        """Whether a mark of elision stands for it, and not a bracket alone."""
        return any(mark.kind is Kind.ELISION for mark in self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """A word that brackets alter: as *written*, and in the source, from *start* to *end*.

    *rest* is where the source's letters are that the bracket stands for.
    """

    written: str
    start: int
    end: int
    rest: tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Found:
    """A reading of the quotation, and the place of each of its fragments in the source."""

    source: SourceText
    reading: Reading
    hits: tuple[Hit, ...]

    @property
    def fragments(self) -> tuple[Fragment, ...]:
        """The fragments, one for each hit."""
        return self.reading.fragments

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What lies between the fragments, in order."""
        joints = self.reading.joints[1:-1]
        pairs = zip(self.hits, self.hits[1:], joints, strict=False)
        return tuple(self._gap(before.end, after.start, marks) for before, after, marks in pairs)

    def _gap(self, start: int, end: int, marks: tuple[Mark, ...]) -> Gap:
        start, end = without_ends_of_words(marks, self.source.folded, start, end)
        words = tuple(words_of(self.source.folded[start:end]))
        return Gap(start=start, end=end, words=words, marks=marks)

    def altered(self, joint: int, mark: Mark) -> Altered:
        """Return the word that *mark*, one of joints[*joint*], alters."""
        text = self.source.folded
        before = self.hits[joint - 1].end if joint else 0
        after = self.hits[joint].start if joint < len(self.hits) else len(text)
        place = before if mark.before else after
        start, end = word_around(text, place)
        head = self.fragments[joint - 1].text if mark.before else ""
        tail = self.fragments[joint].text if mark.after and joint < len(self.hits) else ""
        return Altered(
            written=head[word_around(head, len(head))[0] :]
            + mark.written
            + tail[: word_around(tail, 0)[1]],
            start=start,
            end=end,
            rest=(place, min(end, after)) if mark.before else (max(start, before), place),
        )

    def alterations(self) -> Iterator[Altered]:
        """Return all words that brackets alter."""
        for joint, marks in enumerate(self.reading.joints):
            for mark in marks:
                if mark.kind is Kind.ALTERATION:
                    yield self.altered(joint, mark)


def word_around(text: str, place: int) -> tuple[int, int]:
    """Return where the word that *place* is in, or at the edge of, begins and ends."""
    start = end = place
    while start > 0 and (is_core(text[start - 1]) or not is_boundary(text, start)):
        start -= 1
    while end < len(text) and (is_core(text[end]) or not is_boundary(text, end)):
        end += 1
    return start, end


def locate(parts: Parts, snapshot: Snapshot, language: str) -> Found | None:
    """Return where the quotation stands in the source, in the first reading that is there."""
    budget = Budget()
    for source in snapshot.readings(parts.text):
        for reading in readings(parts, source.folded):
            if hits := _hits(reading, source, language, budget):
                return Found(source=source, reading=reading, hits=tuple(hits))
    return None


def _hits(reading: Reading, source: SourceText, language: str, budget: Budget) -> list[Hit] | None:
    fragments = reading.fragments
    hits: list[Hit] | None = None
    if len(fragments) == 1:
        first = next(find_exact(fragments[0], source), None)
        hits = [first] if first else find_all(fragments[0], source, language)[:1]
    elif fragments:
        exact = (list(find_exact(each, source, budget)) for each in fragments)
        others = (find_all(each, source, language, budget=budget) for each in fragments)
        hits = in_order(exact, reading, source) or in_order(others, reading, source)
    if hits and reading.last_stops <= next_stops(source.folded, hits[-1].end):
        return hits
    return None


def in_order(
    rows: Iterable[Sequence[Hit]], reading: Reading, source: SourceText
) -> list[Hit] | None:
    """Return one hit of the row of each fragment, the tightest chain of them, or None."""
    found = []
    for row in rows:
        if not row:
            return None
        found.append(row)
    return chain(found, reading.joints[1:-1], source.folded)

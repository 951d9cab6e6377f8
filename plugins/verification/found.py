"""A quotation that was found in its source: where, and what lies between its fragments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from verification.model import Insertion, Piece
from verification.occurrences import Hit
from verification.order import without_ends_of_words
from verification.parts import (
    Fragment,
    Kind,
    Mark,
    Reading,
)
from verification.source_text import SourceText
from verification.words import (
    edges,
    is_boundary,
    is_core,
    words_of,
)


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


def collate(found: Found) -> tuple[Piece, ...]:
    """Return the source's own text from the first fragment to the last, in pieces.

    It is empty where no word was left out: it would say the same as the quotation.
    """
    if not any(gap.words for gap in found.gaps):
        return ()
    source = found.source
    spans = [source.span(hit.start, hit.end) for hit in found.hits]
    pieces: list[Piece] = []
    at = spans[0][0]
    for gap, (_, kept), (following, _) in zip(found.gaps, spans, spans[1:], strict=False):
        if gap.words:
            start, end = source.omitted(gap.start, gap.end, kept, following)
            pieces.append(Piece(text=source.shown(at, start)))
            pieces.append(Piece(text=source.shown(start, end), omitted=True))
            at = end
    return (*pieces, Piece(text=source.shown(at, spans[-1][1])))


def insertions(found: Found) -> tuple[Insertion, ...]:
    """Return what the editors put in, and what it stands for where that can be told."""
    return tuple(
        Insertion(text=mark.text, replaces=_replaced(found, joint, mark))
        for joint, marks in enumerate(found.reading.joints)
        for mark in marks
        if mark.kind is not Kind.ELISION
    )


def _replaced(found: Found, joint: int, mark: Mark) -> str:
    if mark.kind is Kind.ALTERATION:
        return found.source.own(*found.altered(joint, mark).rest)
    is_inside = 0 < joint < len(found.hits)
    if mark.kind is Kind.SIC or not is_inside or len(found.reading.joints[joint]) > 1:
        return ""
    gap = found.gaps[joint - 1]
    start, end = edges(found.source.folded[gap.start : gap.end])
    return found.source.own(gap.start + start, gap.start + end)

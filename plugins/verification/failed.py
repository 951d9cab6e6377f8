"""Quotations that are not in their source: drifted from it, or absent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, ScoreAlignment

from verification.differences import ANOTHER_ORDER, UNMARKED, compare
from verification.folding import caseless
from verification.marks import Parts
from verification.model import Difference, Result, Verification
from verification.occurrences import Hit, find_all
from verification.order import MOST_WORDS, chain, may_lie_between
from verification.readings import Fragment, Reading, likeliest
from verification.snapshot import Snapshot
from verification.source_text import SourceText
from verification.words import (
    edges,
    first_of,
    is_boundary,
    next_stops,
    words_of,
)

DRIFTED_SCORE = 70.0
DRIFTED_WORDS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the folded text, whole words, and how near it is (0 to 100)."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A fragment, the places that hold it, and the passage nearest to it."""

    fragment: Fragment
    hits: Sequence[Hit]
    passage: Passage
    words: int
    in_order: int


def explain(parts: Parts, snapshot: Snapshot, language: str) -> Verification:
    """Return how the quotation differs from the passage nearest to it, if one is near."""
    source = next(iter(snapshot.readings(parts.text)))
    reading = likeliest(parts, source.folded)
    near = [_near(fragment, source, language) for fragment in reading.fragments]
    words = sum(each.words for each in near)
    score = sum(each.passage.score * each.words for each in near) / words
    if score < DRIFTED_SCORE or sum(each.in_order for each in near) < words * DRIFTED_WORDS:
        return Verification(result=Result.ABSENT, words=words)
    missing = [each for each in near if not each.hits]
    differences, note = (
        _compared(missing, source, language)
        if missing
        else _unchained(near, reading, source, language)
    )
    return Verification(
        result=Result.DRIFTED,
        words=words,
        differences=differences,
        note=note,
        line=source.line_at(_start((missing or near)[0], source, language)),
    )


def _start(near: Near, source: SourceText, language: str) -> int:
    """Return where the passage begins; its first words may belong to what stands before it."""
    wanted = frozenset(words_of(caseless(near.fragment.text, language)))
    passage = near.passage
    return first_of(wanted, source.caseless(language), passage.start, passage.end)


def _near(fragment: Fragment, source: SourceText, language: str) -> Near:
    words = words_of(caseless(fragment.text, language))
    hits = find_all(fragment, source, language, lenient=True)
    if hits:
        passage, in_order = Passage(start=hits[0].start, end=hits[0].end, score=100.0), len(words)
    else:
        passage = _nearest_passage(fragment.text, source, language)
        window = source.caseless(language)[slice(*_widened(passage, source.folded))]
        in_order = LCSseq.similarity(words, words_of(window))
    return Near(fragment=fragment, hits=hits, passage=passage, words=len(words), in_order=in_order)


def _nearest_passage(words: str, source: SourceText, language: str) -> Passage:
    """Return the passage nearest to folded *words*."""
    wanted, text = caseless(words, language), source.caseless(language)
    if len(wanted) >= len(text):
        return Passage(start=0, end=len(text), score=fuzz.ratio(wanted, text))
    near = fuzz.partial_ratio_alignment(wanted, text) or ScoreAlignment(0.0, 0, 0, 0, 0)
    start, end = near.dest_start, near.dest_end
    while not is_boundary(text, start):
        start -= 1
    while not is_boundary(text, end):
        end += 1
    return Passage(start=start, end=end, score=near.score)


def _widened(passage: Passage, text: str) -> tuple[int, int]:
    """Return the passage with as many words on both sides as might belong to it."""
    margin = 40 + (passage.end - passage.start) // 2
    start = text.rfind(" ", 0, max(0, passage.start - margin)) + 1
    end = text.find(" ", min(len(text), passage.end + margin))
    return start, end if end >= 0 else len(text)


def _compared(
    missing: Sequence[Near], source: SourceText, language: str
) -> tuple[tuple[Difference, ...], str]:
    found = [
        compare(each.fragment, source, _widened(each.passage, source.folded), language)
        for each in missing
    ]
    notes = {comparison.note for comparison in found}
    differences = tuple(each for comparison in found for each in comparison.differences)
    return differences, notes.pop() if len(notes) == 1 else ""


def _unchained(
    near: Sequence[Near], reading: Reading, source: SourceText, language: str
) -> tuple[tuple[Difference, ...], str]:
    """Say why fragments that are all in the source do not make the quotation."""
    joints = reading.joints[1:-1]
    if added := _added_stops(near, reading, source, language):
        return added, "only punctuation differs"
    hits = chain([each.hits for each in near], joints, source.folded, bounded=False)
    if not hits:
        return (), ANOTHER_ORDER
    gaps = [(before.end, after.start) for before, after in pairwise(hits)]
    start, end = next(
        gap
        for gap, marks in zip(gaps, joints, strict=True)
        if not may_lie_between(marks, source.folded, *gap)
    )
    left_out = source.folded[start:end]
    count = len(words_of(left_out))
    if count > MOST_WORDS:
        return (), f"{count} words lie between the parts; quote them one by one"
    first, last = edges(left_out)
    return (), f"{UNMARKED}: “{source.own(start + first, start + last)}”"


def _added_stops(
    near: Sequence[Near], reading: Reading, source: SourceText, language: str
) -> tuple[Difference, ...]:
    """Return where question and exclamation marks were added."""
    added = [
        Difference(quoted=each.fragment.raw.strip(), source=_own(source, each.hits[0]))
        for each in near
        if not find_all(each.fragment, source, language)
    ]
    after = near[-1].hits[-1].end
    if not reading.last_stops <= next_stops(source.folded, after):
        added.append(Difference(quoted="".join(sorted(reading.last_stops)), source=""))
    return tuple(added)


def _own(source: SourceText, hit: Hit) -> str:
    return source.own(hit.start, hit.end)

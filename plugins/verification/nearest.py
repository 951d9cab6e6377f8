"""The passage of a source that is nearest to words which are not in it."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import ScoreAlignment

from verification.fold import caseless
from verification.source_text import SourceText
from verification.words import is_boundary


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the folded text, whole words, and how near it is (0 to 100)."""

    start: int
    end: int
    score: float


def nearest_passage(words: str, source: SourceText, language: str) -> Passage:
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


def widened(passage: Passage, text: str) -> tuple[int, int]:
    """Return the passage with as many words on both sides as might belong to it."""
    margin = 40 + (passage.end - passage.start) // 2
    start = text.rfind(" ", 0, max(0, passage.start - margin)) + 1
    end = text.find(" ", min(len(text), passage.end + margin))
    return start, end if end >= 0 else len(text)

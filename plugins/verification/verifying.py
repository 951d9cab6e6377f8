"""Comparing a quotation with its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verification.cautions import cautions_of
from verification.folding import PLAIN
from verification.found import Found, locate
from verification.marks import Kind, Mark, split_marks
from verification.model import (
    Insertion,
    Piece,
    Position,
    QuotationError,
    Result,
    Verification,
)
from verification.occurrences import Case
from verification.readings import read
from verification.snapshot import Snapshot
from verification.words import edges, words_of

_WORD_FOR_WORD = frozenset({Case.SAME, Case.FIRST})


def verify(
    paragraphs: Sequence[str] | str, snapshot: Snapshot | None, *, language: str
) -> Verification:
    """Return what comparing *paragraphs*, in *language*, with *snapshot* finds.

    Raises QuotationError where the quotation cannot be compared as it is written.
    """
    parts = split_marks(joined(paragraphs))
    found = locate(parts, snapshot, language) if snapshot else None
    if found:
        return _passed(found, language)
    if not parts.closed and snapshot:
        raise QuotationError(
            "a square bracket has no partner; close what the editors put in: [so]",
            "unbalanced-brackets",
        )
    if not read(parts).fragments:
        raise QuotationError(
            "no word of the source is left in the quotation; quote at least one",
            "no-quoted-words",
        )
    if snapshot is None:
        return Verification()
    # Imported where it is needed: most builds have no quotation that fails.
    from verification.failed import explain

    return explain(parts, snapshot, language)


def joined(paragraphs: Sequence[str] | str) -> str:
    """Return the text of a quotation; between its paragraphs there is only white space."""
    return paragraphs if isinstance(paragraphs, str) else "\n".join(paragraphs)


def _passed(found: Found, language: str) -> Verification:
    reading = found.reading
    marks = reading.marks
    words = sum(_count(fragment.text) for fragment in found.fragments)
    put_in = tuple(_insertions(found)) if marks else ()
    spans = tuple(found.source.span(hit.start, hit.end) for hit in found.hits)
    cases = {hit.case for hit in found.hits}
    edited = reading.is_edited or not cases <= _WORD_FOR_WORD
    return Verification(
        result=Result.EDITED if edited else Result.VERBATIM,
        positions=tuple(Position(start=start, end=end) for start, end in spans),
        words=words,
        omitted_words=sum(len(gap.words) for gap in found.gaps) if marks else 0,
        elisions=sum(mark.kind is Kind.ELISION for mark in marks),
        insertions=put_in,
        collation=_collation(found, spans) if marks else (),
        cautions=cautions_of(found, put_in, language, quoted=words),
        line=found.source.line_at(found.hits[0].start),
        note=_note(cases),
    )


def _count(folded: str) -> int:
    """Return how many words *folded* has; where it is plain, its spaces tell."""
    return folded.count(" ") + 1 if PLAIN.fullmatch(folded) else len(words_of(folded))


def _note(cases: set[Case]) -> str:
    if Case.CAPITALS in cases:
        return "the source has these words in capitals"
    return "a first letter differs in its case" if Case.FIRST in cases else ""


def _collation(found: Found, spans: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """Return the source's own text from the first fragment to the last, in pieces.

    It is empty where no word was left out: it would say the same as the quotation.
    """
    if not any(gap.words for gap in found.gaps):
        return ()
    source = found.source
    pieces: list[Piece] = []
    at = spans[0][0]
    for gap, (_, kept), (following, _) in zip(found.gaps, spans, spans[1:], strict=False):
        if gap.words:
            start, end = source.omitted(gap.start, gap.end, kept, following)
            pieces.append(Piece(text=source.shown(at, start)))
            pieces.append(Piece(text=source.shown(start, end), omitted=True))
            at = end
    return (*pieces, Piece(text=source.shown(at, spans[-1][1])))


def _insertions(found: Found) -> Iterator[Insertion]:
    """Return what the editors put in, and what it stands for where that can be told."""
    for joint, marks in enumerate(found.reading.joints):
        for mark in marks:
            if mark.kind is not Kind.ELISION:
                yield Insertion(text=mark.text, replaces=_replaced(found, joint, mark))


def _replaced(found: Found, joint: int, mark: Mark) -> str:
    if mark.kind is Kind.ALTERATION:
        return found.source.own(*found.altered(joint, mark).rest)
    is_inside = 0 < joint < len(found.hits)
    if mark.kind is Kind.SIC or not is_inside or len(found.reading.joints[joint]) > 1:
        return ""
    gap = found.gaps[joint - 1]
    start, end = edges(found.source.folded[gap.start : gap.end])
    return found.source.own(gap.start + start, gap.start + end)

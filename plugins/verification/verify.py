"""Comparing a quotation with its source."""

from __future__ import annotations

from collections.abc import Sequence

from verification.cautions import cautions_of
from verification.errors import QuotationError
from verification.fold import PLAIN
from verification.found import Found, collate, insertions
from verification.locate import locate
from verification.marks import read, split_marks
from verification.model import UNCHECKED, Result, Verification
from verification.occurrences import Case
from verification.parts import Kind
from verification.snapshots import Snapshot
from verification.words import words_of

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
        return UNCHECKED
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
    put_in = insertions(found) if marks else ()
    cases = {hit.case for hit in found.hits}
    edited = reading.is_edited or not cases <= _WORD_FOR_WORD
    return Verification(
        result=Result.EDITED if edited else Result.VERBATIM,
        words=words,
        omitted_words=sum(len(gap.words) for gap in found.gaps) if marks else 0,
        elisions=sum(mark.kind is Kind.ELISION for mark in marks),
        insertions=put_in,
        collation=collate(found) if marks else (),
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

"""The end of an address that leads to the quoted words (WICG, Scroll to Text Fragment)."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from verification.marks import split_marks
from verification.model import QuotationError, Verification
from verification.readings import read
from verification.snapshot import Snapshot
from verification.source_text import own_lines, text_of
from verification.verifying import joined

# So many words are given whole; of more, these at either end.
MOST_WORDS = 10
END_WORDS = 4


def text_fragment(
    paragraphs: Sequence[str] | str, found: Verification, snapshot: Snapshot | None
) -> str:
    """Return the value for ``#:~:text=``: the first fragment, in the wording of its source.

    Where it was not *found* there, its own wording; where there are no words, an empty text.
    """
    if found.positions and snapshot:
        first = found.positions[0]
        lines = own_lines(snapshot.text[first.start : first.end])
    else:
        lines = [_own_words(joined(paragraphs))]
    words = [each for line in lines if (each := line.split())]
    if not words:
        return ""
    if len(words) == 1 and len(words[0]) <= MOST_WORDS:
        return _encoded(words[0])
    # A browser looks for each end within one paragraph.
    return f"{_encoded(words[0][:END_WORDS])},{_encoded(words[-1][-END_WORDS:])}"


def _own_words(quotation: str) -> str:
    """Return the first fragment of *quotation* as it is written, or an empty text."""
    try:
        fragments = read(split_marks(quotation)).fragments
    except QuotationError:
        return ""
    if not fragments:
        return ""
    own = text_of(fragments[0].raw)
    start = own.folded.find(fragments[0].text)
    return own.own(start, start + len(fragments[0].text))


def _encoded(words: Sequence[str]) -> str:
    # The hyphen and the comma have a meaning of their own in text fragments.
    return quote(" ".join(words), safe="").replace("-", "%2D")

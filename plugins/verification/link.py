"""The end of an address that leads to the quoted words (WICG, Scroll to Text Fragment)."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from verification.errors import QuotationError
from verification.locate import locate
from verification.marks import read, split_marks
from verification.parts import Parts
from verification.snapshots import Snapshot
from verification.source_text import text_of
from verification.verify import joined

# So many words are given whole; of more, these at either end.
MOST_WORDS = 10
END_WORDS = 4


def text_fragment(paragraphs: Sequence[str] | str, snapshot: Snapshot | None) -> str:
    """Return the value for ``#:~:text=``: the first fragment, in the wording of its source.

    Where it is not there, its own wording; where there are no words, an empty text.
    """
    try:
        parts = split_marks(joined(paragraphs))
    except QuotationError:
        return ""
    lines = [line.split() for line in _lines(parts, snapshot)]
    lines = [words for words in lines if words]
    if not lines:
        return ""
    if len(lines) == 1 and len(lines[0]) <= MOST_WORDS:
        return _encoded(lines[0])
    # A browser looks for each end within one paragraph.
    return f"{_encoded(lines[0][:END_WORDS])},{_encoded(lines[-1][-END_WORDS:])}"


def _lines(parts: Parts, snapshot: Snapshot | None) -> list[str]:
    if snapshot and (found := locate(parts, snapshot, "")):
        return found.source.own_lines(found.hits[0].start, found.hits[0].end)
    fragments = read(parts).fragments
    if not fragments:
        return []
    own = text_of(fragments[0].raw)
    start = own.folded.find(fragments[0].text)
    return own.own_lines(start, start + len(fragments[0].text))


def _encoded(words: Sequence[str]) -> str:
    # The hyphen and the comma have a meaning of their own in text fragments.
    return quote(" ".join(words), safe="").replace("-", "%2D")

"""Marks of editing in a quotation: elisions and brackets, and the text that they part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from verification.characters import INVISIBLE, OVERRIDES
from verification.model import QuotationError

_DOTS = r"(?:…|\.{3,}|\.(?:\s+\.){2,})+"
_ELISION = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|<\s*{_DOTS}\s*>|{_DOTS}")
_MARK = re.compile(rf"{_ELISION.pattern}|[\[\]]")
# Much faster to rule out; what begins no mark is most of what is quoted.
_MAY_BE_MARKED = re.compile(r"[\[\]…]|\.\s*\.")
_SIC = re.compile(r"\s*sic\s*!?\s*", re.IGNORECASE)
# Joiners are letters to those who read them; a soft hyphen may say how a line was broken.
_KEPT = "\u200c\u200d\xad"
_INVISIBLE = re.compile("[" + re.escape("".join(set(INVISIBLE) - set(_KEPT))) + r"]|\xad(?!\s)")
# Marks, until a fragment is folded, a letter whose case was changed: no text may hold it.
RECASED = "\ufdd0"


class Kind(StrEnum):
    """What a mark says that the editors did."""

    ELISION = "elision"
    INSERTION = "insertion"
    SIC = "sic"
    ALTERATION = "alteration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark as it was written; *text* is what stands in the brackets.

    *before* and *after* tell that letters of the same word touch it there.
    """

    kind: Kind
    written: str
    text: str = ""
    before: bool = False
    after: bool = False

    @property
    def changes_case(self) -> bool:
        """Whether it may be a letter whose case was changed, as in [t]he."""
        return self.kind is Kind.ALTERATION and len(self.text) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A quotation as it was written: texts[0], marks[0], texts[1], and so on.

    *closed* is false where its brackets do not match; then they are no marks.
    """

    texts: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    closed: bool = True

    @property
    def text(self) -> str:
        """The whole, as written."""
        pairs = zip(self.texts, [*(mark.written for mark in self.marks), ""], strict=True)
        return "".join(text + written for text, written in pairs)


def split_marks(text: str) -> Parts:
    """Split *text* at its marks; of nested brackets the outermost count.

    Raises QuotationError for characters that reverse the text.
    """
    if any(char in text for char in OVERRIDES):
        raise QuotationError(
            "the quotation holds a character that reverses the letters after it"
            " (LRO or RLO); type it anew without",
            "bidi-override",
        )
    if not text.isascii():
        text = _INVISIBLE.sub("", text).replace(RECASED, "")
    if not _MAY_BE_MARKED.search(text):
        return Parts(texts=(text,))
    texts: list[str] = []
    marks: list[Mark] = []
    start = 0
    for found in _MARK.finditer(text):
        if found.start() < start:
            continue
        end = found.end() if found[0] not in ("[", "]") else _closing(text, found.start())
        if not end:
            return Parts(texts=(text,), closed=False)
        texts.append(text[start : found.start()])
        marks.append(_mark(text, found.start(), end))
        start = end
    return Parts(texts=(*texts, text[start:]), marks=tuple(marks))


def _closing(text: str, at: int) -> int:
    """Return the place after the bracket that closes the one at *at*, or 0."""
    depth = 0
    if text[at] == "]":
        return 0
    for place in range(at, len(text)):
        depth += {"[": 1, "]": -1}.get(text[place], 0)
        if depth == 0:
            return place + 1
    return 0


def _mark(text: str, start: int, end: int) -> Mark:
    written = text[start:end]
    if _ELISION.fullmatch(written):
        return Mark(kind=Kind.ELISION, written=written)
    content = written[1:-1]
    if _SIC.fullmatch(content):
        return Mark(kind=Kind.SIC, written=written, text=content)
    first, last = content[:1], content[-1:]
    before = start > 0 and text[start - 1].isalpha() and (not first or first.isalpha())
    after = text[end : end + 1].isalpha() and (not last or last.isalpha())
    return Mark(
        kind=Kind.ALTERATION if before or after else Kind.INSERTION,
        written=written,
        text=content.strip(),
        before=before,
        after=after,
    )

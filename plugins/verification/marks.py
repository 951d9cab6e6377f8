"""Marks of editing in a quotation: elisions and brackets, and the fragments they part."""

from __future__ import annotations

import re
from collections.abc import Collection

from verification.errors import QuotationError
from verification.fold import fold
from verification.parts import (
    Fragment,
    Kind,
    Mark,
    Parts,
    Reading,
)
from verification.tables import ELLIPSIS, INVISIBLE, OVERRIDES
from verification.words import STOPS, edges, is_core

_DOTS = r"(?:…|\.{3,}|\.(?:\s+\.){2,})+"
_ELISION = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|<\s*{_DOTS}\s*>|{_DOTS}")
_MARK = re.compile(rf"{_ELISION.pattern}|[\[\]]")
# Much faster to rule out; what begins no mark is most of what is quoted.
_MAY_BE_MARKED = re.compile(r"[\[\]…]|\.\s*\.")
_SIC = re.compile(r"\s*sic\s*!?\s*", re.IGNORECASE)
_KEPT = "\u200c\u200d"
_INVISIBLE = re.compile("[" + re.escape("".join(set(INVISIBLE) - set(_KEPT))) + "]")
# Marks, until a fragment is folded, a letter whose case was changed: no text may hold it.
_FLAG = "\ufdd0"
_FLAGGED = re.compile(_FLAG)
# They are left at the edges of a fragment only where they are words of the source.
_LITERAL = "[]" + ELLIPSIS


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
        text = _INVISIBLE.sub("", text).replace(_FLAG, "")
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


def read(parts: Parts, *, literal: Collection[int] = (), recased: Collection[int] = ()) -> Reading:
    """Return the fragments and joints of *parts*.

    The marks whose places are in *literal* are words of the source, and those in *recased*
    are letters whose case was changed.
    """
    reader = _Reader()
    for place, (text, mark) in enumerate(zip(parts.texts, parts.marks, strict=False)):
        reader.words += text
        if place in literal:
            reader.words += mark.written
        elif place in recased:
            reader.words += _FLAG + mark.text
        else:
            reader.close(mark)
    reader.words += parts.texts[-1]
    reader.close(None)
    return Reading(
        fragments=tuple(reader.fragments),
        joints=tuple(reader.joints),
        last_stops=reader.stops if reader.joints[-1] else frozenset(),
    )


class _Reader:
    """Collects fragments; stretches without a word join the marks beside them."""

    def __init__(self) -> None:
        self.words = ""
        self.stops: frozenset[str] = frozenset()
        self.fragments: list[Fragment] = []
        self.joints: list[tuple[Mark, ...]] = [()]

    def close(self, mark: Mark | None) -> None:
        """End the fragment before *mark*, or the last one."""
        if fragment := self._fragment(mark):
            self.fragments.append(fragment)
            self.joints.append(())
        self.stops = STOPS.intersection(self.words)
        if mark:
            self.joints[-1] += (mark,)
        self.words = ""

    def _fragment(self, mark: Mark | None) -> Fragment | None:
        marked = fold(self.words)
        folded = marked.replace(_FLAG, "")
        start, end = edges(folded, keep=_LITERAL)
        if not any(map(is_core, folded[start:end])):
            return None
        flags = [at.start() for at in _FLAGGED.finditer(marked)] if _FLAG in marked else []
        return Fragment(
            text=folded[start:end],
            raw=self.words.replace(_FLAG, ""),
            opening=STOPS.intersection(folded[:start]),
            closing=STOPS.intersection(folded[end:]),
            loose=frozenset(place - count - start for count, place in enumerate(flags)),
            open_start=bool(self.joints[-1]) and self.joints[-1][-1].after,
            open_end=mark is not None and mark.before,
        )

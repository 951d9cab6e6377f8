"""Marks of editing in a quotation: elisions and brackets, and the fragments they part."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quotations.errors import QuotationError
from quotations.verification.fold import fold
from quotations.verification.tables import ELLIPSIS, INVISIBLE, OVERRIDES
from quotations.verification.words import STOPS, edges, is_core

_DOTS = r"(?:…|\.{3,}|\.(?:\s\.){2,})+"
_ELISION = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|<\s*{_DOTS}\s*>|{_DOTS}")
_SIC = re.compile(r"\s*sic\s*!?\s*", re.IGNORECASE)
_KEPT = "\u200c\u200d"
_INVISIBLE = re.compile("[" + re.escape("".join(set(INVISIBLE) - set(_KEPT))) + "]")
# Marks, until a fragment is folded, a letter whose case was changed: no text may hold it.
_FLAG = "\ufdd0"
# They are left at the edges of a fragment only where they are words of the source.
_LITERAL = "[]" + ELLIPSIS


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
class Fragment:
    """Words between two marks, folded and without the punctuation at their edges.

    *opening* and *closing* are the question and exclamation marks that stood there.
    *loose* are the places of letters whose case the editors changed.
    *raw* is the fragment as written, and *offset* where its words begin in it, folded.
    """

    text: str
    raw: str
    offset: int = 0
    opening: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    loose: frozenset[int] = frozenset()
    open_start: bool = False
    open_end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to understand a quotation: joints[0] stands before fragments[0], and so on."""

    fragments: tuple[Fragment, ...]
    joints: tuple[tuple[Mark, ...], ...]
    last_stops: frozenset[str] = frozenset()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks in order."""
        return tuple(mark for joint in self.joints for mark in joint)

    @property
    def is_edited(self) -> bool:
        """Whether anything was left out, put in or changed."""
        return bool(self.marks) or any(fragment.loose for fragment in self.fragments)


def split_marks(text: str) -> tuple[list[str | Mark], bool]:
    """Return stretches of words and marks in turn, and whether all brackets are closed.

    The outermost brackets win. Raises QuotationError for characters that reverse the text.
    """
    if any(char in text for char in OVERRIDES):
        raise QuotationError(
            "the quotation holds a character that reverses the letters after it"
            " (LRO or RLO); type it anew",
            "bidi-override",
        )
    text = _INVISIBLE.sub("", text).replace(_FLAG, "")
    parts: list[str | Mark] = []
    at = start = 0
    while at < len(text):
        if elision := _ELISION.match(text, at):
            mark, end = Mark(kind=Kind.ELISION, written=elision[0]), elision.end()
        elif text[at] == "[" and (end := _closing(text, at)):
            mark = _bracket(text, at, end)
        elif text[at] in "[]":
            return [text], False
        else:
            at += 1
            continue
        parts += [text[start:at], mark]
        at = start = end
    return [*parts, text[start:]], True


def _closing(text: str, at: int) -> int:
    """Return the place after the bracket that closes the one at *at*, or 0."""
    depth = 0
    for place in range(at, len(text)):
        depth += {"[": 1, "]": -1}.get(text[place], 0)
        if depth == 0:
            return place + 1
    return 0


def _bracket(text: str, start: int, end: int) -> Mark:
    content = text[start + 1 : end - 1]
    if _SIC.fullmatch(content):
        return Mark(kind=Kind.SIC, written=text[start:end], text=content)
    first, last = content[:1], content[-1:]
    before = start > 0 and text[start - 1].isalpha() and (not first or first.isalpha())
    after = text[end : end + 1].isalpha() and (not last or last.isalpha())
    return Mark(
        kind=Kind.ALTERATION if before or after else Kind.INSERTION,
        written=text[start:end],
        text=content.strip(),
        before=before,
        after=after,
    )


def read(
    parts: Sequence[str | Mark], *, literal: Collection[int] = (), recased: Collection[int] = ()
) -> Reading:
    """Return the fragments and joints of *parts*.

    The marks whose places are in *literal* are words of the source, and those in *recased*
    are letters whose case was changed.
    """
    reader = _Reader()
    for place, part in enumerate(parts):
        if isinstance(part, str):
            reader.words += part
        elif place in literal:
            reader.words += part.written
        elif place in recased:
            reader.words += _FLAG + part.text
        else:
            reader.close(part)
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
        flags = [place for place, char in enumerate(marked) if char == _FLAG]
        return Fragment(
            text=folded[start:end],
            raw=self.words.replace(_FLAG, ""),
            offset=start,
            opening=STOPS.intersection(folded[:start]),
            closing=STOPS.intersection(folded[end:]),
            loose=frozenset(place - count - start for count, place in enumerate(flags)),
            open_start=bool(self.joints[-1]) and self.joints[-1][-1].after,
            open_end=mark is not None and mark.before,
        )

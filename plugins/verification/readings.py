"""The ways to understand a quotation: which of its marks are the source's own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from verification.characters import ELLIPSIS
from verification.folding import fold
from verification.marks import RECASED, Kind, Mark, Parts
from verification.words import STOPS, edges, is_core

_RECASED = re.compile(RECASED)
# They are left at the edges of a fragment only where they are words of the source.
_LITERAL = "[]" + ELLIPSIS


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """Words between two marks, folded and without the punctuation at their edges.

    *opening* and *closing* are the question and exclamation marks that stood there.
    *recased* are the places of letters whose case the editors changed.
    *open_start* and *open_end* tell that a mark touches a word there.
    *raw* is the fragment as written.
    """

    text: str
    raw: str
    opening: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    recased: frozenset[int] = frozenset()
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
        return bool(self.marks) or any(fragment.recased for fragment in self.fragments)


def readings(parts: Parts, source: str) -> Iterator[Reading]:
    """Return the ways to understand the quotation beside folded *source*, the likelier first.

    A bracket or an ellipsis may be the source's own; a letter in brackets may be a change
    of case, or of the word.
    """
    if not parts.marks:
        yield read(parts)
        return
    nothing: frozenset[int] = frozenset()
    places = range(len(parts.marks))
    recased = frozenset(place for place in places if parts.marks[place].changes_case)
    present = frozenset(place for place in places if _stands_in(source, parts, place))
    options = [(present, recased - present), (nothing, recased)]
    options += [(present, nothing), (nothing, nothing)]
    for literal, cased in dict.fromkeys(options):
        yield read(parts, literal=literal, recased=cased)


def likeliest(parts: Parts, source: str) -> Reading:
    """Return the reading to compare with *source* where none is found in it."""
    return next(option for option in readings(parts, source) if option.fragments)


def _stands_in(source: str, parts: Parts, place: int) -> bool:
    """Tell whether the mark, with a word on either side, is the source's own."""
    mark = parts.marks[place]
    if (ELLIPSIS if mark.kind is Kind.ELISION else "[") not in source:
        return False
    left, right = parts.texts[place], parts.texts[place + 1]
    before = left[len(left.rstrip()) - len((left.split() or [""])[-1]) :]
    after = right[: len(right) - len(right.lstrip()) + len((right.split() or [""])[0])]
    return fold(before + mark.written + after) in source


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
            reader.words += RECASED + mark.text
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
        folded = marked.replace(RECASED, "")
        start, end = edges(folded, keep=_LITERAL)
        if not any(map(is_core, folded[start:end])):
            return None
        places = [at.start() for at in _RECASED.finditer(marked)] if RECASED in marked else []
        return Fragment(
            text=folded[start:end],
            raw=self.words.replace(RECASED, ""),
            opening=STOPS.intersection(folded[:start]),
            closing=STOPS.intersection(folded[end:]),
            recased=frozenset(place - count - start for count, place in enumerate(places)),
            open_start=bool(self.joints[-1]) and self.joints[-1][-1].after,
            open_end=mark is not None and mark.before,
        )

"""Where a fragment stands in a source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from verification.fold import caseless
from verification.parts import Fragment
from verification.source_text import SourceText
from verification.words import (
    is_boundary,
    stops_after,
    stops_before,
    words_of,
)


class Case(StrEnum):
    """How the capitals of a passage differ from those of the fragment."""

    SAME = "same"
    FIRST = "first"
    CHANGED = "changed"
    CAPITALS = "capitals"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place in a source that holds a fragment."""

    start: int
    end: int
    case: Case = Case.SAME


def find_all(
    fragment: Fragment, source: SourceText, language: str, *, lenient: bool = False
) -> list[Hit]:
    """Return every place that holds *fragment*, whole words only, in order.

    *lenient* lets question and exclamation marks be added.
    """
    wanted, text = caseless(fragment.text, language), source.caseless(language)
    hits = []
    for start in _places(wanted, text):
        end = start + len(wanted)
        if not _stands_alone(fragment, source.folded, start, end):
            continue
        if not lenient and _adds_stops(fragment, source.folded, start, end):
            continue
        if case := _case(fragment, source.folded[start:end]):
            hits.append(Hit(start=start, end=end, case=case))
    return hits


def find_exact(fragment: Fragment, source: SourceText) -> Iterator[Hit]:
    """Return the places that hold *fragment* to the letter: the common case, and fast."""
    for start in _places(fragment.text, source.folded):
        end = start + len(fragment.text)
        if _stands_alone(fragment, source.folded, start, end) and not _adds_stops(
            fragment, source.folded, start, end
        ):
            yield Hit(start=start, end=end)


def _places(wanted: str, text: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _stands_alone(fragment: Fragment, text: str, start: int, end: int) -> bool:
    return (fragment.open_start or is_boundary(text, start)) and (
        fragment.open_end or is_boundary(text, end)
    )


def _adds_stops(fragment: Fragment, text: str, start: int, end: int) -> bool:
    return bool(fragment.opening and not fragment.opening <= stops_before(text, start)) or bool(
        fragment.closing and not fragment.closing <= stops_after(text, end)
    )


def _case(fragment: Fragment, found: str) -> Case | None:
    """Return how the capitals differ, or None where they may not."""
    differing = {
        place
        for place, (ours, theirs) in enumerate(zip(fragment.text, found, strict=True))
        if ours != theirs
    }
    if not differing:
        return Case.SAME
    if differing <= fragment.loose:
        return Case.CHANGED
    if not fragment.open_start and differing <= {0, *fragment.loose}:
        return Case.FIRST
    # One word in capitals may be an acronym, and US is not us.
    if found.isupper() and len(words_of(found)) > 1:
        return Case.CAPITALS
    return None

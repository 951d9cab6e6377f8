"""The places of a source that hold a fragment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from verification.folding import caseless
from verification.model import QuotationError
from verification.readings import Fragment
from verification.source_text import SourceText
from verification.words import (
    is_boundary,
    stops_after,
    stops_before,
    words_of,
)

# Each is looked at in some microseconds; a text is searched in about a step for so many letters.
MOST_STEPS = 300_000
_LETTERS_A_STEP = 5_000


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


@dataclass(slots=True)
class Budget:
    """The steps that one quotation may take: a count, so that every machine says the same."""

    left: int = MOST_STEPS

    def spend(self, steps: int) -> None:
        """Raise QuotationError where *steps* are more than are left."""
        self.left -= steps
        if self.left < 0:
            raise QuotationError(
                "the quotation has more elisions than can be checked; quote the parts one by one",
                "too-many-elisions",
            )


def find_all(
    fragment: Fragment,
    source: SourceText,
    language: str,
    *,
    budget: Budget | None = None,
    lenient: bool = False,
) -> list[Hit]:
    """Return every place that holds *fragment*, whole words only, in order.

    *lenient* lets question and exclamation marks be added.
    """
    wanted, text = caseless(fragment.text, language), source.caseless(language)
    hits = []
    for start in _places(wanted, text, budget):
        end = start + len(wanted)
        if not _stands_alone(fragment, source.folded, start, end):
            continue
        if not lenient and _adds_stops(fragment, source.folded, start, end):
            continue
        if case := _case(fragment, source.folded[start:end]):
            hits.append(Hit(start=start, end=end, case=case))
    return hits


def find_exact(
    fragment: Fragment, source: SourceText, budget: Budget | None = None
) -> Iterator[Hit]:
    """Return the places that hold *fragment* to the letter: the common case, and fast."""
    for start in _places(fragment.text, source.folded, budget):
        end = start + len(fragment.text)
        if _stands_alone(fragment, source.folded, start, end) and not _adds_stops(
            fragment, source.folded, start, end
        ):
            yield Hit(start=start, end=end)


def _places(wanted: str, text: str, budget: Budget | None) -> Iterator[int]:
    if budget:
        budget.spend(len(text) // _LETTERS_A_STEP)
    at = text.find(wanted)
    while at >= 0:
        if budget:
            budget.spend(1)
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
    if differing <= fragment.recased:
        return Case.CHANGED
    if not fragment.open_start and differing <= {0, *fragment.recased}:
        return Case.FIRST
    # One word in capitals may be an acronym, and US is not us.
    if found.isupper() and len(words_of(found)) > 1:
        return Case.CAPITALS
    return None

"""The setting NAVIGATION, from names and addresses to the entries of the menu."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from options import read_value
from problems import Problem
from problems.suggestions import did_you_mean

LISTS = ("sections", "sources", "people", "archive", "search", "tags", "authors")
GAP = "|"
ADDRESS = ("https://", "http://", "mailto:", "/")
DEFAULT = ("sections", GAP, "sources", "people", "archive", "search")
# What NAVIGATION may hold.
Stated = str | tuple[str, str | Mapping[str, str]]
_MENU = Annotated[
    tuple[Annotated[Stated, "a name, or a name and its labels"], ...], f"a list, as {list(DEFAULT)}"
]
_NO_MENU: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the menu.

    *target* is one of LISTS, an address, or else the name of a section or the slug of a page.
    *labels* is what it is called, by language; without it, what it leads to says its name.
    *aside* is whether it begins what stands at the end of the line.
    """

    target: str
    labels: Mapping[str, str] = field(default_factory=dict)
    aside: bool = False

    @property
    def kind(self) -> str:
        """What it leads to: the name of a list, ``address``, or ``text``."""
        if self.target in LISTS:
            return self.target
        return "address" if self.target.startswith(ADDRESS) else "text"

    @property
    def elsewhere(self) -> bool:
        """Whether an address leads out of the site; one that does not begins with a slash."""
        return not self.target.startswith("/")

    def label(self, language: str) -> str:
        """Return what it is called in *language*; one label may serve for all (``""``)."""
        return self.labels.get(language) or self.labels.get("", "")


def read_menu(setting: object, *, language: str) -> tuple[list[Entry], list[Problem]]:
    """Return the entries that NAVIGATION lists, and what is wrong with it.

    *language* is the site's own, in which an address has to have a label.
    """
    listed, problems = read_value(_MENU, setting, _NO_MENU, setting="NAVIGATION", code="navigation")
    entries: list[Entry] = []
    gap = False
    for stated in listed:
        if stated == GAP:
            gap = True
            continue
        entry = _entry(stated, aside=gap)
        if entry.kind == "address" and not entry.label(language):
            example = f'("{entry.target}", {{"{language}": "…"}})'
            problems.append(_wrong(f"“{entry.target}” needs a label: {example}"))
        entries.append(entry)
        gap = False
    return entries, problems


def _entry(stated: Stated, *, aside: bool) -> Entry:
    target, labels = (stated, {}) if isinstance(stated, str) else stated
    named = {"": labels} if isinstance(labels, str) else labels
    return Entry(target=target, labels=named, aside=aside)


def dead_entries(
    entries: Collection[Entry], *, slugs: Collection[str], sections: Collection[str]
) -> Iterator[Problem]:
    """Yield what is wrong with entries that lead to no list, section, page or address."""
    for entry in entries:
        if entry.kind == "text" and entry.target not in {*slugs, *sections}:
            hint = did_you_mean(entry.target, [*LISTS, *sections, *slugs])
            yield _wrong(
                f"there is no list, section or page “{entry.target}”"
                + (hint or f"; the lists are {', '.join(LISTS)}, and a page is named by its slug")
            )


def _wrong(message: str) -> Problem:
    return Problem(message=f"NAVIGATION: {message}", code="navigation")

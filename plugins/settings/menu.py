"""The setting NAVIGATION, from names and addresses to the entries of the menu."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated

from options import read_value
from problems import Problem, did_you_mean
from settings.model import LISTS, MenuEntry

GAP = "|"
DEFAULT = ("sections", GAP, "sources", "people", "archive", "search")
# What NAVIGATION may hold.
Stated = str | tuple[str, str | Mapping[str, str]]
_MENU = Annotated[
    tuple[Annotated[Stated, "a name, or a name and its labels"], ...], f"a list, as {list(DEFAULT)}"
]
_NO_MENU: tuple[Stated, ...] = ()


def read_menu(setting: object, *, language: str) -> tuple[list[MenuEntry], list[Problem]]:
    """Return the entries that NAVIGATION lists, and what is wrong with it.

    *language* is the site's own, in which an address has to have a label.
    """
    listed, problems = read_value(_MENU, setting, _NO_MENU, setting="NAVIGATION", code="navigation")
    entries: list[MenuEntry] = []
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


def _entry(stated: Stated, *, aside: bool) -> MenuEntry:
    target, labels = (stated, {}) if isinstance(stated, str) else stated
    named = {"": labels} if isinstance(labels, str) else labels
    return MenuEntry(target=target, labels=named, aside=aside)


def dead_entries(
    entries: Collection[MenuEntry], *, slugs: Collection[str], sections: Collection[str]
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

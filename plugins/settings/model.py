"""The menu as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LISTS = ("sections", "sources", "people", "archive", "search", "tags", "authors")
ADDRESS = ("https://", "http://", "mailto:", "/")


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
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

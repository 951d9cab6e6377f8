"""What is checked of a built page, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A built page. Addresses are as they stand in it; *path* is seen from the site's folder."""

    path: str
    language: str
    direction: str
    title: str
    description: str
    charset: bool
    headings: int
    identifiers: frozenset[str]
    repeated: tuple[str, ...]
    links: tuple[str, ...]
    media: tuple[str, ...]
    without_alt: tuple[str, ...]
    turned: tuple[str, ...]
    canonicals: tuple[str, ...]
    alternates: tuple[tuple[str, str], ...]
    indexed: bool

    @property
    def draft(self) -> bool:
        return self.path.startswith("drafts/")

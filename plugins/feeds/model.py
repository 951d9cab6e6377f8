"""Feeds and their entries as data; what form they are written in is no matter here.

All texts are plain text that XML can hold, but for `Entry.content`, which is HTML.
All addresses are absolute.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who wrote something, or publishes it."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A section or a tag; *scheme* is the address that tells the two apart."""

    term: str
    label: str
    scheme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The same piece in another language."""

    url: str
    title: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a republished piece was first published, and how it was taken over.

    *id*, *title* and *url* are those of the outlet; *work_url* and *work_title* are those of
    the piece there. Either may lack what was not recorded.
    """

    kind: str
    id: str
    title: str
    updated: datetime
    url: str = ""
    work_url: str = ""
    work_title: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One quotation: its place, whose words it has, the work they are from, the check's result."""

    url: str
    result: str
    person: str = ""
    work_url: str = ""
    outlet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A piece.

    *day* is when it was published, as its readers write dates. *rights* is empty where
    the feed's apply.
    """

    id: str
    url: str
    title: str
    language: str
    published: datetime
    updated: datetime
    day: str
    content: str
    summary: str = ""
    image: str = ""
    authors: tuple[Person, ...] = ()
    contributors: tuple[Person, ...] = ()
    categories: tuple[Category, ...] = ()
    versions: tuple[Version, ...] = ()
    quotations: tuple[Quoted, ...] = ()
    origin: Origin | None = None
    rights: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Pieces, the newest first, of which there is at least one.

    *url* is where the feed itself is, *home* the page that lists the same. *stylesheet* is its
    address as seen from the feed. *about* tells who opens it in a browser what a feed is.
    """

    id: str
    url: str
    home: str
    title: str
    language: str
    publisher: Person
    entries: tuple[Entry, ...]
    subtitle: str = ""
    rights: str = ""
    about: str = ""
    stylesheet: str = ""

    @property
    def updated(self) -> datetime:
        """When the last of the pieces was; never the time of the build."""
        return max(entry.updated for entry in self.entries)

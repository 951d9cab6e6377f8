"""What is drawn on a card."""

from __future__ import annotations

from dataclasses import dataclass

# What services ask for, in pixels.
WIDTH, HEIGHT = 1200, 630


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The words of a card, as text without control characters.

    The first *quoted* characters of *title* are somebody else's. *marks* are the fingerprint:
    the form of each quotation's seam. The site's own card has a *promise* and nothing below it.
    """

    lang: str
    site: str
    promise: str = ""
    title: str = ""
    quoted: int = 0
    section: str = ""
    names: str = ""
    record: str = ""
    marks: tuple[str, ...] = ()
    rtl: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A picture that stands for a page: *url* is below the site's address, sizes are pixels."""

    url: str
    width: int
    height: int
    alt: str

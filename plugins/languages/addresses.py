"""Where a page is in each language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contract.piece import Piece, stated
from contract.text import text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a page is, below the site's address, and in which language."""

    lang: str
    url: str

    @property
    def save_as(self) -> str:
        """The file that a server answers with."""
        return f"{self.url}index.html"


def folder_of(language: str, *, default: str) -> str:
    """Return what addresses in *language* begin with: nothing in the *default* one."""
    return "" if language == default else f"{language}/"


def address_in(language: str, place: str, *, default: str) -> Address:
    """Return the address of *place*: at the root in the *default* language, else in a folder."""
    return Address(lang=language, url=folder_of(language, default=default) + place)


def alternates(text: Piece) -> tuple[Piece, ...]:
    """Return *text* and its translations as search engines are told of them (`hreflang`).

    A version that says that its original is elsewhere, or that asks not to be found, is none
    of them, and neither is a draft: each names the others, so all have to be pages that are
    found (Google Search Central, “Localized versions of your pages”).
    """
    found = tuple(each for each in (text, *text.translations) if _is_found(each))
    return found if text in found else ()


def _is_found(text: Piece) -> bool:
    taken = text_of(text).republication
    robots = taken.robots if taken else stated(text, "robots")
    refused = {word.strip() for word in robots.lower().split(",")}
    elsewhere = taken is not None and bool(taken.canonical)
    return text.status == "published" and not elsewhere and not refused & {"noindex", "none"}


def by_language(versions: Iterable[Address]) -> dict[str, str]:
    """Return the address of each of *versions*, pages of one kind, by its language."""
    return {each.lang: each.url for each in versions}

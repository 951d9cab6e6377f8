"""Republications that lead back to the site itself, where nothing was published first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from contract.piece import Piece
from contract.text import text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The site, as others may name it: its *names* and the *addresses* of its front page."""

    names: tuple[str, ...]
    addresses: tuple[str, ...]

    def path_of(self, url: str) -> str | None:
        """Return which path of the site *url* is, or None where it leads elsewhere."""
        place = _place(url)
        for address in filter(None, self.addresses):
            home = _place(address)
            if place and home and f"{place}/".startswith(f"{home}/"):
                return place[len(home) :].strip("/")
        return None

    def is_named(self, name: str) -> bool:
        """Tell whether *name* is the site's own."""
        return bool(name) and name.casefold() in (each.casefold() for each in self.names)


def _place(url: str) -> str:
    """Return host and path of *url*, in one form whatever the way it is written."""
    try:
        parts = urlsplit(url)
        host = f"{parts.hostname or ''}:{parts.port}" if parts.port else parts.hostname or ""
    except ValueError:
        return ""
    path = unquote(parts.path).removesuffix("index.html").strip("/")
    return f"{host.removeprefix('www.')}/{path}".rstrip("/") if host else ""


def circular(articles: Iterable[Piece], house: House) -> Iterator[tuple[Piece, str]]:
    """Yield each of *articles* that was taken from the site itself, with what to do."""
    articles = list(articles)
    found = [(each, path) for each in articles if (path := _taken_from(each, house)) is not None]
    # An address is made anew whenever it is asked for, and hardly ever needed.
    by_path = {each.url.removesuffix("index.html").strip("/"): each for each in articles if found}
    for article, path in found:
        yield article, _message(article, _chain(article, by_path, house), path)


def _taken_from(article: Piece, house: House) -> str | None:
    """Return the path of the site that an article names as its source, or None."""
    taken = text_of(article).republication
    if taken is None:
        return None
    path = house.path_of(taken.citation.url) if taken.citation else None
    if path is None and (
        house.is_named(taken.outlet) or (taken.source and house.path_of(taken.source.url) == "")
    ):
        return ""
    return path


def _chain(article: Piece, by_path: Mapping[str, Piece], house: House) -> list[Piece]:
    """Return the articles from which one was taken, one from the other, each once."""
    chain: list[Piece] = []
    path = _taken_from(article, house)
    while path and (source := by_path.get(path)) and source not in chain:
        chain.append(source)
        path = _taken_from(source, house)
    return chain


def _message(article: Piece, chain: list[Piece], path: str) -> str:
    advice = "name where it was published first, or take out “Source” and “Republication”"
    if article in chain:
        names = [each.relative_source_path for each in chain[: chain.index(article)]]
        through = f", through {' and '.join(names)}" if names else ""
        return f"“Source” leads back to this very article{through}; {advice}"
    shown = (
        chain[0].relative_source_path
        if chain
        else f"/{path}/"
        if path
        else "its name, or its front page"
    )
    return f"“Source” leads to this site itself ({shown}); {advice}"

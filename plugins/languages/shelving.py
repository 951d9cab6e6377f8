"""Where a text is listed: translations too, under what their originals do not have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

# What an article is listed under, by the name of Pelican's list.
SHELVES: Mapping[str, Callable[[Any], Iterable[Any]]] = {
    "tags": lambda article: getattr(article, "tags", ()),
    "categories": lambda article: (article.category,),
    "authors": lambda article: getattr(article, "authors", ()),
}


def add_translations(
    shelf: dict[Any, list[Any]], articles: Iterable[Any], of: Callable[[Any], Iterable[Any]]
) -> None:
    """Put translations on *shelf*, which has their originals alone, newest first.

    One whose original has the same tag, say, is found there through the original.
    """
    changed = set()
    for article in articles:
        own = set(of(article))
        for version in article.translations:
            for name in of(version):
                if name not in own:
                    shelf.setdefault(name, []).append(version)
                    changed.add(name)
    for name in changed:
        shelf[name].sort(key=lambda article: article.date, reverse=True)

"""Where the pieces of a Pelican site lead to, as *article.text.read_on*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from pelican import signals
from pelican.generators import ArticlesGenerator

import contract.plugin
from contract.piece import Piece, stated
from contract.text import text_of
from read_on.model import ReadOn, Series
from read_on.related import related
from read_on.series import InSeries, all_series, check, read_number


def lead_on(generator: ArticlesGenerator) -> None:
    """Say of each article where it leads; Pelican has read them all by now."""
    published = _oldest_first(generator.articles, generator.translations)
    others = _oldest_first(
        generator.hidden_articles,
        generator.hidden_translations,
        generator.drafts,
        generator.drafts_translations,
    )
    entries = list(_entries(published))
    check(entries)
    series = {id(part.piece): each for each in all_series(entries) for part in each.parts}
    for pieces in _by_language(published).values():
        _lead(pieces, series)
    for entry in _entries(others):
        text_of(entry.piece).read_on = ReadOn(series=_with(entry, entries))


def _lead(pieces: list[Piece], series: dict[int, Series]) -> None:
    """Lead from each of *pieces*, all of one language and oldest first."""
    apart = {who: {id(part.piece) for part in each.parts} for who, each in series.items()}
    newer = {id(one): other for one, other in pairwise(pieces)}
    older = {id(other): one for one, other in pairwise(pieces)}
    for piece, alike in related(pieces, apart=apart):
        text_of(piece).read_on = ReadOn(
            series=series.get(id(piece)),
            related=alike,
            previous=older.get(id(piece)),
            next=newer.get(id(piece)),
        )


def _oldest_first(*lists: Iterable[Piece]) -> list[Piece]:
    """Return the articles of *lists* in the order of the site's lists, turned round."""
    return sorted(chain(*lists), key=lambda each: (each.date, each.slug))


def _by_language(articles: Iterable[Piece]) -> dict[str, list[Piece]]:
    found: defaultdict[str, list[Piece]] = defaultdict(list)
    for article in articles:
        found[article.lang].append(article)
    return found


def _entries(articles: Iterable[Piece]) -> Iterator[InSeries]:
    """Yield the articles that name a series, and tell of a part that cannot be one."""
    for article in articles:
        name = " ".join(stated(article, "series").split())
        part = stated(article, "part")
        try:
            number = read_number(part)
        except ValueError as error:
            text_of(article).tell(str(error), "part", "part")
            number = 0
        if name:
            yield InSeries(piece=article, name=name, number=number)
        elif part:
            message = "a part of what? name the series, as “Series: …”"
            text_of(article).tell(message, "part", "part")


def _with(entry: InSeries, published: Iterable[InSeries]) -> Series | None:
    """Return the series as it is published, with the draft *entry* in its place."""
    same = (
        each for each in published if (each.piece.lang, each.name) == (entry.piece.lang, entry.name)
    )
    return next(all_series([*same, entry]))


def register() -> None:
    """Connect the handlers."""
    contract.plugin.register()
    signals.article_generator_finalized.connect(lead_on)

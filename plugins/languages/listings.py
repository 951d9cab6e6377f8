"""What a language's front page lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

PIECES_IN_A_BAND = 3
WORDS = 3
MOST_WORDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The articles of one language, newest first."""

    language: str
    articles: tuple[Any, ...] = ()
    sections: tuple[Any, ...] = ()

    @property
    def bands(self) -> tuple[tuple[Any, tuple[Any, ...]], ...]:
        """Each section with its newest pieces, the front page's lead left out."""
        rest = self.articles[1:]
        found = (
            (section, tuple(a for a in rest if a.category == section)[:PIECES_IN_A_BAND])
            for section in self.sections
        )
        return tuple((section, articles) for section, articles in found if articles)

    @property
    def words(self) -> tuple[tuple[Any, Any], ...]:
        """The shortest checked quotation of each of the newest articles, with its article."""
        found = []
        for article in self.articles[1:]:
            checked = [
                quotation
                for quotation in article.quotations
                if not quotation.inline
                and quotation.result in ("verbatim", "edited")
                and len(quotation.text.split()) <= MOST_WORDS
            ]
            if checked:
                found.append((article, min(checked, key=lambda each: len(each.text))))
        return tuple(found[:WORDS])


def listings(
    articles: Iterable[Any], *, languages: Sequence[str], sections: Sequence[str]
) -> dict[str, Listing]:
    """Return the listing of each language that has articles, in the order of *languages*.

    Sections are in the order of *sections*; those that it does not name come last.
    """
    ordered = sorted(articles, key=lambda a: (a.date, a.slug), reverse=True)
    by_language: dict[str, list[Any]] = {language: [] for language in languages}
    for article in ordered:
        by_language.setdefault(article.lang, []).append(article)
    return {
        language: Listing(
            language=language,
            articles=tuple(own),
            sections=_sections(own, sections),
        )
        for language, own in by_language.items()
        if own
    }


def read_on(articles: Sequence[Any]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield each of *articles* (newest first) with the next older ones of its section.

    Older ones, so that a new piece changes no page but its own.
    """
    by_section: dict[str, list[Any]] = {}
    for article in articles:
        by_section.setdefault(str(article.category), []).append(article)
    for section in by_section.values():
        for number, article in enumerate(section, start=1):
            yield article, tuple(section[number : number + PIECES_IN_A_BAND])


def _sections(articles: Iterable[Any], order: Sequence[str]) -> tuple[Any, ...]:
    found = {str(article.category): article.category for article in articles}
    known = [name for name in order if name in found]
    return tuple(found[name] for name in [*known, *sorted(set(found) - set(known))])

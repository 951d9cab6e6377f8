"""For each source: who quoted it, and what was taken from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from citations.model import Source
from contract.text import text_of
from languages.addresses import Address
from problems import Location, Problem, Severity
from record.model import Mention, Place, Recorded, SourcePage

SOURCES = "sources/"


def address(source: Source) -> str:
    """Return the address of the page of *source* in the site's language, below the site's."""
    return f"{SOURCES}{source.slug}/"


def source_pages(
    sources: Iterable[Source],
    texts: Iterable[Recorded],
    *,
    page_address: Callable[[Source], Address],
    unquoted: bool = False,
) -> tuple[SourcePage, ...]:
    """Return a page for each of *sources* that *texts* name, the most quoted first.

    *texts* are newest first, and so are the mentions. With *unquoted*, a source that no text
    names has a page as well.
    """
    mentions = _mentions(texts)
    pages = [
        SourcePage.of(source, page_address(source), mentions.get(source.slug, ()))
        for source in sources
        if unquoted or source.slug in mentions
    ]
    return tuple(sorted(pages, key=lambda page: (-len(page.places), page.source.title)))


def same_titles(sources: Iterable[Source]) -> Iterator[Problem]:
    """Yield a warning for each of *sources* that is called as another: readers see the title."""
    first: dict[str, Source] = {}
    for source in sources:
        other = first.setdefault(source.title.casefold(), source)
        if other is not source:
            yield Problem(
                message=f"“{source.title}” is the title of {other.path.name} too;"
                " say in one of them which it is, as “Courier (Gori)”",
                code="source-title",
                location=Location(path=source.path),
                severity=Severity.WARNING,
            )


def _mentions(texts: Iterable[Recorded]) -> Mapping[str, list[Mention]]:
    """Return the mentions of each source, by its slug: a text from a cache has a copy of it."""
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for text in texts:
        for slug, mention in _mentioned(text):
            found[slug].append(mention)
    return found


def _mentioned(text: Recorded) -> Iterator[tuple[str, Mention]]:
    quoted: defaultdict[str, list[Place]] = defaultdict(list)
    for place in text.places:
        if source := place.quotation.cited.source:
            quoted[source.slug].append(place)
    republication = text_of(text.article).republication
    taken = republication.source.slug if republication and republication.source else ""
    for slug in dict.fromkeys((*quoted, *filter(None, (taken,)))):
        yield (
            slug,
            Mention(
                article=text.article,
                url=text.url,
                places=tuple(quoted.get(slug, ())),
                republished=slug == taken,
            ),
        )

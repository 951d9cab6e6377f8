"""For each source: who quoted it, and what."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from pathlib import Path

from quotations.model import (
    Attribution,
    Cited,
    Quotation,
    Republication,
    RepublicationKind,
    Result,
    Source,
    Verification,
)
from record.source_pages import address, source_pages

COURIER = Source(slug="courier", title="Kura Courier", path=Path("courier.md"))
BELL = Source(slug="bell", title="The Bell", path=Path("bell.md"))


@dataclass(kw_only=True)
class Article:
    """What the record needs of an article."""

    quotations: tuple[Quotation, ...] = ()
    republication: Republication | None = None


def quotation(source: Source | None, result: Result = Result.VERBATIM) -> Quotation:
    return Quotation(
        id="q1",
        paragraphs=("a",),
        language="en",
        attribution=Attribution(),
        cited=Cited(source=source),
        verification=Verification(result=result),
    )


def test_a_source_has_an_address() -> None:
    (page,) = source_pages([COURIER], [])

    assert address(COURIER) == "sources/courier/"
    assert (page.url, page.save_as) == ("sources/courier/", "sources/courier/index.html")
    assert page.source_path == "courier.md"


def test_the_most_quoted_source_comes_first_and_then_the_alphabet() -> None:
    article = Article(quotations=(quotation(BELL), quotation(BELL), quotation(None)))
    other = Source(slug="a", title="A", path=Path("a.md"))

    pages = source_pages([COURIER, other, BELL], iter([article]))

    assert [page.source.title for page in pages] == ["The Bell", "A", "Kura Courier"]


def test_a_source_knows_who_quotes_it_and_what() -> None:
    first = Article(quotations=(quotation(COURIER), quotation(BELL)))
    second = Article(quotations=(quotation(COURIER), quotation(COURIER, Result.ABSENT)))
    third = Article(quotations=(quotation(None),))

    (page,) = source_pages([COURIER], [first, second, third])

    assert [each.article for each in page.quoting] == [first, second]
    assert [each.article for each in page.quotations] == [first, second, second]
    assert [page.count(mark) for mark in ("verbatim", "absent", "edited")] == [2, 1, 0]


def test_a_source_knows_which_articles_were_taken_from_it() -> None:
    taken = Article(republication=Republication(kind=RepublicationKind.EXCERPT, source=COURIER))
    named = Article(republication=Republication(kind=RepublicationKind.EXCERPT, outlet="X"))

    (page,) = source_pages([COURIER], [taken, named, Article()])

    assert page.republished == (taken,)


def test_an_article_from_a_cache_has_a_copy_of_the_source() -> None:
    article = Article(quotations=(quotation(copy.copy(COURIER)),))

    [page] = source_pages([COURIER], [article])

    assert len(page.quotations) == 1

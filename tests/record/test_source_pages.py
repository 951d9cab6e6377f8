"""For each source: who quoted it, and what."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path

import pytest

from citations import Source
from languages.addresses import Address
from quotations.model import Original, Republication, RepublicationKind
from record.editions import address, same_titles, source_pages
from record.model import Recorded, SourcePage
from tests.record.support import BELL, COURIER, article, quotation, text
from verification import Result


def page_address(source: Source) -> Address:
    return Address(lang="en", url=address(source))


def pages(sources: list[Source], *texts: Recorded) -> tuple[SourcePage, ...]:
    return source_pages(sources, iter(texts), page_address=page_address, unquoted=True)


def test_a_source_has_an_address() -> None:
    (page,) = pages([COURIER])

    assert address(COURIER) == "sources/courier/"
    assert (page.url, page.address.save_as) == ("sources/courier/", "sources/courier/index.html")


def test_the_most_quoted_source_comes_first_and_then_the_alphabet() -> None:
    other = Source(slug="a", title="A", path=Path("a.md"))
    article = text(quotation(source=BELL), quotation(source=BELL), quotation())

    found = pages([COURIER, other, BELL], article)

    assert [page.source.title for page in found] == ["The Bell", "A", "Kura Courier"]


@pytest.mark.parametrize(("unquoted", "expected"), [(True, ["bell", "courier"]), (False, ["bell"])])
def test_a_source_that_nobody_quotes_may_have_a_page(unquoted: bool, expected: list[str]) -> None:
    found = source_pages(
        [COURIER, BELL],
        [text(quotation(source=BELL))],
        page_address=page_address,
        unquoted=unquoted,
    )

    assert [page.source.slug for page in found] == expected


def test_a_source_knows_who_quotes_it_and_what() -> None:
    translated = Original(paragraphs=("a",), language="ka")
    first = text(quotation(source=COURIER), quotation(source=BELL), slug="first")
    second = text(
        quotation(source=COURIER, stable_id="q-1"),
        quotation(source=COURIER, result=Result.ABSENT),
        quotation(source=COURIER, original=translated),
        slug="second",
    )

    (page,) = pages([COURIER], first, second, text(quotation()))

    assert [mention.url for mention in page.mentions] == ["first/", "second/"]
    assert [len(mention.places) for mention in page.mentions] == [1, 3]
    assert page.mentions[1].places[0].url == "second/#q-1"
    assert (page.quoting, page.republished) == (2, 0)
    marks = ("verbatim", "absent", "translated", "edited")
    assert [page.count(mark) for mark in marks] == [2, 1, 1, 0]


def test_a_source_knows_which_articles_were_taken_from_it() -> None:
    kind = RepublicationKind.EXCERPT
    taken = article(slug="taken", republication=Republication(kind=kind, source=COURIER))
    named = article(slug="named", republication=Republication(kind=kind, outlet="Kura Courier"))

    (page,) = pages([COURIER], Recorded.of(taken), Recorded.of(named), Recorded.of(article()))

    assert [mention.url for mention in page.mentions] == ["taken/"]
    assert (page.quoting, page.republished, page.first_quoted) == (0, 1, None)


def test_an_article_that_quotes_a_source_and_was_taken_from_it_is_mentioned_once() -> None:
    republication = Republication(kind=RepublicationKind.VERBATIM, source=COURIER)
    both = article(quotation(source=COURIER), republication=republication)

    (page,) = pages([COURIER], Recorded.of(both))

    (mention,) = page.mentions
    assert (len(mention.places), mention.republished) == (1, True)


def test_an_article_from_a_cache_has_a_copy_of_the_source() -> None:
    (page,) = pages([COURIER], text(quotation(source=copy.copy(COURIER))))

    assert len(page.places) == 1


def test_two_outlets_with_one_title_are_told_of() -> None:
    other = replace(COURIER, slug="other", title="KURA Courier", path=Path("other.md"))

    told = [str(problem) for problem in same_titles([BELL, COURIER, other])]

    assert len(told) == 1
    assert told[0].startswith("other.md: “KURA Courier” is the title of")
    assert list(same_titles([BELL, COURIER])) == []

"""What every page of the tests’ publication tells machines, read as they read it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from tests.structured_data.checking import Node, all_nodes, contradictions, faults
from tests.structured_data.reading import data_in
from tests.support.building import PUBLISHED_AT, Build

WATER = "the-tide-is-read-already/"
KINDS = {
    "": ["NewsMediaOrganization", "WebSite"],
    "ka/": ["NewsMediaOrganization", "WebSite"],
    WATER: ["OpinionNewsArticle"],
    f"ka/{WATER}": ["OpinionNewsArticle"],
    "the-dough-and-the-stairs/": ["OpinionNewsArticle"],
    "about/": ["AboutPage"],
    "corrections/": ["WebPage"],
    "authors/ada-instance/": ["ProfilePage"],
    "sources/harbour-lantern/": ["CollectionPage"],
    "sources/": ["CollectionPage"],
    "sections/tides/": ["CollectionPage"],
    "tags/ropes/": ["CollectionPage"],
    "archive/": ["CollectionPage"],
    "404.html": [],
}


@pytest.fixture(scope="module")
def pages(published_site: Build) -> dict[str, list[Node]]:
    """Return the data of every page of the tests’ publication, published, by its address."""
    output = published_site.output
    return {
        str(path.relative_to(output)).removesuffix("index.html"): data_in(path)
        for path in published_site.pages()
    }


def nodes(pages: dict[str, list[Node]], kind: str) -> Iterator[tuple[str, Node]]:
    """Yield every node of type *kind*, with the page that tells it."""
    for address, roots in pages.items():
        yield from ((address, node) for _, node in all_nodes(roots) if node.get("@type") == kind)


def the(pages: dict[str, list[Node]], address: str) -> Node:
    [root] = pages[address]
    return root


def test_every_block_says_only_what_the_vocabulary_knows(pages: dict[str, list[Node]]) -> None:
    assert {address: faults(roots) for address, roots in pages.items() if faults(roots)} == {}


def test_every_page_but_drafts_search_and_the_missing_one_tells_something(
    pages: dict[str, list[Node]],
) -> None:
    silent = {address for address, roots in pages.items() if not roots}
    silent = {address for address in silent if not address.endswith("search/")}

    assert silent == {"404.html", "drafts/the-bench/"}


@pytest.mark.parametrize("address", KINDS)
def test_a_page_is_what_its_kind_is_called(pages: dict[str, list[Node]], address: str) -> None:
    assert [root["@type"] for root in pages[address]] == KINDS[address]


def test_one_name_means_one_thing_on_all_pages(pages: dict[str, list[Node]]) -> None:
    english = [roots for address, roots in pages.items() if address[2:3] != "/"]

    assert list(contradictions(all_nodes(english))) == []


def test_every_address_of_the_site_leads_to_a_page_and_a_place_on_it(
    pages: dict[str, list[Node]], published_site: Build
) -> None:
    def dead(url: str) -> bool:
        address, fragment = urldefrag(url)
        path = unquote(urlsplit(address).path).removeprefix(urlsplit(PUBLISHED_AT).path)
        file = published_site.path(path)
        if not file.is_file():
            return True
        quoted = fragment.startswith("q")
        return quoted and f'id="{fragment}"' not in file.read_text(encoding="utf-8")

    told = {
        str(value)
        for _, node in all_nodes(list(pages.values()))
        for value in node.values()
        if str(value).startswith(f"{PUBLISHED_AT}/")
    }

    assert any("#q-" in url for url in told)
    assert [url for url in sorted(told) if dead(url)] == []


def test_every_page_but_the_front_pages_says_how_it_is_reached(
    pages: dict[str, list[Node]],
) -> None:
    ways = dict(nodes(pages, "BreadcrumbList"))
    others = {address for address, roots in pages.items() if roots} - ways.keys()

    assert others == {"", "az/", "fa/", "hy/", "ka/", "ru/", "tr/"}
    assert [each["name"] for each in ways[f"ka/{WATER}"]["itemListElement"]][:2] == [
        "წყალმცენარის მიმოხილვა",
        "მოქცევები",
    ]
    assert [each["item"] for each in ways["tags/ropes/"]["itemListElement"]] == [
        f"{PUBLISHED_AT}/",
        f"{PUBLISHED_AT}/tags/",
        f"{PUBLISHED_AT}/tags/ropes/",
    ]
    for address, way in ways.items():
        assert way["itemListElement"][-1]["item"] == f"{PUBLISHED_AT}/{address}"


def test_the_house_names_its_policies(pages: dict[str, list[Node]]) -> None:
    house, site = pages[""]

    assert house["correctionsPolicy"] == f"{PUBLISHED_AT}/corrections/"
    assert house["publishingPrinciples"] == f"{PUBLISHED_AT}/about/"
    assert house["verificationFactCheckingPolicy"] == f"{PUBLISHED_AT}/how-we-check/"
    assert site["inLanguage"] == ["en", "az", "hy", "ka", "ru", "tr", "fa"]
    assert site["publisher"]["@id"] == house["@id"]


def test_an_article_tells_who_wrote_it_and_in_which_section(
    pages: dict[str, list[Node]],
) -> None:
    article = the(pages, WATER)

    assert [author["url"] for author in article["author"]] == [
        f"{PUBLISHED_AT}/authors/ada-instance/"
    ]
    assert article["articleSection"] == "Tides"
    assert article["keywords"] == ["counting", "ropes"]
    assert article["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert (article["datePublished"], article["dateModified"]) == (
        "2026-03-10T08:00:00+04:00",
        "2026-03-12T09:30:00+04:00",
    )
    assert [each["datePublished"] for each in article["correction"]] == ["2026-03-12"]


def test_versions_of_an_article_name_each_other(pages: dict[str, list[Node]]) -> None:
    english, georgian = the(pages, WATER), the(pages, f"ka/{WATER}")

    assert [each["@id"] for each in english["workTranslation"]] == [georgian["@id"]]
    assert georgian["translationOfWork"]["@id"] == english["@id"]
    assert georgian["translator"] == {"@type": "Person", "name": "Ilia Nimushi"}
    assert georgian["author"][0]["name"] == "ადა ნიმუშელი"
    assert georgian["author"][0]["@id"] == english["author"][0]["@id"]


def test_every_quotation_of_the_site_is_told_with_its_words(
    pages: dict[str, list[Node]], published_site: Build
) -> None:
    told: defaultdict[str, list[str]] = defaultdict(list)
    for address, node in nodes(pages, "Quotation"):
        if "@id" in node:
            told[address].append(urldefrag(node["@id"]).fragment)

    assert sum(map(len, told.values())) > 20
    for address, names in told.items():
        page = published_site.page(address)
        shown = [str(tag["id"]) for tag in page.select("main .prose [id^=q-]")]
        assert names == shown
        assert max(Counter(names).values()) == 1


def test_a_translated_quotation_brings_its_original(pages: dict[str, list[Node]]) -> None:
    translated = [part for part in the(pages, WATER)["hasPart"] if "translationOfWork" in part]

    assert [(part["inLanguage"], part["translationOfWork"]["inLanguage"]) for part in translated]
    assert all(part["translationOfWork"]["inLanguage"] == "ka" for part in translated)
    assert {part["translator"]["name"] for part in translated if "translator" in part} == {
        "Ilia Nimushi"
    }


def test_each_cited_work_is_told_once_and_named_by_what_quotes_it(
    pages: dict[str, list[Node]],
) -> None:
    for address, article in nodes(pages, "OpinionNewsArticle"):
        works = [each.get("@id") for each in article.get("citation", ())]
        based_on = {
            part["isBasedOn"]["@id"]
            for part in article.get("hasPart", ())
            if "@id" in part.get("isBasedOn", {})
        }
        assert len(works) == len(set(works)), address
        assert based_on <= set(works), address


def test_an_author_is_told_with_names_and_links(pages: dict[str, list[Node]]) -> None:
    author = the(pages, "authors/ada-instance/")["mainEntity"]

    assert author["name"] == "Ada Instance"
    assert "ადა ნიმუშელი" in author["alternateName"]
    assert author["sameAs"] == "https://instance.example/"
    assert author["@id"] == the(pages, WATER)["author"][0]["@id"]


def test_a_source_is_told_with_its_place_and_its_owner(pages: dict[str, list[Node]]) -> None:
    outlet: dict[str, Any] = the(pages, "sources/crumb-and-ladder/")["about"]

    assert outlet["@type"] == "NewsMediaOrganization"
    assert outlet["url"] == "https://crumb.example/"
    assert outlet["location"]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Upper Slip",
        "addressCountry": "GE",
    }
    assert outlet["knowsLanguage"] == ["ka", "en"]
    assert outlet["ownershipFundingInfo"] == "The Proving Room Cooperative"
    assert outlet["@id"] == the(pages, "the-dough-and-the-stairs/")["isBasedOn"]["publisher"]["@id"]

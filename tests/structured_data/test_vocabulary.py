"""The checker of structured data finds what is planted."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.structured_data.checking import contradictions, faults
from tests.structured_data.values import is_date, is_language, is_moment, is_url

SITE = {
    "@type": "WebSite",
    "@id": "https://kura.example/#website",
    "name": "The Kelp Review",
    "url": "https://kura.example/",
}
STEPS = [
    {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://kura.example/"},
    {"@type": "ListItem", "position": 2, "name": "Water", "item": "https://kura.example/a/"},
]
PAGE = {
    "@type": "WebPage",
    "@id": "https://kura.example/a/#webpage",
    "url": "https://kura.example/a/",
    "breadcrumb": {"@type": "BreadcrumbList", "itemListElement": STEPS},
}
ARTICLE: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "OpinionNewsArticle",
    "@id": "https://kura.example/a/",
    "url": "https://kura.example/a/",
    "headline": "Water",
    "inLanguage": "en",
    "datePublished": "2026-03-14T09:00:00+04:00",
    "dateModified": "2026-03-14T09:00:00+04:00",
    "author": [{"@type": "Person", "name": "Ann"}],
    "publisher": {"@type": "NewsMediaOrganization", "name": "The Kelp Review"},
    "isPartOf": SITE,
    "isAccessibleForFree": True,
    "mainEntityOfPage": PAGE,
    "wordCount": 7,
    "hasPart": [{"@type": "Quotation", "text": "It flows.", "inLanguage": "en"}],
}


def test_nothing_is_wrong_with_what_is_right() -> None:
    assert faults([ARTICLE]) == []


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("@context",), "http://schema.example", "@context is 'http://schema.example'"),
        (("@type",), "OpinonNewsArticle", "unknown type"),
        (("@id",), "/a/", "the @id '/a/' is no address"),
        (("headLine",), "Water", "unknown property headLine"),
        (("headline",), "<b>Water</b>", "is not what is_plain tells"),
        (("headline",), "Water\x00", "is not what is_plain tells"),
        (("headline",), " ", "is not what is_plain tells"),
        (("url",), "javascript:alert(1)", "is not what is_url tells"),
        (("datePublished",), "14 March 2026", "is not what is_moment tells"),
        (("datePublished",), "2026-03-14", "is not what is_moment tells"),
        (("datePublished",), "2026-03-15T09:00:00+04:00", "changed before it was published"),
        (("inLanguage",), "English", "is not what is_language tells"),
        (("isAccessibleForFree",), "true", "is not what is_true tells"),
        (("wordCount",), "7", "is not what is_count tells"),
        (("author",), "Ann", "'Ann' is no node"),
        (("author",), [], "an empty list"),
        (("author",), {"@type": "Quotation", "text": "a", "inLanguage": "en"}, "is none of"),
        (("author",), {"@type": "Person"}, "name is missing"),
        (("publisher", "@type"), "Organization", "is none of NewsMediaOrganization"),
        (("hasPart", 0, "inLanguage"), None, "is not what is_language tells"),
        (
            ("mainEntityOfPage", "breadcrumb", "itemListElement", 1, "position"),
            3,
            "the positions are [1, 3]",
        ),
        (("mainEntityOfPage", "@id"), "https://kura.example/#website", "has the @type 'WebPage'"),
    ],
)
def test_what_is_planted_is_found(path: tuple[str | int, ...], value: object, fault: str) -> None:
    planted: Any = copy.deepcopy(ARTICLE)
    place = planted
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value

    found = faults([planted])

    assert any(fault in each for each in found), found


@pytest.mark.parametrize("name", ["headline", "publisher", "@id", "mainEntityOfPage"])
def test_what_is_missing_is_found(name: str) -> None:
    planted = {key: value for key, value in ARTICLE.items() if key != name}

    assert faults([planted])


def test_a_kind_of_a_thing_is_no_contradiction() -> None:
    one = {"@id": "https://kura.example/a/", "@type": "OpinionNewsArticle"}
    nodes = [("", one), ("", one | {"@type": "CreativeWork"})]

    assert list(contradictions(nodes)) == []
    assert list(contradictions([*nodes, ("", one | {"@type": "Person"})]))


@pytest.mark.parametrize("text", ["2026", "2026-03", "2026-03-14"])
def test_a_date_may_be_known_in_part(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["", "26", "2026-13", "2026-02-30", "20260314", "2026-W11-1", 2026]
)
def test_what_is_no_date_is_none(text: object) -> None:
    assert not is_date(text)


@pytest.mark.parametrize("text", ["2026-03-14T09:00:00", "2026-03-14", "9:00", None])
def test_a_moment_has_an_offset(text: object) -> None:
    assert not is_moment(text)


@pytest.mark.parametrize("text", ["en", "ka", "und", "zh-Hant", "pt-BR", "sl-rozaj"])
def test_a_language_is_told_as_bcp_47_says(text: str) -> None:
    assert is_language(text)


@pytest.mark.parametrize("text", ["", "English", "en_GB", "e", "EN", None])
def test_other_names_of_languages_are_none(text: object) -> None:
    assert not is_language(text)


@pytest.mark.parametrize("text", ["", "/a/", "//kura.example/", "mailto:a@b", "https://", "a b"])
def test_an_address_is_whole(text: str) -> None:
    assert not is_url(text)

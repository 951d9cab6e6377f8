"""What the feeds of the tests’ publication say: every text in full, with whose words it has."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from bs4 import BeautifulSoup, Tag
from lxml import etree

from tests.feeds.support import Read, attributes, entries, texts
from tests.support.building import PUBLISHED_AT, Build

# Drafts, and the hidden piece.
UNLISTED = {"drafts", "the-empty-slip"}


@pytest.fixture(scope="module")
def read(published_site: Build) -> dict[str, Read]:
    """Return the entries of the feed of everything."""
    return entries(published_site)


def article_at(build: Build, address: str) -> Tag:
    """Return the text of the article at *address*."""
    [text] = build.page(re.sub("^https?://[^/]+/", "", address)).select("main article .e-content")
    return text


def words(text: Tag, *, without: str) -> str:
    """Return the words in *text*, but for what the selector *without* finds."""
    copy = BeautifulSoup(str(text), "html.parser")
    for each in copy.select(without):
        each.decompose()
    return " ".join(copy.get_text().split())


def test_every_article_and_every_translation_is_there(
    published_site: Build, read: dict[str, Read]
) -> None:
    pages = [
        published_site.page(str(path.relative_to(published_site.output)))
        for path in published_site.pages()
        if UNLISTED.isdisjoint(path.parts)
    ]

    assert len(read) == len([page for page in pages if page.select("main article .e-content")])


def test_an_entry_has_the_whole_text_of_its_page(
    published_site: Build, read: dict[str, Read]
) -> None:
    for entry in read.values():
        [address] = attributes(entry.element, "a:link[@rel='alternate']/@href")
        text = article_at(published_site, address)

        assert words(entry.content, without=".republication, .correction, .head-picture") == words(
            text, without=".republication, .pull-quote, .check"
        )


def test_pictures_come_along_with_what_they_show_and_whose_they_are(
    read: dict[str, Read],
) -> None:
    heads = [each for entry in read.values() for each in entry.content.select(".head-picture")]
    images = [each for entry in read.values() for each in entry.content.select("img")]

    assert heads
    assert all(head.select("img[alt][width][height] + figcaption") for head in heads)
    assert len(images) > len(heads)
    assert all(str(image["src"]).startswith(f"{PUBLISHED_AT}/images/") for image in images)


def test_no_pull_quote_is_repeated_and_no_check_recorded(read: dict[str, Read]) -> None:
    found = {title: entry.content.select("aside, .check") for title, entry in read.items()}

    assert {title for title, apparatus in found.items() if apparatus} == set()


def test_quotations_are_there_with_who_said_it_and_where(read: dict[str, Read]) -> None:
    figures = [
        figure for entry in read.values() for figure in entry.content.select("figure.quotation")
    ]

    assert figures
    assert [each for each in figures if not each.select("blockquote[lang] p, figcaption a")] == []


def test_a_translated_quotation_has_its_original(read: dict[str, Read]) -> None:
    originals = [
        original for entry in read.values() for original in entry.content.select("details.original")
    ]

    assert originals
    assert all(original.select("summary + blockquote[lang]") for original in originals)


def test_nothing_is_left_that_a_reader_would_run_or_take_out(read: dict[str, Read]) -> None:
    wrong = "script, style, form, input, iframe, [style], [onclick]"

    assert [title for title, entry in read.items() if entry.content.select(wrong)] == []


def test_every_link_leads_there_from_anywhere(read: dict[str, Read]) -> None:
    links = [
        str(tag[name])
        for entry in read.values()
        for name in ("href", "src", "cite", "poster")
        for tag in entry.content.select(f"[{name}]")
    ]

    assert links
    assert [link for link in links if not link.startswith(("https://", "mailto:"))] == []


def test_a_link_to_a_place_in_the_text_leads_to_the_article(
    published_site: Build, read: dict[str, Read]
) -> None:
    links = {
        str(link["href"])
        for entry in read.values()
        for link in entry.content.select("a[href]")
        if str(link["href"]).startswith(f"{PUBLISHED_AT}/") and "#" in str(link["href"])
    }

    assert links
    for link in links:
        address, _, place = link.removeprefix(f"{PUBLISHED_AT}/").partition("#")
        assert published_site.page(address).find(id=place)


def test_every_text_names_its_language_and_its_direction(read: dict[str, Read]) -> None:
    told = set()
    for entry in read.values():
        [language] = attributes(entry.element, "@xml:lang")
        [text] = entry.content.select(f"div:first-child[lang={language}]")
        assert attributes(entry.element, "a:link[@rel='alternate']/@hreflang") == [language]
        told.add((language, text.get("dir")))

    others = {(each, None) for each in ("en", "az", "hy", "ka", "ru", "tr")}
    assert told == {*others, ("fa", "rtl")}


def test_a_translation_names_the_same_piece_in_the_other_language(read: dict[str, Read]) -> None:
    [entry] = [entry for title, entry in read.items() if title.startswith("«Последний")]

    assert attributes(entry.element, "a:link[@rel='related']/@hreflang") == ["en"]
    assert attributes(entry.element, "a:link[@rel='related']/@href") == [
        f"{PUBLISHED_AT}/the-last-boat/"
    ]


def test_sections_and_authors_are_named_in_the_language_of_the_text(read: dict[str, Read]) -> None:
    [entry] = [entry for title, entry in read.items() if title.startswith("«Последний")]

    assert "Паромы" in attributes(entry.element, "a:category/@label")
    assert texts(entry.element, "a:author/a:name") == ["Ада Инстанс"]
    assert attributes(entry.element, "a:category[@term='ferries']/@scheme") == [
        f"{PUBLISHED_AT}/sections/"
    ]


def test_the_newest_comes_first(read: dict[str, Read]) -> None:
    published = [datetime.fromisoformat(entry.text("a:published")) for entry in read.values()]

    assert published == sorted(published, reverse=True)


@pytest.mark.parametrize(
    ("feed", "title", "page"),
    [
        pytest.param("all", "The Kelp Review", "", id="everything"),
        pytest.param("en", "The Kelp Review – English", "", id="first-language"),
        pytest.param("ka", "წყალმცენარის მიმოხილვა – ქართული", "ka/", id="language"),
        pytest.param("sections/bread", "The Kelp Review – Bread", "sections/bread/", id="section"),
        pytest.param(
            "authors/ada-instance",
            "The Kelp Review – Ada Instance",
            "authors/ada-instance/",
            id="author",
        ),
        pytest.param(
            "sources/harbour-lantern",
            "The Kelp Review – Harbour Lantern",
            "sources/harbour-lantern/",
            id="source",
        ),
    ],
)
def test_a_feed_says_what_it_is_a_feed_of(
    published_site: Build, feed: str, title: str, page: str
) -> None:
    root = etree.fromstring(published_site.text(f"feeds/{feed}.atom.xml").encode())

    assert texts(root, "a:title") == [title]
    assert attributes(root, "a:link[@rel='self']/@href") == [
        f"{PUBLISHED_AT}/feeds/{feed}.atom.xml"
    ]
    assert attributes(root, "a:link[@rel='alternate']/@href") == [f"{PUBLISHED_AT}/{page}"]


def test_no_two_feeds_have_one_name(published_site: Build) -> None:
    feeds = sorted((published_site.output / "feeds").rglob("*.xml"))
    ids = [texts(etree.parse(path).getroot(), "a:id")[0] for path in feeds]

    assert len(set(ids)) == len(ids)
    assert f"{PUBLISHED_AT}/" in ids


def test_the_feed_of_a_language_has_all_texts_in_it_and_no_other(
    published_site: Build, read: dict[str, Read]
) -> None:
    for language in ("en", "az", "hy", "ka", "ru", "tr", "fa"):
        own = [t for t, e in read.items() if attributes(e.element, "@xml:lang") == [language]]

        assert list(entries(published_site, f"feeds/{language}.atom.xml")) == own


@pytest.mark.parametrize("folder", ["sections", "authors"])
def test_a_list_has_a_feed_of_what_it_lists(published_site: Build, folder: str) -> None:
    pages = sorted((published_site.output / folder).glob("*/index.html"))

    assert pages
    for path in pages:
        page = published_site.page(f"{folder}/{path.parent.name}/")
        listed = {each.get_text(strip=True) for each in page.select("main .entry-title")}
        assert set(entries(published_site, f"feeds/{folder}/{path.parent.name}.atom.xml")) == listed


def test_a_source_has_a_feed_of_what_quotes_it_or_was_taken_from_it(
    published_site: Build, read: dict[str, Read]
) -> None:
    own = [title for title, entry in read.items() if "Crumb & Ladder" in entry.content.get_text()]

    assert "The dough and the stairs" in own
    assert list(entries(published_site, "feeds/sources/crumb-and-ladder.atom.xml")) == own

"""One republished commentary, with all that an author can write, from its text to its pages."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from tests.support.building import Build, BuildSite, build_site, write_files

ARTICLE = """\
Title: “Nobody asked the river” – two readings of the new weir
Date: 2026-03-14 09:00
Category: Rivers
Tags: weirs, water
Author: Editors
Lang: en
Slug: nobody-asked-the-river
Source: @matsne-weir
Republication: verbatim
Summary: What the ministry says of its weir, and what those who live below it say.

The minister came for two days and looked at the water on the second.

> The ministry and the river have much to discuss. In our coming work [we] will give to the valley all that was agreed with the president […].
>
> — Sevda Example, minister of water, [@matsne-weir]

==Nobody had told the valley that there was an agreement.=={.pull} It learned of it from a leaflet.

Under the title “Who is the weir for?” a weekly writes:

> Since the flood we have heard of nothing but gauges. As for the valley, it turned out that there are 200 of them, and none is read.
>
> — [@whose-weir]

A columnist is shorter:

> A weir is a promise that somebody downstream must keep. It tries to be a bridge and a lake.
>
> — Hayk Example, columnist, [@promise]

All of it, he concluded, is “a de facto lake in the plan” [@promise].

> A weir is a promise that somebody downstream must keep.
{: .pull }
"""
WEIR = """\
“The ministry and the river have much to discuss. In our coming work will give to the valley all
that was agreed with the president in matters of water”, the minister said.
"""
WHOSE = """\
“Since the flood we have heard of nothing but gauges. As for the valley, it turned out that there
are 200 of them, and none is read”.
"""
PROMISE = """\
A promise

“A weir is a promise that somebody downstream must keep. It tries to be a bridge and a lake. It is
possible that the answer is a de facto lake in the plan”.
"""
SITE = {
    "articles/nobody-asked-the-river.md": ARTICLE,
    "citations/matsne-weir.yaml": (
        "type: article-newspaper\ntitle: “Nobody asked the river”\ncontainer: matsne\n"
        "URL: https://matsne.example/weir\nlanguage: en\nissued: 2026-03-12\n"
    ),
    "citations/matsne-weir.txt": WEIR,
    "citations/whose-weir.yaml": (
        "type: article-newspaper\ntitle: Who is the weir for?\nlanguage: en\nissued: 2026-03\n"
    ),
    "citations/whose-weir.txt": WHOSE,
    "citations/promise.yaml": (
        "type: article-newspaper\nauthor:\n  - given: Hayk\n    family: Example\n"
        "language: en\nissued: 2026\n"
    ),
    "citations/promise.txt": PROMISE,
    "sources/matsne.md": (
        "Title: Matsne.example\nSlug: matsne\nURL: https://matsne.example/\nLanguages: ka, en\n\n"
        "An invented daily.\n"
    ),
}
PAGE = "nobody-asked-the-river/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return the built site."""
    folder = tmp_path_factory.mktemp("seed")
    content = write_files(folder / "content", SITE)
    return build_site(content, folder / "output").require_success()


@pytest.fixture(scope="module")
def article(site: Build) -> BeautifulSoup:
    return site.page(PAGE)


@pytest.fixture(scope="module")
def data(article: BeautifulSoup) -> dict[str, Any]:
    """Return what the article tells machines."""
    scripts = article.select('script[type="application/ld+json"]')
    assert len(scripts) == 1
    data: dict[str, Any] = json.loads(scripts[0].get_text())
    return data


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    found = soup.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)}"
    return found[0]


def text(tag: Tag) -> str:
    return " ".join(tag.get_text(" ", strip=True).split())


def test_three_quotations_stand_in_figures_of_their_own(article: BeautifulSoup) -> None:
    figures = article.select("article figure.quotation")

    assert [figure["id"] for figure in figures] == ["q1", "q2", "q3"]
    for figure in figures:
        assert one(figure, "figcaption").parent is figure
        assert figure.select("blockquote figcaption") == []


def test_the_inline_quotation_follows_its_words(article: BeautifulSoup) -> None:
    quoted = one(article, "span.quoted#q4")

    assert quoted.get_text() == "“a de facto lake in the plan”"
    assert quoted["data-result"] == "verbatim"
    assert text(one(article, ".prose cite.citation")) == "Hayk Example, 2026"


def test_every_quotation_is_checked(article: BeautifulSoup) -> None:
    results = {tag["id"]: tag["data-result"] for tag in article.select("[data-result][id]")}

    assert results == {"q1": "edited", "q2": "verbatim", "q3": "verbatim", "q4": "verbatim"}


def test_an_insertion_and_an_elision_are_told(article: BeautifulSoup) -> None:
    figure = one(article, "#q1")

    assert text(one(figure, "details.check summary")) == "Checked; shortened, 1 word put in"
    assert "[we]" in text(one(figure, "dl.check-record"))
    assert [span.get_text() for span in figure.select("blockquote .omission")] == ["[…]"]


def test_a_work_without_outlet_and_address_is_named_all_the_same(article: BeautifulSoup) -> None:
    assert text(one(article, "#q2 figcaption")) == "— Who is the weir for? , March 2026"
    assert article.select("#q2 figcaption a") == []


def test_two_sentences_are_drawn_out(article: BeautifulSoup) -> None:
    asides = article.select("aside.pull-quote")

    assert [text(aside) for aside in asides] == [
        "Nobody had told the valley that there was an agreement.",
        "A weir is a promise that somebody downstream must keep.",
    ]
    assert {aside["aria-hidden"] for aside in asides} == {"true"}
    assert article.select("aside.pull-quote [id], figure aside") == []


def test_the_source_line_leads_to_the_page_of_the_outlet(article: BeautifulSoup) -> None:
    line = one(article, "p.republication")
    link = line.select("a")[0]

    assert text(line).startswith(
        "Source: Matsne.example , “Nobody asked the river” , 12 March 2026"
    )
    assert "Republished in full." in text(line)
    assert link["href"] == "/sources/matsne/"


def test_a_republication_names_its_first_address_and_stays_out_of_search(
    article: BeautifulSoup,
) -> None:
    assert one(article, "link[rel=canonical]")["href"] == "https://matsne.example/weir"
    assert one(article, "meta[name=robots]")["content"] == "noindex"


def test_the_page_of_the_outlet_lists_the_article_as_quoting_and_as_republished(
    site: Build,
) -> None:
    page = site.page("sources/matsne/")
    quoting, republished = (
        one(page, f"section[aria-labelledby={name}]") for name in ("quoting", "republished")
    )

    assert len(quoting.select("figure.quotation")) == 1
    for section in (quoting, republished):
        assert [link["href"] for link in section.select(".entry-title a")] == [f"/{PAGE}"]
    assert "1 quotation in 1 piece: 1 shortened" in text(one(page, ".article-head"))


def test_the_sheet_of_sources_leads_to_each_quotation(article: BeautifulSoup) -> None:
    works = article.select("#sources ol > li")

    assert [work["id"] for work in works] == ["s1", "s2", "s3"]
    assert [[link["href"] for link in work.select('a[href^="#q"]')] for work in works] == [
        ["#q1"],
        ["#q2"],
        ["#q3", "#q4"],
    ]


def test_readers_are_invited_to_be_the_first_to_comment(article: BeautifulSoup) -> None:
    assert "Be the first to comment" in text(one(article, "section.comments"))


def test_machines_are_told_of_one_article_and_its_four_quotations(data: dict[str, Any]) -> None:
    parts = data["hasPart"]

    assert data["@type"] == "OpinionNewsArticle"
    assert [part["@type"] for part in parts] == ["Quotation"] * 4
    assert [part.get("creator", {}).get("name") for part in parts] == [
        "Sevda Example",
        None,
        "Hayk Example",
        "Hayk Example",
    ]
    assert parts[3]["text"] == "a de facto lake in the plan"


def test_machines_are_told_what_the_article_is_based_on(data: dict[str, Any]) -> None:
    assert data["isBasedOn"]["url"] == "https://matsne.example/weir"
    assert data["isBasedOn"]["publisher"]["name"] == "Matsne.example"
    assert len(data["citation"]) == 3


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("downstream must", "downstream mast", id="letter-changed"),
        pytest.param("a lake.\n", "a lakes.\n", id="letter-added"),
    ],
)
def test_one_letter_in_a_quotation_fails_the_check_and_names_the_words(
    build: BuildSite, right: str, wrong: str
) -> None:
    quotation, _, rest = ARTICLE.partition("A weir is")
    changed = f"{quotation}{('A weir is' + rest).replace(right, wrong, 1)}"
    ours, theirs = wrong.split()[-1].rstrip("."), right.split()[-1].rstrip(".")

    done = build(SITE | {"articles/nobody-asked-the-river.md": changed}, VERIFY_ONLY=True)
    drifted = [problem for problem in done.problems if problem.code == "drifted"]

    assert done.exit_code == 1
    assert [str(problem.location) for problem in drifted] == [
        "content/articles/nobody-asked-the-river.md:28"
    ]
    assert f"“{ours}” is “{theirs}” there" in drifted[0].message
    assert "citations/promise.txt" in drifted[0].message

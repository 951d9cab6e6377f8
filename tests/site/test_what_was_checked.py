"""What readers are told of a quotation: what it was compared with, when, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag

from tests.support.building import Build, BuildSite

ARTICLE = "the-tide-is-read-already/"
WATER = {
    "a.md": (
        "Title: A\nDate: 2026-03-14\n\nHe calls it “a rumour […] with a decimal point” [@water],"
        " and “a rumour” [@paper].\n\n"
        "> The river [Kura] keeps no timetable.\n>\n> — Nino, [@water]\n"
    ),
    "citations/water.yaml": (
        "type: article-newspaper\ntitle: Water\nlanguage: en\nURL: https://courier.example/water\n"
        "accessed: 2026-03-16\narchive: https://archive.example/water\n"
    ),
    "citations/water.txt": (
        "It is a rumour of the river, with a decimal point.\n\nThe river keeps no timetable.\n"
    ),
    "citations/paper.yaml": "type: book\ntitle: Paper\nlanguage: en\nnote: It was read on paper.\n",
}


def told(tag: Tag) -> str:
    return " ".join(tag.get_text(" ", strip=True).split())


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    (found,) = soup.select(selector)
    return found


def facts(details: Tag) -> dict[str, str]:
    names = map(told, details.select("dt"))
    return dict(zip(names, map(told, details.select("dd")), strict=True))


@pytest.fixture
def article(build: BuildSite) -> BeautifulSoup:
    return build(WATER).require_success().page("a/")


def checked(site: Build) -> Iterator[tuple[str, BeautifulSoup]]:
    """Yield the published articles that quote, with their addresses."""
    for path in site.pages():
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        address = str(path.relative_to(site.output).parent)
        if page.select("article .prose [data-result]") and "drafts" not in address:
            yield address, page


def test_every_quotation_says_what_it_was_compared_with_and_when(local_site: Build) -> None:
    for address, page in checked(local_site):
        blocks = page.select("figure.quotation")
        sentences = page.select("#sources .in-sentence")
        assert len(sentences) == len(page.select(".prose span.quoted")), address
        for quotation in [*blocks, *sentences]:
            days = quotation.select("details.check dl time[datetime]")
            assert bool(days) == (quotation["data-result"] != "unchecked"), address


def test_a_mark_in_a_text_says_what_it_was_compared_with(article: BeautifulSoup) -> None:
    details = one(article, "figure details.check")

    assert told(one(details, "summary")) == "Checked; 1 word put in"
    assert facts(details)["Compared with"] == "“Water”, as it was read on 16 March 2026"
    assert facts(details)["Our words"] == "[Kura]"


def test_what_was_left_out_of_a_quotation_in_a_sentence_can_be_opened(
    article: BeautifulSoup,
) -> None:
    details = one(article, "#s1 details.check")

    assert told(one(details, "summary")) == "Checked; 3 words left out"
    assert told(one(details, ".collation mark")) == "of the river,"
    assert facts(details)["Compared with"] == "“Water”, as it was read on 16 March 2026"


def test_a_quotation_in_a_sentence_leads_to_its_words_and_back(article: BeautifulSoup) -> None:
    links = [str(link["href"]) for link in article.select("#s1 .in-sentence p a")]

    assert links[0] == "#q1"
    assert links[1].startswith("https://courier.example/water#:~:text=a%20rumour")
    assert [link["href"] for link in article.select("cite.citation a")] == ["#s1", "#s2"]


def test_a_quotation_that_was_not_checked_says_why(article: BeautifulSoup) -> None:
    details = one(article, '#s2 [data-result="unchecked"] details.check')

    assert told(one(details, "summary")) == "Not checked"
    assert facts(details) == {"Why": "It was read on paper."}


def test_the_sheet_says_when_a_work_was_read_and_where_its_copy_is(article: BeautifulSoup) -> None:
    work = one(article, "#s1 > p:first-of-type")
    unread = one(article, "#s2 > p:first-of-type")

    assert "as it was read on 16 March 2026 · archived copy" in told(work)
    assert one(work, "a")["href"] == "https://archive.example/water"
    assert "read on" not in told(unread)


def test_the_link_of_a_quotation_leads_to_its_words_with_the_copy_beside_it(
    article: BeautifulSoup,
) -> None:
    links = [str(link["href"]) for link in article.select("figure figcaption a")]

    assert links[0].startswith("https://courier.example/water#:~:text=")
    assert links[1] == "https://archive.example/water"


def test_the_sheet_of_sources_ends_the_text(local_site: Build) -> None:
    for address, page in checked(local_site):
        sheet = one(page, "#sources")

        assert sheet.find_previous("div", class_="prose"), address
        assert not sheet.find_next(class_="prose"), address
        works = {link["href"] for link in sheet.select("li a[href^='#']")}
        places = page.select(".prose [id][data-result]")
        assert works == {f"#{each['id']}" for each in places}, address

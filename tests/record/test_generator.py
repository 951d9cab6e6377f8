"""The pages of sources and people, in sites that are built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page

from tests.support.building import Build, BuildSite, build_site, write_files
from tests.support.tools import npm_file

MOST_BYTES = 150_000
COURIER = (
    "Title: Kura Courier\nSlug: courier\nURL: https://courier.example/\nPlace: Gori\nCountry: GE\n"
    "Languages: ka, en\nKind: weekly newspaper\nOwner: Its readers\nSince: 1998\n\nA few words.\n"
)
WATER = (
    "type: article-newspaper\ntitle: Water\ncontainer: courier\nlanguage: en\nissued: 2026-03-14\n"
    "URL: https://courier.example/water\narchive: https://archive.example/water\n"
)
RECORD = {
    "sources/courier.md": COURIER,
    "sources/bell.md": "Title: The Bell\n\nNobody quotes it.\n",
    "citations/water.yaml": WATER,
    "citations/water.txt": "It rises, as it always did, in spring.\n\nIt falls in autumn.\n",
}


def article(number: int, *, head: str = "", lang: str = "") -> str:
    """Return an article that quotes the Courier; the higher its *number*, the newer it is."""
    language = f"Lang: {lang}\n" if lang else ""
    return (
        f"Title: Piece {number}\nDate: 2026-{number // 28 + 1:02}-{number % 28 + 1:02}\n"
        f"{language}{head}\n"
        f"> It rises […] in spring.\n>\n> — Nino Example, warden, [@water]\n\nYes.\n"
    )


def titles(page: BeautifulSoup, section: str = "main") -> list[str]:
    return [each.get_text(strip=True) for each in page.select(f"{section} .entry-title")]


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    (found,) = soup.select(selector)
    return found


def told(tag: Tag) -> str:
    return " ".join(tag.get_text(" ", strip=True).split())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a site of 45 articles that quote one outlet, some of them in Georgian."""
    folder = tmp_path_factory.mktemp("record")
    texts = {f"a{n}.md": article(n) for n in range(1, 44)}
    texts["a44.md"] = article(44, head="Slug: a44\n")
    texts["a44.ka.md"] = article(44, head="Slug: a44\n", lang="ka").replace("Piece", "წერილი")
    taken = "Title: Taken\nDate: 2026-02-20\nSource: courier\nRepublication: excerpt\n\nTheirs.\n"
    unfinished = article(50, head="Status: draft\n")
    content = write_files(
        folder / "content", RECORD | texts | {"t.md": taken, "draft.md": unfinished}
    )
    return build_site(content, folder / "output").require_success()


def test_a_source_says_what_it_is(site: Build) -> None:
    page = site.page("sources/courier/")
    facts = one(page, "dl.facts")
    names = [each.get_text() for each in facts.select("dt")]

    assert dict(zip(names, map(told, facts.select("dd")), strict=True)) == {
        "Address": "courier.example",
        "Place": "Gori , Georgia",
        "Kind": "weekly newspaper",
        "Languages": "Georgian, English",
        "Owner": "Its readers",
        "Since": "1998",
        "First quoted here": "2 January 2026",
        "As data": "quotations.json",
    }
    assert one(page, ".standfirst").get_text() == "A few words."


def test_the_pieces_are_listed_newest_first_over_several_pages(site: Build) -> None:
    pages = [site.page(f"sources/courier/{part}") for part in ("", "page/2/", "page/3/")]
    quoting = [titles(page, "section[aria-labelledby=quoting]") for page in pages]
    taken = [titles(page, "section[aria-labelledby=republished]") for page in pages]

    assert quoting[0][:3] == ["წერილი 44", "Piece 44", "Piece 43"]
    listed = [title for each in quoting for title in each]
    assert listed[1:] == [f"Piece {n}" for n in range(44, 0, -1)]
    assert [len(each) for each in quoting] == [19, 20, 6]
    assert taken == [["Taken"], [], []]
    assert not (site.output / "sources/courier/page/4").exists()


def test_pages_lead_to_each_other(site: Build) -> None:
    second = site.page("sources/courier/page/2/")

    assert one(second, "a[rel=prev]")["href"] == "/sources/courier/"
    assert one(second, "a[rel=next]")["href"] == "/sources/courier/page/3/"
    assert one(second, "link[rel=canonical]")["href"] == "/sources/courier/page/2/"
    assert one(second, "h1 a")["href"] == "/sources/courier/"


def test_a_further_page_does_not_say_again_what_the_source_is(site: Build) -> None:
    second = site.page("sources/courier/page/2/")

    assert second.select(".facts, .standfirst, .article-head .marks") == []
    assert "Page 2" in one(second, "title").get_text()


def test_a_source_counts_what_was_quoted_and_taken(site: Build) -> None:
    head = one(site.page("sources/courier/"), ".article-head")

    assert "45 quotations in 45 pieces: 45 shortened. 1 piece republished" in told(head)


def test_a_quotation_leads_to_its_words_its_archived_copy_and_its_place(site: Build) -> None:
    figure = site.page("sources/courier/").select("figure.quotation")[0]
    links = {told(link): link["href"] for link in figure.select("figcaption a")}

    assert str(links["Water"]).startswith("https://courier.example/water#:~:text=It%20rises")
    assert links["archived copy"] == "https://archive.example/water"
    place = str(links["Checked; 4 words left out"])
    address, _, name = place.partition("#")
    assert one(site.page(address), f"figure blockquote[id={name}]")


def test_drafts_are_in_no_record(site: Build) -> None:
    for address in ("sources/courier/", "people/"):
        assert "Piece 50" not in site.text(address)
        assert "drafts/" not in site.text(address)


def test_a_source_that_nobody_quotes_has_its_page(site: Build) -> None:
    page = site.page("sources/bell/")

    assert one(page, "h1").get_text() == "The Bell"
    assert page.select("main section") == []
    assert "No published piece quotes it yet." in page.get_text()
    assert page.select("meta[name=robots][content=noindex]")
    assert "The Bell" not in site.page("sources/").get_text()


def test_a_draft_leads_to_the_page_of_its_source(site: Build) -> None:
    assert (
        one(site.page("drafts/draft/"), "figcaption .p-publication")["href"] == "/sources/courier/"
    )


def test_a_language_has_pages_of_its_own_pieces(site: Build) -> None:
    page = site.page("ka/sources/courier/")

    assert page.html
    assert page.html["lang"] == "ka"
    assert titles(page) == ["წერილი 44"]
    assert [link["href"] for link in page.select("main a[hreflang]")] == ["/sources/courier/"]
    assert site.page("ka/sources/").select_one('a[href="/ka/sources/courier/"]')


def test_an_article_leads_to_the_page_of_its_source_in_its_language(site: Build) -> None:
    links = [
        [
            link["href"]
            for link in site.page(address).select("article a")
            if "sources/" in link["href"]
        ]
        for address in ("a44/", "ka/a44/")
    ]

    assert links == [["/sources/courier/"] * 2, ["/ka/sources/courier/"] * 2]


def alternates(page: BeautifulSoup) -> dict[str, str]:
    return {str(link["hreflang"]): str(link["href"]) for link in page.select("head link[hreflang]")}


@pytest.mark.parametrize("kind", ["sources/", "people/", "sources/courier/"])
def test_sisters_in_other_languages_name_each_other(site: Build, kind: str) -> None:
    expected = {"en": f"/{kind}", "ka": f"/ka/{kind}"}
    menus = [
        {link["hreflang"]: link["href"] for link in site.page(each).select(".masthead nav a[lang]")}
        for each in expected.values()
    ]

    known = {**expected, "x-default": f"/{kind}"}
    assert [alternates(site.page(address)) for address in expected.values()] == [known] * 2
    assert menus == [expected] * 2


def test_a_further_page_has_no_sister(site: Build) -> None:
    assert alternates(site.page("sources/courier/page/2/")) == {}


def test_the_menu_leads_to_sources_and_people_in_the_language_of_the_page(site: Build) -> None:
    def led(address: str) -> list[str]:
        menu = site.page(address).select(".masthead .menu[data-rule] a")
        return [str(link["href"]) for link in menu if "people" in link["href"]]

    assert (led("a1/"), led("ka/a44/")) == (["/people/"], ["/ka/people/"])


def test_a_person_is_led_to_in_every_place(site: Build) -> None:
    page = site.page("people/")
    places = [str(link["href"]) for link in page.select("details.said a")]

    assert [told(each) for each in page.select("main h2, main h3")] == ["E", "Nino Example"]
    assert len(places) == len(set(places)) == 45
    for place in places:
        address, _, name = place.partition("#")
        assert one(site.page(address), f"[id={name}]")
    assert told(one(page, "li > details.said > summary")) == "45 quotations"
    assert told(one(page, ".entries .columns > li > p.meta")) == "warden · Kura Courier"


def test_the_index_of_sources_leads_to_the_data(site: Build) -> None:
    page = site.page("sources/")
    linked = [str(link["href"]) for link in page.select("#data ~ * a")]

    assert linked == ["/quotations.json", "/quotations.csv", "/quotations.schema.json"]
    assert all((site.output / name.lstrip("/")).is_file() for name in linked)
    machine = one(page, "link[rel=alternate][type='application/json']")
    assert machine["href"] == "/quotations.json"


def test_the_front_page_leads_to_the_most_quoted_sources(site: Build) -> None:
    def led(address: str) -> list[str]:
        section = one(site.page(address), "section[aria-labelledby=most-quoted]")
        return [str(link["href"]) for link in section.select("a")]

    assert led("") == ["/sources/courier/", "/sources/"]
    assert led("ka/") == ["/ka/sources/courier/", "/ka/sources/"]


def many(people: int, quotations: int) -> Iterator[tuple[str, str]]:
    """Yield articles that each quote one of several people a hundred times."""
    for number in range(people):
        name = chr(ord("A") + number % 26) * 2
        blocks = "".join(
            f"> The river {name} {n} rises {'and rises ' * 8}in spring.\n>\n> — {name.title()}\n\n"
            for n in range(quotations)
        )
        head = f"Title: P{number}\nDate: 2026-01-01 {number % 24:02}:00\nSlug: p{number}\n\n"
        yield f"p{number}.md", f"{head}{blocks}Yes.\n"


@pytest.mark.slow
def test_an_index_of_many_people_is_parted_into_pages_that_can_be_loaded(build: BuildSite) -> None:
    site = build(dict(many(26, 100))).require_success()
    pages = sorted((site.output / "people").rglob("index.html"))
    places = [
        str(link["href"])
        for page in pages
        for link in BeautifulSoup(page.read_text("utf-8"), "html.parser").select(".said a")
    ]

    assert len(pages) > 5
    assert all(page.stat().st_size < MOST_BYTES for page in pages)
    assert len(places) == len(set(places)) == 2600
    letters = {
        told(a): str(a["href"]) for a in site.page("people/").select("[aria-label=Letters] a")
    }
    assert len(letters) == 26
    for letter, href in letters.items():
        address, _, name = href.partition("#")
        assert told(one(site.page(address or "people/"), f"[id={name}]")) == letter


def test_axe_finds_nothing_on_a_further_page(
    site: Build, page: Page, serve: Callable[[Path], str]
) -> None:
    page.goto(f"{serve(site.output)}/sources/courier/page/2/")
    page.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))

    found = page.evaluate("axe.run(document)")

    assert [violation["id"] for violation in found["violations"]] == []
    assert found["passes"]


def test_without_the_record_a_site_is_built_and_leads_nowhere(build: BuildSite) -> None:
    kept = ["metadata", "quotations", "structured_data", "feeds", "languages", "comments"]

    done = build(
        RECORD | {"a.md": article(1)}, PLUGINS=["settings", *kept, "assets"]
    ).require_success()

    assert done.page("a/").select('a[href*="/sources/"], a[href*="/people/"]') == []
    assert not (done.output / "sources").exists()


def test_the_addresses_of_the_record_are_taken(build: BuildSite) -> None:
    done = build(RECORD | {"people.md": article(1)}, VERIFY_ONLY=True)

    assert "duplicate-slug" in done.codes()

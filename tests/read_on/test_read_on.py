"""Where a piece leads: its series, what is like it, and its neighbours."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from tests.support.building import Build, BuildSite, build_site, write_files

QUOTES = (
    "> {words}\n>\n> — {who}, [“A work”](https://courier.example/{where}), {outlet}, 2026-01-02\n"
)


def piece(day: int, *, quotes: tuple[str, str] | None = None, **fields: str) -> str:
    """Return an article of a day in March; *quotes* is whom it quotes, and from which outlet."""
    head = {"Title": f"Piece {day}", "Date": f"2026-03-{day:02} 09:00", "Category": "Rivers"}
    head |= {name.capitalize(): value for name, value in fields.items()}
    text = "".join(f"{name}: {value}\n" for name, value in head.items()) + "\nIt flows.\n\n"
    if quotes:
        who, outlet = quotes
        text += QUOTES.format(words="Words.", who=who, where=day, outlet=outlet)
    return text


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a site with a series, and pieces that are like each other in many ways."""
    files = {
        "a.md": piece(1, quotes=("Nino Example", "Courier"), category="Birds"),
        "b.md": piece(2, quotes=("Ana Example", "Courier"), category="Birds"),
        "c.md": piece(3, tags="water", category="Wine"),
        "d.md": piece(4, series="By hand", part="2"),
        "e.md": piece(5, series="By hand", part="1"),
        "f.md": piece(6, quotes=("Nino Example", "Courier"), tags="water", category="Schools"),
        "g.md": piece(7, series="By hand", category="Schools"),
        "h.ka.md": piece(8, series="By hand", lang="ka"),
        "i.md": piece(9, series="By hand", status="draft"),
    }
    folder = tmp_path_factory.mktemp("read_on")
    content = write_files(folder / "content", {f"articles/{k}": v for k, v in files.items()})
    return build_site(content, folder / "output").require_success()


def links(page: BeautifulSoup, selector: str) -> list[str]:
    return [str(link["href"]) for link in page.select(selector)]


def parts(page: BeautifulSoup) -> list[tuple[str, str, bool]]:
    """Return number and title of each part, and whether it is where the reader is."""
    return [
        (
            str(li["value"]),
            li.get_text(strip=True),
            li.select_one("[aria-current=page]") is not None,
        )
        for li in page.select("nav.series li")
    ]


def test_a_piece_lists_the_parts_of_its_series_in_their_order(site: Build) -> None:
    assert parts(site.page("d/")) == [
        ("1", "Piece 5", False),
        ("2", "Piece 4", True),
        ("3", "Piece 7", False),
    ]
    assert links(site.page("d/"), "nav.series a") == ["/e/", "/g/"]
    assert site.page("a/").select("nav.series") == []


def test_a_series_is_of_one_language(site: Build) -> None:
    assert parts(site.page("ka/h/")) == [("1", "Piece 8", True)]


def test_a_draft_shows_its_place_and_stands_in_no_other_list(site: Build) -> None:
    assert parts(site.page("drafts/i/"))[-1] == ("4", "Piece 9", True)


def test_who_quotes_the_same_person_comes_before_who_quotes_the_same_outlet(site: Build) -> None:
    page = site.page("f/")

    assert links(page, ".related h3 a") == ["/a/", "/b/", "/c/"]
    why = [p.get_text(strip=True) for p in page.select(".related .byline + .meta")]
    assert why == ["Also quotes Nino Example", "Also quotes Courier"]


def test_only_older_pieces_are_related_and_none_of_the_series(site: Build) -> None:
    assert links(site.page("a/"), ".related h3 a") == []
    assert links(site.page("g/"), ".related h3 a") == ["/f/"]
    assert links(site.page("e/"), ".related h3 a") == []


def test_neighbours_are_of_the_same_language_and_say_which_they_are(site: Build) -> None:
    page = site.page("b/")

    assert links(page, ".neighbours a[rel=prev]") == ["/a/"]
    assert links(page, ".neighbours a[rel=next]") == ["/c/"]
    assert ["Piece 3" in link.get_text() for link in page.select(".neighbours a[rel=next]")] == [
        True
    ]
    assert links(site.page("g/"), ".neighbours a") == ["/f/"]
    assert site.page("ka/h/").select(".neighbours") == []


def test_what_is_wrong_with_a_series_is_told_with_its_line(build: BuildSite) -> None:
    done = build(
        {
            "a.md": piece(1, series="By hand", part="1"),
            "b.md": piece(2, series="By hand", part="1"),
            "c.md": piece(3, series="By hand", part="two"),
            "d.md": piece(4, part="2"),
            "e.md": piece(5, series="By hands"),
        }
    )

    told = {
        (each.location.path.name, each.location.line, each.code, each.severity.value)
        for each in done.problems
        if each.location
    }
    assert told == {
        ("b.md", 5, "series-part", "error"),
        ("c.md", 5, "part", "error"),
        ("d.md", 4, "part", "error"),
        ("e.md", 4, "series-name", "warning"),
    }

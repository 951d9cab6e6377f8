"""Pages of the house, lists and settings."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.structured_data.checking import faults
from tests.structured_data.reading import data_of
from tests.support.building import Build, BuildSite, build_site, write_files

HOME = "https://kura.example"
ARTICLE = "Title: A\nDate: 2026-03-14\n\nIt flows.\n"


def page(title: str, *fields: str) -> str:
    return "\n".join([f"Title: {title}", *fields, "", "We write.", ""])


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a site whose lists go over several pages, with pages and a picture."""
    folder = tmp_path_factory.mktemp("long")
    texts = {
        f"a{n:02}.md": (
            f"Title: Text {n:02}\nDate: 2026-01-{n + 1:02}\nTags: u1\nAuthor: Ann\n\nIt flows.\n"
        )
        for n in range(25)
    }
    more = {
        "a00.ka.md": "Title: ტექსტი\nDate: 2026-01-01\nAuthor: Ann\n\nმიედინება.\n",
        "own.md": "Title: B\nDate: 2026-02-01\nAuthor: Eka\nCategory: Wine\n\nIt flows.\n",
        "pages/us.md": page("Us", "Purpose: About, contact, masthead", "Author: Ann"),
        "pages/us.ka.md": page("ჩვენ", "Lang: ka"),
        "pages/plain.md": page("Plain"),
        "authors/ann.md": (
            "Title: Ann\nNames: ka: ანა\nURL: https://ann.example/\nImage: images/ann.svg\n\n"
            "She *writes*.\n"
        ),
        "authors/eka.md": "Title: Eka\nImage: images/none.svg\n",
        "images/ann.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        "images/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }
    content = write_files(folder / "content", texts | more)
    settings = {
        "SITEURL": HOME,
        "LICENSE": "All rights reserved.",
        "STRUCTURED_DATA": {"logo": "images/logo.svg"},
    }
    return build_site(content, folder / "output", settings=settings).require_success()


def the(site: Build, address: str) -> dict[str, Any]:
    [root] = data_of(site, address)
    assert faults([root]) == []
    return root


def canonical(soup: BeautifulSoup) -> list[str]:
    return [str(link["href"]) for link in soup.select("head link[rel=canonical]")]


def title(soup: BeautifulSoup) -> str:
    assert soup.title
    return soup.title.get_text(strip=True)


@pytest.mark.parametrize(
    "address", ["", "page/2/", "tags/u1/page/2/", "sections/misc/page/2/", "authors/ann/page/2/"]
)
def test_each_page_of_a_list_stands_for_itself(long_site: Build, address: str) -> None:
    assert canonical(long_site.page(address)) == [f"{HOME}/{address}"]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("page/2/", "The Kelp Review – Page 2"),
        ("tags/u1/", "u1 – The Kelp Review"),
        ("tags/u1/page/2/", "u1 – The Kelp Review – Page 2"),
    ],
)
def test_each_page_of_a_list_has_a_title_of_its_own(
    long_site: Build, address: str, shown: str
) -> None:
    assert title(long_site.page(address)) == shown


@pytest.mark.parametrize(
    ("address", "way"),
    [
        ("tags/u1/", ["The Kelp Review", "Tags", "u1"]),
        ("tags/", ["The Kelp Review", "Tags"]),
        ("plain/", ["The Kelp Review", "Plain"]),
    ],
)
def test_the_way_to_a_page_is_told(long_site: Build, address: str, way: list[str]) -> None:
    data = the(long_site, address)

    assert [step["name"] for step in data["breadcrumb"]["itemListElement"]] == way
    assert data["breadcrumb"]["itemListElement"][-1]["item"] == f"{HOME}/{address}"
    assert data["name"] == way[-1]


@pytest.mark.parametrize(
    ("first", "way"),
    [
        ("", ["The Kelp Review", "Latest"]),
        ("tags/u1/", ["The Kelp Review", "Tags", "u1"]),
        ("sections/misc/", ["The Kelp Review", "misc"]),
        ("authors/ann/", ["The Kelp Review", "Authors", "Ann"]),
    ],
)
def test_the_way_to_a_further_page_leads_over_the_first(
    long_site: Build, first: str, way: list[str]
) -> None:
    data = the(long_site, f"{first}page/2/")
    steps = data["breadcrumb"]["itemListElement"]

    assert [step["name"] for step in steps] == [*way, "Page 2"]
    assert [step["item"] for step in steps[-2:]] == [f"{HOME}/{first}", f"{HOME}/{first}page/2/"]
    assert data["name"] == f"{way[-1]} – Page 2"


def test_a_page_says_what_it_is_for(long_site: Build) -> None:
    us, versions, plain = the(long_site, "us/"), the(long_site, "ka/us/"), the(long_site, "plain/")

    assert (us["@type"], versions["@type"], plain["@type"]) == (
        "AboutPage",
        "AboutPage",
        "WebPage",
    )
    assert us["about"] == {"@id": f"{HOME}/#organization"}
    assert "about" not in plain
    assert us["workTranslation"][0]["@id"] == f"{HOME}/ka/us/"
    assert versions["translationOfWork"]["@id"] == f"{HOME}/us/"
    assert data_of(long_site, "")[0]["masthead"] == f"{HOME}/us/"


def test_a_logo_is_told_wherever_the_house_is_named(long_site: Build) -> None:
    logo = {"@type": "ImageObject", "url": f"{HOME}/images/logo.svg"}

    assert data_of(long_site, "")[0]["logo"] == logo
    assert the(long_site, "a00/")["publisher"]["logo"] == logo


def test_without_a_licence_in_the_settings_none_is_told(long_site: Build) -> None:
    assert "license" not in the(long_site, "a00/")


def test_an_author_has_the_picture_that_is_there(long_site: Build) -> None:
    ann, eka = the(long_site, "authors/ann/")["mainEntity"], the(long_site, "authors/eka/")

    assert ann["image"] == {"@type": "ImageObject", "url": f"{HOME}/images/ann.svg"}
    assert ann["alternateName"] == ["ანა"]
    assert ann["sameAs"] == "https://ann.example/"
    assert "image" not in eka["mainEntity"]


def test_a_page_for_what_no_page_is_for_is_an_error(build: BuildSite) -> None:
    files = {
        "pages/a.md": page("A", "Purpose: corections"),
        "pages/b.md": page("B", "Purpose: xyz"),
        "pages/c.md": page("C", "Purpose: ethics"),
        "pages/d.md": page("D", "Purpose: masthead, ethics"),
    }

    done = build(files, VERIFY_ONLY=True)

    told = {str(problem.location): problem.message for problem in done.problems}
    assert set(done.codes()) == {"purpose"}
    assert told["content/pages/a.md:2"].endswith("did you mean corrections?")
    assert "choose from about, contact, corrections" in told["content/pages/b.md:2"]
    assert told["content/pages/d.md:2"] == (
        "pages/c.md is for “ethics” already; keep one of the two"
    )
    assert len(told) == 3


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({"licence": "x"}, "STRUCTURED_DATA has no option “licence”; did you mean license?"),
        ({"license": "CC BY"}, "STRUCTURED_DATA: “license” is the address where its text stands"),
        ({"logo": "images/no.svg"}, "the logo images/no.svg is no file of the content"),
    ],
)
def test_a_setting_that_cannot_be_is_an_error(
    build: BuildSite, setting: dict[str, str], message: str
) -> None:
    done = build({"a.md": ARTICLE}, VERIFY_ONLY=True, STRUCTURED_DATA=setting)

    [problem] = done.problems
    assert problem.code == "setting"
    assert message in problem.message


def test_a_site_without_address_and_authors_tells_what_it_can(build: BuildSite) -> None:
    done = build({"a.md": ARTICLE}).require_success()

    [article] = data_of(done, "a/")
    assert (article["@id"], article["publisher"]["@id"]) == ("/a/", "/#organization")
    assert "author" not in article


def test_of_two_versions_the_one_that_says_so_is_the_translation(build: BuildSite) -> None:
    files = {
        "a.md": "Title: A\nDate: 2026-03-14\nTranslation: true\n\nIt flows.\n",
        "a.ka.md": "Title: ა\nDate: 2026-03-14\n\nმიედინება.\n",
        "b.ka.md": "Title: ბ\nDate: 2026-03-14\n\nმიედინება.\n",
        "b.ru.md": "Title: Б\nDate: 2026-03-14\n\nТечёт.\n",
    }

    done = build(files, SITEURL=HOME).require_success()
    told = {address: the(done, address) for address in ("a/", "ka/a/", "ka/b/", "ru/b/")}

    assert told["a/"]["translationOfWork"]["@id"] == f"{HOME}/ka/a/"
    assert [each["inLanguage"] for each in told["ka/a/"]["workTranslation"]] == ["en"]
    # Which of two in other languages was written first, nobody said.
    for address in ("ka/b/", "ru/b/"):
        assert not {"translationOfWork", "workTranslation"} & told[address].keys()

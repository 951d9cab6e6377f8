"""Quotations and the works they come from, as articles tell them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from citations import Source
from contract.publication import Publication
from structured_data.site import Site
from structured_data.works import described_outlet, kind_of, outlet
from tests.structured_data.checking import faults
from tests.structured_data.reading import data_of
from tests.support.building import Build, build_site, write_files

HOME = "https://kura.example"
SITE = Site(name="Kura", url=HOME, publication=Publication(language="en", languages=("en",)))
WATER = "https://courier.example/water"
CONTENT = {
    "articles/water.md": f"""\
Title: Water
Date: 2026-03-14

> It flows.
>
> — Nino Example, hydrologist, [“The water”]({WATER}), Courier, 2026-03

> It reads no treaties.
>
> — [@water]

> It is late.
>
> — [@bus]

> It said so itself.
>
> — The river

> It was on paper.
>
> — Hayk Example, [@paper], 2025-12-31

It is “wet” [@water], and “wide” [@paper].
""",
    "citations/water.yaml": (
        "type: report\ntitle: Of water\nauthor:\n  - Nino Example\n  - Eka Example\n"
        f"container-title: The Courier\nURL: {WATER}\nlanguage: en\nissued: 2026\n"
    ),
    "citations/bus.yaml": f"type: song\ntitle: The bus\nURL: {WATER}\n",
    "citations/paper.yaml": "type: chapter\ntitle: On paper\nissued: 1984-07\n",
}


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what an article tells that quotes works of every kind."""
    folder = tmp_path_factory.mktemp("works")
    content = write_files(folder / "content", CONTENT)
    built: Build = build_site(content, folder / "output", settings={"SITEURL": HOME})
    [root] = data_of(built.require_success(), "water/")
    return root


def test_nothing_is_told_that_the_vocabulary_does_not_know(article: dict[str, Any]) -> None:
    assert faults([article]) == []


def test_works_with_one_address_are_one_and_the_record_describes_it(
    article: dict[str, Any],
) -> None:
    report, chapter = article["citation"]

    assert report == {
        "@type": "Report",
        "@id": WATER,
        "name": "Of water",
        "url": WATER,
        "author": [
            {"@type": "Person", "name": "Nino Example"},
            {"@type": "Person", "name": "Eka Example"},
        ],
        "publisher": {"@type": "Organization", "name": "The Courier"},
        "datePublished": "2026",
        "inLanguage": "en",
    }
    assert chapter == {"@type": "Chapter", "name": "On paper", "datePublished": "1984-07"}


def test_a_quotation_names_its_work_by_its_address_or_in_full(article: dict[str, Any]) -> None:
    linked, keyed, other, said, on_paper, inline, wide = article["hasPart"]
    brief = {"@type": "Report", "@id": WATER, "name": "Of water", "url": WATER}

    assert [part.get("isBasedOn") for part in (linked, keyed, other, inline)] == [brief] * 4
    assert on_paper["isBasedOn"] == wide["isBasedOn"] == article["citation"][1]
    assert "isBasedOn" not in said


def test_who_speaks_is_one_person_and_who_wrote_may_be_several(article: dict[str, Any]) -> None:
    linked, keyed, other, said, on_paper, *_ = (each.get("creator") for each in article["hasPart"])

    assert linked == {"@type": "Person", "name": "Nino Example", "jobTitle": "hydrologist"}
    assert [person["name"] for person in keyed] == ["Nino Example", "Eka Example"]
    assert other is None
    assert said == {"@type": "Person", "name": "The river"}
    assert on_paper["name"] == "Hayk Example"


def test_each_quotation_has_a_name_of_its_own(article: dict[str, Any]) -> None:
    names = [part["@id"] for part in article["hasPart"]]

    assert len(set(names)) == len(names) == 7
    assert all(name.startswith(f"{HOME}/water/#q-") for name in names)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("weekly newspaper", "NewsMediaOrganization"),
        ("TV channel", "NewsMediaOrganization"),
        ("News agency", "NewsMediaOrganization"),
        ("ministry", "Organization"),
        ("activity group", "Organization"),
        ("", "Organization"),
    ],
)
def test_an_outlet_is_what_it_says_it_is(kind: str, expected: str) -> None:
    assert kind_of(Source(slug="a", title="A", path=Path("a.md"), kind=kind)) == expected


@pytest.mark.parametrize(("since", "told"), [("1998", "1998"), ("the nineties", None)])
def test_when_an_outlet_began_is_told_where_it_is_a_date(since: str, told: str | None) -> None:
    source = Source(slug="a", title="A", path=Path("a.md"), since=since)

    assert described_outlet(source, SITE).get("foundingDate") == told


def test_an_outlet_of_which_nothing_is_known_is_not_told() -> None:
    assert outlet("", None, SITE) is None
    source = Source(slug="a", title="A", path=Path("a.md"))
    assert described_outlet(source, SITE) == {
        "@type": "Organization",
        "name": "A",
    }

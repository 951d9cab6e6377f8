"""What a reader is told of a source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from citations import Citation, Name, PartialDate, Source
from quotations.attribution import cite
from quotations.model import Attribution, Cited

COURIER = Source(slug="courier", title="Kura Courier", path=Path("courier.md"))
DAY = PartialDate(year=2026, month=3, day=14)
WATER = Citation(
    key="water",
    path=Path("water.yaml"),
    type="webpage",
    title="Water",
    authors=(Name(given="Nino", family="Example"), Name(literal="Ana")),
    source=COURIER,
    url="https://courier.example/water",
    language="ka",
    issued=DAY,
    archive="https://archive.example/water",
)


def test_the_recorded_work_fills_the_gaps_of_an_attribution() -> None:
    attribution = Attribution(key="water", role="hydrologist", translator="Ilia")

    assert cite(attribution, WATER) == Cited(
        person="Nino Example, Ana",
        role="hydrologist",
        title="Water",
        url="https://courier.example/water",
        language="ka",
        outlet="Kura Courier",
        source=COURIER,
        date=DAY,
        translator="Ilia",
        archive="https://archive.example/water",
    )


def test_what_the_attribution_says_comes_first() -> None:
    attribution = Attribution(person="Ilia", key="water", date=PartialDate(year=2025))

    cited = cite(attribution, WATER)

    assert (cited.person, cited.date) == ("Ilia", PartialDate(year=2025))


def test_an_attribution_may_be_all_there_is() -> None:
    attribution = Attribution(title="T", url="https://a.example/", outlet="O")

    assert cite(attribution, None) == Cited(title="T", url="https://a.example/", outlet="O")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://a.example/", "https://a.example/#:~:text=b", id="plain"),
        pytest.param("https://a.example/#c", "https://a.example/#c:~:text=b", id="fragment"),
        pytest.param(
            "https://a.example/#:~:text=c", "https://a.example/#:~:text=c", id="text-fragment"
        ),
        pytest.param("", "", id="none"),
    ],
)
def test_the_link_leads_to_the_quoted_words(url: str, expected: str) -> None:
    assert cite(Attribution(), replace(WATER, url=url), fragment="b").url == expected


def known(name: str) -> Source | None:
    return COURIER if name == "Kura Courier" else None


def test_an_outlet_that_is_known_by_name_is_the_source() -> None:
    attribution = Attribution(person="Ilia", url="https://a.example/", outlet="Kura Courier")

    cited = cite(attribution, None, source_named=known)

    assert (cited.person, cited.outlet, cited.source) == ("Ilia", "Kura Courier", COURIER)


def test_an_outlet_alone_is_not_taken_for_a_person() -> None:
    cited = cite(Attribution(person="Kura Courier", date=DAY), None, source_named=known)

    assert cited == Cited(outlet="Kura Courier", source=COURIER, date=DAY)


def test_somebody_with_the_name_of_an_outlet_and_a_role_is_a_person() -> None:
    cited = cite(Attribution(person="Kura Courier", role="a dog"), None, source_named=known)

    assert (cited.person, cited.source) == ("Kura Courier", None)


def test_a_recorded_work_says_where_it_appeared() -> None:
    elsewhere = replace(WATER, source=None, container_title="The Bell")

    cited = cite(Attribution(person="Kura Courier"), elsewhere, source_named=known)

    assert (cited.outlet, cited.source) == ("The Bell", None)

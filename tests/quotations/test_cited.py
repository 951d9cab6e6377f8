"""What a reader is told of a source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quotations.cited import cite
from quotations.model import Attribution, Citation, Cited, Name, PartialDate, Source

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

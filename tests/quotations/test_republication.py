"""Where a republished article was published first."""

from __future__ import annotations

import pytest

from quotations.errors import QuotationError
from quotations.library import Library
from quotations.model import Republication, RepublicationKind
from quotations.republication import republication_of


def test_most_articles_were_published_nowhere_else(record: Library) -> None:
    assert republication_of({"source": " "}, record) is None


@pytest.mark.parametrize("kind", ["verbatim", "translation", "excerpt", "Verbatim"])
def test_an_article_may_be_taken_over_from_a_recorded_work(record: Library, kind: str) -> None:
    water = record.citations["water"]

    assert republication_of({"source": "@water", "republication": kind}, record) == Republication(
        kind=RepublicationKind(kind.lower()),
        citation=water,
        source=water.source,
        outlet="Kura Courier",
    )


def test_an_outlet_with_a_record_is_known_by_its_name(record: Library) -> None:
    found = republication_of({"source": "kura courier", "republication": "excerpt"}, record)

    assert found == Republication(
        kind=RepublicationKind.EXCERPT, source=record.sources["courier"], outlet="Kura Courier"
    )


def test_an_outlet_without_a_record_is_a_name(record: Library) -> None:
    found = republication_of({"source": "The Bell", "republication": "excerpt"}, record)

    assert found == Republication(kind=RepublicationKind.EXCERPT, outlet="The Bell")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        pytest.param({"republication": "verbatim"}, "add “Source: @key”", id="no-source"),
        pytest.param({"source": "@water"}, "add “Republication: verbatim”", id="no-kind"),
        pytest.param(
            {"source": "@water", "republication": "excerp"}, "did you mean excerpt?", id="kind"
        ),
        pytest.param(
            {"source": "@watr", "republication": "excerpt"}, "did you mean water?", id="key"
        ),
        pytest.param(
            {"source": "@../x", "republication": "excerpt"}, "is no citation key", id="path"
        ),
    ],
)
def test_half_of_it_is_an_error(record: Library, fields: dict[str, str], message: str) -> None:
    with pytest.raises(QuotationError, match=message.replace("?", r"\?")):
        republication_of(fields, record)

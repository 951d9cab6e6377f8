"""Where a republished article was published first."""

from __future__ import annotations

import pytest

from citations import Library
from quotations.model import Republication, RepublicationKind
from quotations.republication import republication_of
from verification import QuotationError


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
        robots="noindex" if kind.lower() == "verbatim" else "",
    )


@pytest.mark.parametrize(
    ("kind", "said", "robots"),
    [
        pytest.param("verbatim", "", "noindex", id="copy"),
        pytest.param("verbatim", "nofollow", "noindex, nofollow", id="copy-and-more"),
        pytest.param("verbatim", "INDEX, nofollow", "INDEX, nofollow", id="copy-to-be-found"),
        pytest.param("verbatim", "all", "all", id="copy-without-limits"),
        pytest.param("translation", "", "", id="translation"),
        pytest.param("excerpt", "none", "none", id="hidden"),
    ],
)
def test_search_engines_leave_a_copy_to_its_original_unless_told_otherwise(
    record: Library, kind: str, said: str, robots: str
) -> None:
    fields = {"source": "@water", "republication": kind, "robots": said}
    taken = republication_of(fields, record)

    assert taken
    assert taken.robots == robots


@pytest.mark.parametrize("kind", ["verbatim", "translation", "excerpt"])
def test_what_others_wrote_is_theirs(record: Library, kind: str) -> None:
    work = republication_of({"source": "@water", "republication": kind}, record)
    outlet = republication_of({"source": "The Bell", "republication": kind}, record)

    assert work
    assert outlet
    assert work.authors == tuple(map(str, record.citations["water"].authors))
    assert outlet.authors == ()
    assert not work.licensed
    assert work.canonical == (record.citations["water"].url if kind == "verbatim" else "")
    assert outlet.canonical == ""


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

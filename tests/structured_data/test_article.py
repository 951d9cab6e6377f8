"""An article as JSON-LD."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from quotations.corrections import Correction
from quotations.model import (
    Attribution,
    Citation,
    Cited,
    Name,
    Original,
    PartialDate,
    Quotation,
    Republication,
    RepublicationKind,
    Work,
)
from structured_data.article import in_script, structured_data

SETTINGS = {"SITEURL": "https://kura.example", "SITENAME": "The Kura Review"}
WATER = Citation(
    key="water",
    path=Path("water.yaml"),
    type="webpage",
    title="Water",
    authors=(Name(given="Nino", family="Example"),),
    container_title="Kura Courier",
    url="https://courier.example/",
    language="ka",
    issued=PartialDate(year=2026, month=3),
)
WATER_DATA = {
    "@type": "CreativeWork",
    "name": "Water",
    "url": "https://courier.example/",
    "author": [{"@type": "Person", "name": "Nino Example"}],
    "publisher": {"@type": "Organization", "name": "Kura Courier"},
    "datePublished": "2026-03",
    "inLanguage": "ka",
}


def article(**facts: Any) -> SimpleNamespace:
    plain: dict[str, Any] = {
        "url": "a/",
        "title": "A",
        "lang": "en",
        "date": datetime.datetime(2026, 3, 30, tzinfo=datetime.UTC),
        "authors": ["Gayane"],
        "works": (),
        "quotations": (),
        "republication": None,
        "corrections": (),
    }
    return SimpleNamespace(**{**plain, **facts})


def data_of(described: SimpleNamespace) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(structured_data(described, SETTINGS))
    return data


def quotation(cited: Cited, citation: Citation | None = None) -> Quotation:
    return Quotation(
        id="q1",
        paragraphs=("a", "b"),
        language="en",
        attribution=Attribution(),
        cited=cited,
        citation=citation,
    )


def test_an_article_says_no_more_than_it_knows() -> None:
    assert data_of(article()) == {
        "@context": "https://schema.org",
        "@type": "OpinionNewsArticle",
        "@id": "https://kura.example/a/",
        "url": "https://kura.example/a/",
        "headline": "A",
        "inLanguage": "en",
        "datePublished": "2026-03-30T00:00:00+00:00",
        "dateModified": "2026-03-30T00:00:00+00:00",
        "author": [{"@type": "Person", "name": "Gayane"}],
        "publisher": {"@type": "NewsMediaOrganization", "name": "The Kura Review"},
    }


def test_a_quotation_is_a_part_of_its_article() -> None:
    quoted = Quotation(
        id="q1",
        paragraphs=("a", "b"),
        language="en",
        attribution=Attribution(),
        cited=Cited(person="Nino Example"),
        citation=WATER,
        original=Original(paragraphs=("ა", "ბ"), language="ka"),
    )

    data = data_of(article(quotations=(quoted,), works=(Work(id="s1", quotations=(quoted,)),)))

    assert data["citation"] == [WATER_DATA]
    assert data["hasPart"] == [
        {
            "@type": "Quotation",
            "@id": "https://kura.example/a/#q1",
            "text": "a b",
            "inLanguage": "en",
            "creator": {"@type": "Person", "name": "Nino Example"},
            "translationOfWork": {"@type": "Quotation", "text": "ა ბ", "inLanguage": "ka"},
            "isBasedOn": WATER_DATA,
        }
    ]


def test_a_work_without_a_record_is_described_by_its_attribution() -> None:
    quoted = quotation(Cited(title="Water", url="https://courier.example/"))

    data = data_of(article(quotations=(quoted,), works=(Work(id="s1", quotations=(quoted,)),)))

    assert "citation" not in data
    assert data["hasPart"][0]["isBasedOn"] == {
        "@type": "CreativeWork",
        "name": "Water",
        "url": "https://courier.example/",
    }


def test_a_quotation_of_nothing_known_is_based_on_nothing() -> None:
    (part,) = data_of(article(quotations=(quotation(Cited()),)))["hasPart"]

    assert part.keys() == {"@type", "@id", "text", "inLanguage"}


def test_a_republished_article_is_based_on_the_work_or_the_outlet() -> None:
    work = Republication(kind=RepublicationKind.VERBATIM, citation=WATER)
    outlet = Republication(kind=RepublicationKind.VERBATIM, outlet="The Bell")

    assert data_of(article(republication=work))["isBasedOn"] == WATER_DATA
    assert data_of(article(republication=outlet))["isBasedOn"] == {
        "@type": "CreativeWork",
        "publisher": {"@type": "Organization", "name": "The Bell"},
    }


def test_corrections_and_the_day_of_a_change_are_told() -> None:
    changed = article(
        modified=datetime.datetime(2026, 4, 2, tzinfo=datetime.UTC),
        corrections=(Correction(date=PartialDate(year=2026, month=4), text="A name."),),
    )

    data = data_of(changed)

    assert data["dateModified"] == "2026-04-02T00:00:00+00:00"
    assert data["correction"] == [
        {"@type": "CorrectionComment", "text": "A name.", "datePublished": "2026-04"}
    ]


def test_nothing_in_it_ends_the_script() -> None:
    data = {"a": "</script><!-- & “ქ”"}

    text = in_script(data)

    assert json.loads(text) == data
    assert not set("<>&") & set(text)
    assert "ქ" in text

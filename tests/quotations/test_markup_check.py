"""What a reader is told of the check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest

from citations import Citation, PartialDate
from languages.translator import Translator
from quotations.markup import check_details, original_details, summary_text
from quotations.model import (
    Attribution,
    Cited,
    Original,
    Quotation,
)
from verification import (
    Insertion,
    Piece,
    Result,
    Verification,
)

ENGLISH = Translator("en")
WATER = Citation(
    key="water",
    path=Path("water.yaml"),
    type="webpage",
    title="Water",
    accessed=PartialDate(year=2026, month=3, day=16),
)
ORIGINAL = Original(paragraphs=("წყალი",), language="ka")
VERBATIM = Verification(result=Result.VERBATIM, words=2)
SHORTENED = Verification(
    result=Result.EDITED,
    words=2,
    omitted_words=1,
    elisions=1,
    collation=(
        Piece(text="The river "),
        Piece(text="always", omitted=True),
        Piece(text=" flows"),
    ),
)
INSERTED = Verification(
    result=Result.EDITED,
    words=3,
    insertions=(Insertion(text="the river", replaces="it"), Insertion(text="sic")),
)


def quotation(
    found: Verification, *, citation: Citation | None = WATER, original: Original | None = None
) -> Quotation:
    return Quotation(
        id="q1",
        paragraphs=("Water",),
        language="en",
        attribution=Attribution(person="Nino"),
        citation=citation,
        original=original,
        verification=found,
    )


def record(checked: Quotation) -> dict[str, str]:
    """Return the terms of the check and what they say."""
    details = check_details(checked, ENGLISH)
    return {
        "".join(term.itertext()): "".join(text.itertext())
        for term, text in zip(details.iter("dt"), details.iter("dd"), strict=True)
    }


@pytest.mark.parametrize(
    ("found", "original", "text"),
    [
        pytest.param(VERBATIM, None, "Checked, word for word", id="verbatim"),
        pytest.param(VERBATIM, ORIGINAL, "Checked in the original", id="translated"),
        pytest.param(SHORTENED, None, "Checked; 1 word left out", id="omission"),
        pytest.param(
            SHORTENED,
            ORIGINAL,
            "Checked in the original; 1 word left out",
            id="translated-omission",
        ),
        pytest.param(INSERTED, None, "Checked; 3 words put in", id="insertion"),
        pytest.param(
            replace(INSERTED, omitted_words=9),
            None,
            "Checked; 9 words left out, 3 words put in",
            id="both",
        ),
        pytest.param(
            Verification(result=Result.EDITED, elisions=1),
            None,
            "Checked; shortened",
            id="at-the-end",
        ),
        pytest.param(Verification(result=Result.EDITED), None, "Checked", id="case"),
        pytest.param(
            Verification(result=Result.DRIFTED), None, "Not found in the source", id="drifted"
        ),
        pytest.param(
            Verification(result=Result.ABSENT), ORIGINAL, "Not found in the source", id="absent"
        ),
        pytest.param(Verification(result=Result.UNCHECKED), None, "Not checked", id="unchecked"),
    ],
)
def test_the_summary_says_what_was_found(
    found: Verification, original: Original | None, text: str
) -> None:
    assert summary_text(quotation(found, original=original), ENGLISH) == text


def test_a_verbatim_quotation_left_nothing_out() -> None:
    assert tostring(check_details(quotation(VERBATIM), ENGLISH), encoding="unicode") == (
        '<details class="check"><summary><span class="mark" data-result="verbatim" />'
        ' Checked, word for word</summary><dl class="check-record facts" data-shape="table">'
        "<dt>Found</dt><dd>all 2 words, in this order</dd>"
        "<dt>Left out</dt><dd>nothing</dd>"
        "<dt>Compared with</dt><dd>“Water”, as it was read on "
        '<time datetime="2026-03-16">16 March 2026</time></dd></dl></details>'
    )


def test_omitted_words_are_shown_where_they_stand_in_the_source() -> None:
    details = check_details(quotation(SHORTENED), ENGLISH)

    (collation,) = details.iter("p")
    assert tostring(collation, encoding="unicode") == (
        '<p class="collation">The river <mark>always</mark> flows</p>'
    )


def test_inserted_words_are_named_with_what_they_stand_for() -> None:
    assert record(quotation(INSERTED))["Our words"] == "[the river], for “it”; [sic]"


def test_a_quotation_that_was_cut_short_says_where_the_rest_stands() -> None:
    found = Verification(result=Result.EDITED, words=1, elisions=1)

    assert record(quotation(found)) == {
        "Found": "1 word, in this order",
        "Left out": "what stands before or after these words",
        "Compared with": "“Water”, as it was read on 16 March 2026",
    }


def test_a_quotation_that_is_not_there_was_compared() -> None:
    assert list(record(quotation(Verification(result=Result.ABSENT)))) == ["Compared with"]


def test_a_translation_names_its_translator() -> None:
    checked = quotation(VERBATIM, original=ORIGINAL)

    assert record(checked)["Translation"].startswith("our own; a translation can be read")
    named = replace(checked, attribution=Attribution(translator="Ana"))
    assert record(named)["Translation"].startswith("Ana; ")


def test_an_unchecked_quotation_says_why() -> None:
    unchecked = quotation(Verification(result=Result.UNCHECKED))

    assert record(unchecked) == {"Why": "No copy of the source was kept to compare it with."}
    noted = replace(unchecked, citation=replace(WATER, note="Spoken on the radio."))
    assert record(noted) == {"Why": "Spoken on the radio."}


@pytest.mark.parametrize(
    ("cited", "name"),
    [
        pytest.param(Cited(outlet="Kura Courier", person="Nino"), "Kura Courier", id="outlet"),
        pytest.param(Cited(person="Nino"), "Nino", id="person"),
        pytest.param(Cited(), "source", id="nothing"),
    ],
)
def test_a_work_without_a_title_has_another_name(cited: Cited, name: str) -> None:
    untitled = replace(WATER, title="", accessed=None)
    checked = replace(quotation(VERBATIM, citation=untitled), cited=cited)

    assert record(checked)["Compared with"] == name


def test_what_was_found_without_a_recorded_work_was_compared_with_nothing() -> None:
    assert list(record(quotation(VERBATIM, citation=None))) == ["Found", "Left out"]


def test_an_original_names_its_language_and_its_address() -> None:
    details, quote = original_details(ORIGINAL, "https://a.example/", ENGLISH)

    assert quote in details
    assert quote.attrib == {"cite": "https://a.example/", "lang": "ka"}
    assert details[0].text == "Original (Georgian)"


def test_an_original_may_have_no_address_and_another_direction() -> None:
    _, quote = original_details(Original(paragraphs=("آب",), language="fa"), "", ENGLISH)

    assert quote.attrib == {"lang": "fa", "dir": "rtl"}


def test_what_stands_in_the_source_is_in_the_language_of_the_source() -> None:
    cited = replace(WATER, language="ka")
    details = check_details(quotation(SHORTENED, citation=cited, original=ORIGINAL), ENGLISH)
    own = check_details(quotation(SHORTENED), ENGLISH)

    assert [each.text for each in details.findall(".//*[@lang='ka']")] == ["The river ", "“Water”"]
    assert own.findall(".//*[@lang]") == []

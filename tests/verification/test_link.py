"""The link leads to the quoted words, in the wording of the source."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from verification import QuotationError, Snapshot, Verification, text_fragment, verify

SOURCE = Snapshot(
    "“Well-known” words, & so on.\n\nНад рекой — ёлки стоят, и никто их не видит до самой весны.\n"
    "Then it ended there.\n\nAnd so we went on.\n"
)


def link(quotation: str | tuple[str, ...], snapshot: Snapshot | None) -> str:
    try:
        found = verify(quotation, snapshot, language="ru")
    except QuotationError:
        found = Verification()
    return text_fragment(quotation, found, snapshot)


def test_few_words_are_given_whole() -> None:
    assert link('"Well-known" words, & so […]', SOURCE) == (
        "Well%2Dknown%E2%80%9D%20words%2C%20%26%20so"
    )


@pytest.mark.parametrize(
    ("quotation", "fragment"),
    [
        pytest.param("елки стоят, и никто", "ёлки стоят, и никто", id="own-letters"),
        pytest.param(
            "Над рекой - елки стоят, и никто их не видит до самой",
            "Над рекой — ёлки,не видит до самой",
            id="long",
        ),
        pytest.param("ended there. And so we", "ended there.,And so we", id="two-paragraphs"),
        pytest.param(("ended there.", "And so"), "ended there.,And so", id="paragraphs"),
        pytest.param("[Then] it ended […] so we", "it ended", id="first-fragment"),
        pytest.param("not at all there", "not at all there", id="not-in-the-source"),
    ],
)
def test_link_names_the_first_fragment(quotation: str, fragment: str) -> None:
    assert unquote(link(quotation, SOURCE)) == fragment


@pytest.mark.parametrize("quotation", ["", "[…]", "a \u202eb"])
def test_without_words_there_is_no_link(quotation: str) -> None:
    assert link(quotation, SOURCE) == link(quotation, None) == ""


def test_without_a_snapshot_the_quotation_has_its_own_wording() -> None:
    assert link("“Ёлки” […] stood", None) == "%D0%81%D0%BB%D0%BA%D0%B8"


def test_signs_of_the_fragments_own_syntax_are_encoded() -> None:
    assert link("a-b, c & d=e #f ~", None) == "a%2Db%2C%20c%20%26%20d%3De%20%23f%20~"

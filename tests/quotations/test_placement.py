"""Where a quotation may stand, and what may stand in it."""

from __future__ import annotations

import pytest

from citations import Library
from tests.quotations.support import convert

QUOTATION = "> a\n>\n> — Nino, [@bell]\n"


def indented(text: str, spaces: int = 4) -> str:
    return "".join(f"{' ' * spaces}{line}\n" for line in text.splitlines())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(f"- a\n\n{indented(QUOTATION)}\n- b\n", 3, id="list"),
        pytest.param(f"- {indented(QUOTATION, 2).strip()}\n", 1, id="list-marker"),
        pytest.param(f"1. a\n\n{indented(QUOTATION)}", 3, id="numbered-list"),
        pytest.param(
            "> o\n>\n" + "".join(f"> {each}\n" for each in QUOTATION.splitlines()), 3, id="quote"
        ),
        pytest.param(f"Term\n:   Text\n\n{indented(QUOTATION)}", 4, id="definition"),
        pytest.param(f"!!! note\n{indented(QUOTATION)}", 2, id="admonition"),
        pytest.param(f"text\n{QUOTATION}", 2, id="directly-behind-text"),
        pytest.param(f"x[^1]\n\n[^1]: y\n\n{indented(QUOTATION)}", 5, id="footnote"),
        pytest.param(f"<div markdown='1'>\n\n{QUOTATION}\n</div>", 3, id="html"),
        pytest.param(f"Title: x\nSlug: y\n\n{QUOTATION}", 4, id="metadata"),
        pytest.param(f"```\n{QUOTATION}```\n\n{QUOTATION}", 7, id="fenced-code"),
        pytest.param(indented(QUOTATION, 3), 1, id="indented"),
        pytest.param(QUOTATION.replace("\n", "\r\n"), 1, id="carriage-returns"),
        pytest.param(QUOTATION.replace("> ", ">\t"), 1, id="tabs"),
    ],
)
def test_a_quotation_may_stand_anywhere_a_block_quote_may(
    text: str, line: int, record: Library
) -> None:
    page = convert(text, record=record, extensions=("meta", "extra", "admonition"))

    assert [(each.text, each.attribution.person, each.line) for each in page.quotations] == [
        ("a", "Nino", line)
    ]
    assert page.text("figure blockquote") == "a"
    assert page.problems == []


def test_the_text_before_a_quotation_is_the_paragraph_that_it_is_elsewhere() -> None:
    assert convert("text\n> a\n>\n> — Nino, 2026\n").html.startswith("<p>text</p>\n<figure")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("> > > a\n> > >\n> > > — Nino, 2026\n", id="twice-nested"),
        pytest.param("> > a\n> >\n> > — Nino, 2026\n>\n> b\n", id="text-behind"),
    ],
)
def test_a_quotation_inside_an_ordinary_block_quote_is_one(text: str) -> None:
    page = convert(text)

    assert page.codes == []
    assert len(page.all("blockquote > figure.quotation")) == 1


def test_a_quotation_may_hold_other_blocks() -> None:
    page = convert("> # H\n>\n> - a\n> - b\n>\n> c[^1] *d*\n>\n> — Nino, 2026\n\n[^1]: x\n")

    assert page.quotations[0].paragraphs == ("H", "a b", "c d")
    assert len(page.all("figure li")) == 2


def test_a_picture_alone_says_no_word() -> None:
    assert convert("> ![a](b.png)\n>\n> — Nino, 2026\n").codes == ["no-quoted-words"]

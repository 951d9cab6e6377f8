"""How long a text is, in words."""

from __future__ import annotations

import pytest

from quotations.length import count_words, own_words, words_of
from tests.support.pieces import SomePiece
from tests.support.rendering import render


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("one two", 2),
        ("one — two … ! _", 2),
        ("a three-part word’s end", 4),
        ("მდინარე მიედინება", 2),
        ("40 %", 1),
    ],
)
def test_a_word_has_a_letter_or_a_digit(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("html", "words"),
    [
        pytest.param(" ", 0, id="empty"),
        pytest.param("one two", 2, id="no-markup"),
        pytest.param("<p>one</p><p>two</p>", 2, id="paragraphs-that-touch"),
        pytest.param("<p>one &amp; <b>two</b></p>", 2, id="entity"),
        pytest.param('<p>one <img alt="a > b"> two</p>', 2, id="attribute"),
        pytest.param("<p>one <!-- not this --> two</p>", 2, id="comment"),
        pytest.param('<aside class="pull-quote"><p>one</p></aside>two', 1, id="pull-quote"),
        pytest.param("<aside>one</aside> two", 2, id="another-aside"),
        pytest.param("\x08one two", 2, id="control-character"),
        pytest.param(f"{'<blockquote>' * 999}one two", 2, id="deep"),
        pytest.param("</div>one <b>two", 2, id="unbalanced"),
    ],
)
def test_what_is_shown_is_counted(html: str, words: int) -> None:
    assert own_words(html) == words


def test_of_a_quotation_its_words_are_counted_and_nothing_beside_them() -> None:
    html = render(
        "Ours is one.\n\n> It [really] flows.\n>\n> > მიედინება.\n> > {: lang=ka }\n>\n"
        "> — Nino Example, warden\n"
    )

    assert "Original" in html
    assert own_words(html) == len("Ours is one. It [really] flows.".split())


def test_the_words_of_an_article_are_counted_once() -> None:
    article = SomePiece(_content="<p>one two</p>")

    first = words_of(article)
    article._content = ""

    assert (first, words_of(article)) == (2, 2)

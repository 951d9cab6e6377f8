"""What others wrote, as a page may show it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from comments.baking.sanitizing import clean_name, clean_text, sanitized
from comments.model import Comment
from tests.support.growth import growth

LINK = 'rel="ugc nofollow noopener"'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("<p>a<script>alert(1)</script> b</p>", "<p>a b</p>", id="script"),
        pytest.param(
            '<p onclick="x()" style="color:red" id="q1">a</p>', "<p>a</p>", id="attribute"
        ),
        pytest.param('<img src="x" onerror="alert(1)">a', "a", id="onerror"),
        pytest.param('<a href="javascript:alert(1)">a</a>', "a", id="javascript-link"),
        pytest.param('<a href="data:text/html,a">a</a>', "a", id="data-link"),
        pytest.param('<a href="/nowhere/">a</a>', "a", id="link-into-the-site"),
        pytest.param(
            '<a href="https://a.example/?b&c" target="_blank">a</a>',
            f'<a href="https://a.example/?b&amp;c" {LINK}>a</a>',
            id="link",
        ),
        pytest.param(
            "<h2>a</h2><table><tr><td>b</td></tr></table>",
            "<p><strong>a</strong></p>b",
            id="heading-and-table",
        ),
        pytest.param(
            '<img alt="A &lt;jar&gt;" src="https://a.example/j.png">',
            f'<a href="https://a.example/j.png" {LINK}>A &lt;jar&gt;</a>',
            id="picture",
        ),
        pytest.param(
            '<a href="https://a.example/"><img src="https://a.example/j.png"></a>',
            f'<a href="https://a.example/j.png" {LINK}>https://a.example/j.png</a>',
            id="linked-picture",
        ),
        pytest.param(
            '<a href="https://a.example/<img src=x onerror=alert(1)>">a</a>',
            f'<a href="https://a.example/&lt;img src=x onerror=alert(1)&gt;" {LINK}>a</a>',
            id="markup-in-an-address",
        ),
        pytest.param("<p><b>a", "<p><b>a</b></p>", id="open"),
        pytest.param("a &#8238;b &lrm;c", "a b \u200ec", id="override"),
        pytest.param("\u2067a", "a", id="isolate-without-an-end"),
        pytest.param("half \ud83d a pair", "half ? a pair", id="surrogate"),
        pytest.param("<p>\u200b</p>", "", id="invisible"),
    ],
)
def test_a_text_keeps_its_words_and_nothing_that_does_harm(written: str, shown: str) -> None:
    text, cut = clean_text(written)

    assert (str(text), cut) == (shown, False)


def test_a_long_text_ends_with_a_word_and_its_elements() -> None:
    text, cut = clean_text("<p>" + "<b>wine</b> &amp; water " * 6_000 + "</p>")

    assert cut
    assert 9_900 < len(text.striptags()) <= 10_002
    assert text.endswith("…</b></p>")
    assert set(text.striptags().split()) == {"wine", "&", "water", "…"}


def test_a_long_word_is_cut() -> None:
    text, cut = clean_text("x" * 100_000)

    assert cut
    assert len(text) == 10_002


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("Nino <b>Example</b>", "Nino <b>Example</b>", id="markup-is-text"),
        pytest.param(" \u202eelpmaxE\u202c \u200b", "elpmaxE", id="turned"),
        pytest.param("\u200b\u2060\u3164\u00ad", "", id="invisible"),
        pytest.param("👩\u200d🌾", "👩\u200d🌾", id="emoji-alone"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="joiners-of-persian"),
        pytest.param("Nino\nExample\t", "Nino Example", id="lines"),
        pytest.param("a" * 200, "a" * 79 + "…", id="long"),
        pytest.param("Z" + "\u0301" * 50, "Z" + "\u0301" * 4, id="piled-accents"),
    ],
)
def test_a_name_is_text_that_can_be_seen(written: str, shown: str) -> None:
    assert clean_name(written) == shown


def test_answers_are_sanitized_too() -> None:
    written = datetime(2026, 3, 14, tzinfo=UTC)
    answer = Comment(id="2 x", author="\u202eB", written=written, text="<script>a</script>b")
    comment = Comment(id="1", author="A", written=written, text="a", replies=(answer,))

    (clean,) = sanitized(comment).replies

    assert (clean.id, clean.author, str(clean.text)) == ("2-x", "B", "b")


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["<br>", "<blockquote>", "<ul><li>", "<b></b>"])
def test_marks_without_words_take_no_room_and_no_time(piece: str) -> None:
    def clean(size: int) -> None:
        text, cut = clean_text(f"Begun. {piece * size} ended")
        assert text.startswith("Begun.")
        assert cut
        assert len(text) < 400_000

    # What is longer than is read takes no longer.
    assert growth(clean, size=12_500) < 2.5


def test_no_text_is_turned_around_even_where_it_is_turned_back() -> None:
    assert clean_text("<p>\u202eelpmaxE\u202c, and more</p>")[0] == "<p>elpmaxE, and more</p>"

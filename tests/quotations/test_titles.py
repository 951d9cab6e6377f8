"""Titles as text."""

from __future__ import annotations

import pytest

from quotations.titles import opening, plain
from tests.support.building import BuildSite


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("A <b>bold</b> <!-- no --> one", "A bold one"),
        ("a < b > c", "a < b > c"),
        ("AT&amp;T", "AT&T"),
        ("<em class='>'>x</em>", "'>x"),
        ("Water\n  and <br/>mud", "Water and mud"),
    ],
)
def test_a_title_is_one_plain_line(title: str, shown: str) -> None:
    assert plain(title) == shown


def test_a_title_says_the_same_wherever_it_stands(build: BuildSite) -> None:
    head = "Title: When 3 < 5 and <b>7</b> > 6\nDate: 2026-03-01\nCategory: Rivers\n"
    done = build({"a.md": f"{head}\nIt rises.\n"}, conf="publishconf.py").require_success()
    page = done.page("a/")

    said = "When 3 < 5 and 7 > 6"
    assert page.h1 is not None
    assert page.title is not None
    assert page.h1.get_text().strip() == said
    assert page.title.get_text().strip().startswith(f"{said} – ")
    assert page.select('meta[property="og:title"]')[0]["content"] == said
    assert "<title>When 3 &lt; 5 and 7 &gt; 6</title>" in done.text("feeds/all.atom.xml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The river decides, some time in spring", "The river decides…"),
        ("The river decides.", "The river decides."),
        ("რა არის, და რა არ არის აქ სულ", "რა არის, და რა არ…"),
        ("w" * 40, "w" * 19 + "…"),
        ("", ""),
    ],
)
def test_the_first_words_end_with_a_word(text: str, words: str) -> None:
    assert opening(text, 20) == words

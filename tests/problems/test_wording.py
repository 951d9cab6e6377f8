"""One word is one word, and two are two words."""

from __future__ import annotations

from problems import counted


def test_a_number_agrees_with_what_it_counts() -> None:
    assert [counted(number, "word") for number in (0, 1, 2)] == ["0 words", "1 word", "2 words"]
    assert counted(2, "reply", "replies") == "2 replies"

"""A difference is shown word by word, and no more than it."""

from __future__ import annotations

from capture.differences import count_changed, same_words, shown
from tests.support.growth import growth

NAMES = ("a.txt", "b.txt")
LONG = "It is a long way from here to the place where the river begins, and nobody goes there now."


def test_line_breaks_are_no_difference() -> None:
    assert same_words("It rose\nat night.\n", "It  rose at night.")
    assert not same_words("It rose.", "It rose")


def test_words_that_changed_are_shown_between_a_few_that_stayed() -> None:
    text = shown(
        f"Title\n\n{LONG}", f"Title\n\n{LONG.replace('river begins', 'sea is')}", names=NAMES
    )

    assert text.splitlines() == [
        "--- a.txt",
        "+++ b.txt",
        "@@ paragraph 2 @@",
        "… here to the place where the [-river begins,-]{+sea is,+} and nobody goes there now.",
    ]


def test_paragraphs_that_came_and_went_are_shown_whole() -> None:
    text = shown("One.\n\nTwo.\n\nThree.", "One.\n\nThree.\n\nFour.", names=NAMES)

    assert text.splitlines()[2:] == [
        "@@ paragraph 2 @@",
        "[-Two.-]",
        "@@ paragraph 4 @@",
        "{+Four.+}",
    ]


def test_changed_words_are_counted() -> None:
    assert count_changed(LONG, LONG) == 0
    assert count_changed(LONG, LONG.replace("river begins", "sea is")) == 2
    assert count_changed(LONG, LONG.replace("long ", "")) == 1
    assert count_changed("One.\n\nTwo.", "One.\n\nTwo.\n\nThree new words.") == 3


def test_a_book_is_compared_as_fast_as_it_is_read() -> None:
    def compare(size: int) -> None:
        words = [f"word{number % 977}" for number in range(size)]
        book = "\n\n".join(" ".join(words[at : at + 100]) for at in range(0, size, 100))
        assert count_changed(book, book.replace("word5 ", "other ")) > 0

    assert growth(compare, size=15_000) < 9

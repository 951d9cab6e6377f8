"""What differs is shown, and called what it is."""

from __future__ import annotations

import pytest

from verification import Difference, Position, Result, Snapshot, verify


@pytest.mark.parametrize(
    ("quoted", "source", "difference"),
    [
        pytest.param("It rose by 5 %.", "It rose by 5.", ("%", ""), id="percent-added"),
        pytest.param("It rose by 5.", "It rose by 5 %.", ("", "%"), id="percent-left-off"),
        pytest.param("It rose by 5", "It rose by 5% then", ("5", "5%"), id="percent-cut-off"),
        pytest.param("It cost $5 then", "It cost €5 then", ("$5", "€5"), id="currency"),
        pytest.param("It rose 1,5 percent", "It rose 1.5 percent", ("1,5", "1.5"), id="decimals"),
        pytest.param("It is 5:30 now", "It is 5.30 now", ("5:30", "5.30"), id="hours"),
        pytest.param("it was 5 degrees", "Today it was -5 degrees", ("", "-"), id="minus-left-off"),
        pytest.param("5 degrees it was", "-5 degrees it was", ("", "-"), id="minus-cut-off"),
    ],
)
def test_numbers_and_signs_that_differ_are_shown(
    quoted: str, source: str, difference: tuple[str, str]
) -> None:
    found = verify(quoted, Snapshot(source), language="en")

    assert found.result is Result.DRIFTED
    assert found.note == "a number or a sign differs"
    assert found.differences == (Difference(quoted=difference[0], source=difference[1]),)


@pytest.mark.parametrize(
    ("quoted", "source", "missing"),
    [
        ("he was very well", "I think he was very well-known", "known"),
        ("known he was then", "well-known he was then", "well-"),
        ("200 people came there", "the 1 200 people came there", "1"),
    ],
)
def test_what_a_word_goes_on_with_is_shown(quoted: str, source: str, missing: str) -> None:
    found = verify(quoted, Snapshot(source), language="en")

    assert found.result is Result.DRIFTED
    assert missing in [each.source.strip() for each in found.differences] or missing in found.note


def test_only_punctuation_is_called_so() -> None:
    found = verify(
        "the river they said rose", Snapshot("the river, they said, rose"), language="en"
    )

    assert found.note == "only punctuation differs"
    assert found.differences[0] == Difference(quoted="river", source="river,")


@pytest.mark.parametrize("changes", [1, 3])
def test_what_differs_in_a_long_passage_is_shown(changes: int) -> None:
    words = [f"word{number}" for number in range(1_000)]
    places = [100 * (number + 1) for number in range(changes)]
    quoted = " ".join("other" if at in places else word for at, word in enumerate(words))

    found = verify(quoted, Snapshot(f"Before. {' '.join(words)}. After."), language="en")

    assert found.differences == tuple(
        Difference(quoted="other", source=f"word{place}") for place in places
    )


def test_a_word_left_out_of_a_long_passage_and_one_put_in_are_shown() -> None:
    words = [f"word{number}" for number in range(1_000)]
    quoted = " ".join([*words[:300], *words[301:600], "other", *words[600:]])

    found = verify(quoted, Snapshot(" ".join(words)), language="en")

    assert found.differences == (
        Difference(quoted="", source="word300"),
        Difference(quoted="other", source=""),
    )


@pytest.mark.parametrize("ending", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize(
    ("source", "quoted"),
    [
        pytest.param("the wat\xad|er rose", "the water rose", id="whole"),
        pytest.param("the wat\xad|er rose", "the wat\xad er rose", id="as-it-stands"),
        pytest.param("the water\xad| rose", "the water\xad rose", id="indented"),
        pytest.param("the 5\xad|men rose", "the 5 men rose", id="after-a-digit"),
        pytest.param("the men\xad||rose", "the men rose", id="paragraph"),
    ],
)
def test_a_soft_hyphen_at_the_end_of_a_line_hides_nothing(
    ending: str, source: str, quoted: str
) -> None:
    found = verify(quoted, Snapshot(source.replace("|", ending)), language="en")

    assert found.result is Result.VERBATIM


def test_a_hyphen_of_the_source_may_not_be_left_out() -> None:
    found = verify(
        "he knew the well\xad known men", Snapshot("he knew the well-\nknown men"), language="en"
    )

    assert found.result is Result.DRIFTED


def test_positions_lead_to_the_fragments_in_the_source() -> None:
    snapshot = Snapshot("Nobody saw it.\r\nThe cafe\u0301 was “closed” in win-\r\nter, they said.")

    found = verify("the café was 'closed' […] winter", snapshot, language="en")

    assert [snapshot.text[each.start : each.end] for each in found.positions] == [
        "The café was “closed",
        "win-\nter",
    ]


@pytest.mark.parametrize("quoted", ["The café was shut", "nothing of the kind was ever there"])
def test_what_is_not_there_has_no_position(quoted: str) -> None:
    assert verify(quoted, Snapshot("The café was closed"), language="en").positions == ()


def test_a_position_counts_from_the_beginning() -> None:
    found = verify("was closed", Snapshot("It\n\nwas closed"), language="en")

    assert found.positions == (Position(start=4, end=14),)

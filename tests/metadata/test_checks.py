"""What is said of fields, values, dates and names."""

from __future__ import annotations

from pathlib import Path

import pytest

from metadata.checks import (
    language_in_name,
    loose_dates,
    near_misses,
    unknown_fields,
    wrong_title,
    wrong_values,
)
from problems import Severity


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("sumary", "unknown field “sumary”; did you mean summary?", id="letter-lost"),
        pytest.param("tag", "unknown field “tag”; did you mean tags?", id="one-of-many"),
        pytest.param("autor", "unknown field “autor”; did you mean author?", id="another-language"),
        pytest.param(
            "qqq",
            "unknown field “qqq”; take it out, or name it in METADATA_FIELDS",
            id="nothing-near",
        ),
    ],
)
def test_an_unknown_field_is_told_with_what_was_meant(name: str, message: str) -> None:
    assert list(unknown_fields([name, "title"], ())) == [(name, message)]


@pytest.mark.parametrize("title", ["", " ", "&nbsp;", "<b></b>"])
def test_a_title_that_says_nothing_is_an_error(title: str) -> None:
    assert wrong_title(title) == ("the title is empty; write one", "empty-title", Severity.ERROR)


def test_a_title_that_does_not_end_is_a_warning() -> None:
    wrong = wrong_title("title " * 50)

    assert wrong
    assert wrong[0].startswith("the title has 299 characters; ")
    assert wrong[1:] == ("long-title", Severity.WARNING)


@pytest.mark.parametrize("title", ["🌊", "«نفت» и oil, (1)", "t" * 150, "&amp;" * 150])
def test_an_odd_title_is_right(title: str) -> None:
    assert wrong_title(title) is None


def test_a_site_may_have_fields_of_its_own() -> None:
    assert list(unknown_fields(["series"], ["Series"])) == []


@pytest.mark.parametrize(
    ("fields", "code", "words"),
    [
        pytest.param({"lang": "kat"}, "unknown-language", "did you mean ka?", id="three-letters"),
        pytest.param({"lang": "xx"}, "unknown-language", "the site has en, ka", id="unknown"),
        pytest.param({"status": "darft"}, "status", "did you mean draft?", id="status"),
    ],
)
def test_a_value_that_cannot_be_is_told(fields: dict[str, str], code: str, words: str) -> None:
    ((name, message, said),) = wrong_values(fields, languages=("en", "ka"))

    assert {name: fields[name]} == fields
    assert said == code
    assert words in message


@pytest.mark.parametrize("status", ["draft", "Draft", "published", "hidden", "skip", ""])
def test_a_status_that_pelican_knows_is_right(status: str) -> None:
    assert list(wrong_values({"status": status, "lang": "ka"}, languages=("ka",))) == []


@pytest.mark.parametrize(
    "value",
    [
        *("2026-03-14", "2026-03-14 09:00", "2026-03-14T09:00", "2026-03-14 09:00:30+04:00", ""),
        *("2026-03-14 9:00", "2026-03-14 09:00 +0400", "2026-03-14 09:00:30.5", "14 March 2026"),
        *("March 14, 2026 9:00", "Sat, 14 Mar 2026 09:00:00 +0400"),
    ],
)
def test_a_date_that_can_be_read_in_one_way_is_right(value: str) -> None:
    assert list(loose_dates({"date": value, "modified": value})) == []


@pytest.mark.parametrize("value", ["3/4/2026", "14 March", "March 2026", "2026-3-4", "20260314"])
def test_a_date_that_can_be_read_in_two_ways_is_told(value: str) -> None:
    assert [name for name, _ in loose_dates({"modified": value})] == ["modified"]


@pytest.mark.parametrize(
    ("name", "fields", "told"),
    [
        pytest.param("water.uk.md", {}, True, id="another-language"),
        pytest.param("water.ka.md", {}, False, id="ours"),
        pytest.param("water.uk.md", {"lang": "ka"}, False, id="stated"),
        pytest.param("node.js.md", {}, False, id="no-language"),
        pytest.param("water.md", {}, False, id="plain"),
    ],
)
def test_a_language_in_a_name_is_one_of_the_site(
    name: str, fields: dict[str, str], told: bool
) -> None:
    said = language_in_name(Path(name), fields, ("en", "ka"))

    assert (said is not None) is told


@pytest.mark.parametrize(
    ("names", "pair"),
    [
        pytest.param(["brigdes", "bridges", "bridges"], ("brigdes", "bridges"), id="swapped"),
        pytest.param(["bridge", "bridges", "bridges"], ("bridge", "bridges"), id="letter-less"),
        pytest.param(["Bridges", "bridges", "bridges"], ("Bridges", "bridges"), id="case"),
        pytest.param(["bridgez", "bridges", "bridges"], ("bridgez", "bridges"), id="letter-other"),
        pytest.param(["წყალიი", "წყალი", "წყალი"], ("წყალიი", "წყალი"), id="georgian"),
    ],
)
def test_a_name_one_slip_away_is_told_rare_first(names: list[str], pair: tuple[str, str]) -> None:
    assert near_misses(names) == [pair]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["wine", "wind", "win"], id="short-and-two-slips"),
        pytest.param(["u1", "u12"], id="too-short"),
        pytest.param(["flood 2024", "flood 2025"], id="digits"),
        pytest.param(["rivers", "rivers"], id="same"),
        pytest.param(["listen", "silent"], id="same-letters"),
    ],
)
def test_names_that_only_look_alike_are_left_alone(names: list[str]) -> None:
    assert [pair for pair in near_misses(names) if pair != ("wind", "wine")] == []


def test_many_names_are_compared_in_no_time() -> None:
    names = [
        f"{first}{second}{third}able"
        for first in "abcdefghij"
        for second in "klmnopqrst"
        for third in "uvwxyzabcd"
    ]

    assert len(near_misses(names)) == 1000 * 27 / 2

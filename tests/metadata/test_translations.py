"""Translations of nothing, and marks that would turn the direction of a page."""

from __future__ import annotations

import pytest

from languages.bidi import closed
from tests.support.building import BuildSite

TEXT = "Title: {title}\nDate: 2026-03-14 09:00\n{fields}\nX.\n"


def text(title: str = "A", fields: str = "") -> str:
    return TEXT.format(title=title, fields=fields)


def test_a_translation_of_nothing_is_an_error(build: BuildSite) -> None:
    done = build(
        {"the-water.md": text(), "the-watre.ka.md": text(fields="Translation: true\n")},
        VERIFY_ONLY=True,
    )

    assert done.exit_code != 0
    assert [str(each) for each in done.problems if each.code == "no-original"] == [
        (
            "content/the-watre.ka.md:3: a translation, and no other text has its slug,"
            " “the-watre”; did you mean the-water? [no-original]"
        )
    ]


def test_a_translation_whose_slug_is_a_slip_away_is_a_warning(build: BuildSite) -> None:
    done = build({"the-water.md": text(), "the-watre.ka.md": text()}, VERIFY_ONLY=True)

    assert done.exit_code == 0
    assert [str(each) for each in done.problems] == [
        (
            "content/the-watre.ka.md:1: the slug “the-watre” is one slip away from “the-water”;"
            " is it a translation? [near-miss]"
        )
    ]


def test_a_text_may_be_in_one_language_alone_and_a_translation_be_a_draft(
    build: BuildSite,
) -> None:
    done = build(
        {
            "the-water.md": text(),
            "the-water.ka.md": text(fields="Status: draft\n"),
            "qatar.az.md": text(),
            # Numbers are no slips.
            "part-12.md": text(),
            "part-21.ru.md": text(),
        },
        VERIFY_ONLY=True,
    )

    assert done.codes() == []


RLO, PDF, LRI, PDI = "\u202e", "\u202c", "\u2066", "\u2069"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param(f"a{RLO}b", "ab", id="override-left-open"),
        pytest.param(f"a{RLO}b{PDF}c", f"a{RLO}b{PDF}c", id="override-closed"),
        pytest.param(f"a{PDF}b{PDI}", "ab", id="nothing-to-close"),
        pytest.param(f"{LRI}a{RLO}b{PDI}c", f"{LRI}ab{PDI}c", id="isolate-closes-what-is-in-it"),
        pytest.param(f"{LRI}{LRI}a{PDI}", f"{LRI}a{PDI}", id="one-of-two"),
        pytest.param(f"{RLO}a{PDI}{PDF}", f"{RLO}a{PDF}", id="the-wrong-end"),
    ],
)
def test_marks_of_direction_that_nothing_closes_are_left_out(written: str, shown: str) -> None:
    assert closed(written) == shown


def test_a_title_cannot_turn_what_follows_it(build: BuildSite) -> None:
    done = build({"a.md": text(title=f"Up {RLO}and down", fields=f"Tags: x{RLO}y\n")})

    assert [str(each) for each in done.require_success().problems] == [
        f"content/a.md:{line}: a mark that turns the direction of writing is not closed,"
        " and left out [direction-mark]"
        for line in (1, 3)
    ]
    assert all(RLO not in path.read_text(encoding="utf-8") for path in done.pages())

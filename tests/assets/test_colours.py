"""A site's own colours: what is a colour, and what can be read on what."""

from __future__ import annotations

import pytest

from assets.colours import (
    as_tokens,
    contrast,
    site_palette,
    theme_palette,
    too_faint,
)
from assets.model import Colour
from tests.support.building import PROJECT

THEME = theme_palette((PROJECT / "theme" / "styles" / "tokens.css").read_text(encoding="utf-8"))


def messages(setting: object) -> list[str]:
    return [problem.message for problem in site_palette(setting, THEME)[1]]


def test_the_colours_of_the_theme_are_read_from_its_tokens() -> None:
    assert sorted(THEME) == "field hairline ink muted panel paper quoted seam".split()
    assert THEME["quoted"] == Colour(light="#085c43", dark="#86d9b6")


def test_the_theme_can_be_read() -> None:
    assert list(too_faint(THEME)) == []


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_what_wcag_says(first: str, second: str, ratio: float) -> None:
    assert round(contrast(first, second), 2) == ratio
    assert contrast(second, first) == contrast(first, second)


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        ("#085C43", "#085c43"),
        ("#abc", "#aabbcc"),
        ("rebeccapurple", "#663399"),
        ("rgb(1, 2, 3)", "#010203"),
        ("#085c4380", None),
        ("gren", None),
        ("", None),
        ("red;} body{display:none", None),
        ("</style><script>", None),
        (None, None),
        (17, None),
    ],
)
def test_only_a_colour_is_a_colour(value: object, colour: str | None) -> None:
    own, problems = site_palette({"ink": (value, value)}, THEME)

    assert [each.light for each in own.values()] == ([colour] if colour else [])
    assert bool(problems) is not bool(colour)


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ({"kwoted": ("#000", "#fff")}, "no option “kwoted”; did you mean quoted?"),
        ({"quoted": "#000"}, "“quoted” is two colours, light and dark"),
        ({"quoted": ("#000",)}, "“quoted” is two colours"),
        (
            {"quoted": ("red;} body{display:none", "#fff")},
            "each in “quoted” is a colour, as",
        ),
        (["#000"], "COLOURS is a dictionary"),
        (None, "COLOURS is a dictionary"),
    ],
)
def test_what_cannot_be_used_is_said(setting: object, words: str) -> None:
    (message,) = messages(setting)

    assert words in message


def test_all_that_is_wrong_is_said() -> None:
    assert len(messages({"ink": ("a", "b"), "paper": ("c", "#fff")})) == 3


def test_a_colour_that_is_too_faint_is_a_warning_with_its_ratio() -> None:
    own, problems = site_palette({"muted": ("#777777", "#a6aeaa")}, THEME)

    told = [str(problem) for problem in too_faint({**THEME, **own})]

    assert problems == []
    assert len(told) == 2  # on paper and on the panel, by day
    assert "“muted” on “paper” (#777777 on #fcfcfa, light) has a contrast of 4.35:1" in told[0]
    assert "4.5:1" in told[0]


def test_of_forms_less_is_asked() -> None:
    own, _ = site_palette({"field": ("#888888", "#7d8782")}, THEME)

    assert list(too_faint({**THEME, **own})) == []


def test_no_tokens_are_written_where_a_site_has_no_colours() -> None:
    assert as_tokens({}) == ""

"""Options as a plugin declares them: types, defaults, and one form for what is wrong."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest

from options import OR_ONE, read_fields, read_options, read_value, such
from tests.support.building import BuildSite


class Load(StrEnum):
    """What is waited for."""

    CLICK = "click"
    NOW = "now"


Width = Annotated[int, "a number of pixels", such(lambda number: number > 0)]


@dataclass(frozen=True, kw_only=True)
class Kettle:
    """Options of every kind."""

    strict: bool = False
    cups: int = 2
    share: Annotated[float, "a share", such(lambda share: 0 <= share <= 1)] | None = None
    name: str = ""
    load: Load = Load.CLICK
    side: Literal["left", "right"] = "left"
    until: datetime.date | None = None
    widths: tuple[Width, ...] = (400,)
    pair: tuple[str, str] = ("a", "b")
    fonts: Mapping[str, Annotated[tuple[str, ...], OR_ONE]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Server:
    """One option is needed."""

    url: Annotated[str, "an address", str.lower]
    port: int = 80


def told(stated: object) -> tuple[Kettle, list[str]]:
    options, problems = read_options(Kettle, stated, setting="KETTLE")
    return options, [problem.message for problem in problems]


def test_what_is_right_is_read_as_it_is_declared() -> None:
    stated = {
        "strict": True,
        "share": 1,
        "load": "now",
        "side": "right",
        "until": "2027-03-01",
        "widths": [800, 400],
        "pair": ["c", "d"],
        "fonts": {"serif": "a.ttf", "sans": ["b.ttf", "c.ttf"]},
    }

    options, wrong = told(stated)

    assert wrong == []
    assert options == Kettle(
        strict=True,
        share=1,
        load=Load.NOW,
        side="right",
        until=datetime.date(2027, 3, 1),
        widths=(800, 400),
        pair=("c", "d"),
        fonts={"serif": ("a.ttf",), "sans": ("b.ttf", "c.ttf")},
    )


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ({"strict": "no"}, "KETTLE: “strict” is true or false, unlike 'no'"),
        ({"strict": 1}, "KETTLE: “strict” is true or false, unlike 1"),
        ({"cups": True}, "KETTLE: “cups” is a whole number, unlike True"),
        ({"cups": 2.5}, "KETTLE: “cups” is a whole number, unlike 2.5"),
        ({"share": 50}, "KETTLE: “share” is a share, or None, unlike 50"),
        ({"share": float("nan")}, "KETTLE: “share” is a share, or None, unlike nan"),
        ({"name": None}, "KETTLE: “name” is a text, unlike None"),
        (
            {"load": "klick"},
            "KETTLE: “load” is one of click, now, unlike 'klick'; did you mean click?",
        ),
        ({"load": ["now"]}, "KETTLE: “load” is one of click, now, unlike ['now']"),
        ({"side": 1}, "KETTLE: “side” is one of left, right, unlike 1"),
        (
            {"until": "soon"},
            "KETTLE: “until” is a day, as 2027-03-01, or None, unlike 'soon'",
        ),
        ({"widths": 800}, "KETTLE: “widths” is a list, unlike 800"),
        ({"widths": "800"}, "KETTLE: “widths” is a list, unlike '800'"),
        ({"widths": [0]}, "KETTLE: each in “widths” is a number of pixels, unlike 0"),
        ({"pair": ["c"]}, "KETTLE: “pair” is a list, unlike ['c']"),
        ({"fonts": ["a.ttf"]}, "KETTLE: “fonts” is a dictionary, unlike ['a.ttf']"),
        ({"fonts": {"serif": 3}}, "KETTLE: each in “fonts”, “serif” is a text, unlike 3"),
        ({"fonts": {3: "a.ttf"}}, "KETTLE: each in “fonts” is a text, unlike 3"),
        ({"strikt": True}, "KETTLE has no option “strikt”; did you mean strict?"),
        (["strict"], "KETTLE is a dictionary, as {\"strict\": …}, unlike ['strict']"),
        (None, 'KETTLE is a dictionary, as {"strict": …}, unlike None'),
    ],
)
def test_what_is_wrong_is_said_and_has_its_default(stated: object, message: str) -> None:
    options, wrong = told(stated)

    assert wrong == [message]
    assert options == Kettle()


def test_an_option_that_is_like_no_other_names_all_of_them() -> None:
    _, (problem,) = read_options(Kettle, {"zzz": 1}, setting="KETTLE", code="kettle")

    assert problem.message.startswith("KETTLE has no option “zzz”; it has strict, cups, share")
    assert problem.code == "kettle"


def test_all_that_is_wrong_is_said_and_the_rest_is_read() -> None:
    stated = {"strict": "no", "cup": 3, "widths": [1, -1, "2"], "name": "Pot"}

    options, wrong = told(stated)

    assert len(wrong) == 4
    assert options == Kettle(name="Pot", widths=(1,))


def test_an_option_that_is_needed_is_named_and_one_of_another_is_let_pass() -> None:
    values, (problem,) = read_fields(Server, {"load": "now"}, setting="SERVER", beside=["load"])

    assert values == {}
    assert problem.message == "SERVER needs “url”: an address"


def test_a_value_is_read_as_it_is_used() -> None:
    values, problems = read_fields(Server, {"url": "HTTP://A"}, setting="SERVER")

    assert (values, problems) == ({"url": "http://a"}, [])


def test_a_setting_that_is_no_dictionary_is_read_in_the_same_way() -> None:
    read, (problem,) = read_value(tuple[str, ...], "en", ("ka",), setting="LANGUAGES")

    assert read == ("ka",)
    assert problem.message == "LANGUAGES is a list, unlike 'en'"


def test_what_is_long_is_cut() -> None:
    _, (message,) = told({"cups": "x" * 1000})

    assert len(message) < 200


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        pytest.param(
            {"IMAGES": {"widths": 800}},
            "IMAGES: “widths” is a list of widths in pixels, as (400, 800), unlike 800",
            id="widths-no-list",
        ),
        pytest.param(
            {"IMAGES": {"widths": ["wide"]}},
            "IMAGES: each in “widths” is a number of pixels, unlike 'wide'",
            id="widths-no-numbers",
        ),
        pytest.param(
            {"QUOTATIONS": ["strict"]},
            "QUOTATIONS is a dictionary, as {\"strict\": …}, unlike ['strict']",
            id="quotations-list",
        ),
        pytest.param(
            {"QUOTATIONS": {"strict": "no"}},
            "QUOTATIONS: “strict” is true or false, unlike 'no'",
            id="strict-no-bool",
        ),
        pytest.param(
            {"SHARING": ["fonts"]},
            "SHARING is a dictionary, as {\"fonts\": …}, unlike ['fonts']",
            id="sharing-list",
        ),
        pytest.param(
            {"SHARING": {"fonts": {"serif": 5}}},
            "SHARING: each in “fonts”, “serif” is a text, unlike 5",
            id="fonts-no-names",
        ),
        pytest.param(
            {"STRUCTURED_DATA": ["logo"]},
            "STRUCTURED_DATA is a dictionary, as {\"license\": …}, unlike ['logo']",
            id="structured-data-list",
        ),
        pytest.param(
            {"SECURITY": "mailto:a@b.example"},
            "SECURITY is a dictionary, as {\"contact\": …}, unlike 'mailto:a@b.example'",
            id="security-text",
        ),
        pytest.param(
            {"CONTENT_POLICY": {"script-src": [["x"]]}},
            "CONTENT_POLICY: each in “script-src” is a source",
            id="policy-list-in-list",
        ),
        pytest.param({"COLOURS": {"ink": 3}}, "COLOURS: “ink” is two colours", id="colour-number"),
    ],
)
def test_a_build_says_what_a_setting_cannot_be(
    build: BuildSite, settings: dict[str, Any], message: str
) -> None:
    done = build(
        {"a.md": "Title: A\nDate: 2026-03-14\n\nIt flows.\n"}, VERIFY_ONLY=True, **settings
    )

    assert done.exit_code == 1
    assert [problem.message[: len(message)] for problem in done.problems] == [message]

"""What is drawn on a card; looking at them is left to people."""

from __future__ import annotations

import itertools
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageColor, ImageFilter

from sharing.drawing import BYLINE, EDGE, FINGERPRINT, TALLNESS, draw
from sharing.fonts import Stack, stacks
from sharing.icons import COLORS
from sharing.model import HEIGHT, WIDTH, Card

PALETTE = {**COLORS, "quoted": "#085c43", "seam": "#0b7b56", "field": "#7b837e"}
TITLES = {
    "en": "“The river keeps no timetable”: why",
    "az": "«Çayı içəndən sonra»: gecə",
    "ru": "«Считаем, пока светло»: утро",
    "ka": "„წყალი უკვე გაზომილია“: ვინ",
    "hy": "«Նրանք իրար պահում են»: ինչ",
    "fa": "«رود برنامه ندارد»: چرا",
}


@pytest.fixture(scope="module")
def fonts() -> dict[str, Stack]:
    """Return the fonts of this machine."""
    return stacks({})


def card(lang: str = "en", **parts: Any) -> Card:
    return replace(Card(lang=lang, site="Kura", title="Kura", rtl=lang == "fa"), **parts)


def drawn(card: Card, fonts: dict[str, Stack]) -> Image.Image:
    with Image.open(BytesIO(draw(card, fonts, PALETTE))) as image:
        return image.convert("RGB")


def amount(image: Image.Image, color: str) -> int:
    """Return how many pixels of *image* are of about that colour."""
    wanted = ImageColor.getrgb(PALETTE[color])
    counted = image.getcolors(WIDTH * HEIGHT) or []
    return sum(
        count
        for count, found in counted
        if isinstance(found, tuple)
        and all(abs(a - b) < 12 for a, b in zip(found, wanted, strict=False))
    )


@pytest.mark.parametrize("lang", TITLES)
def test_a_card_says_its_headline_in_two_inks(lang: str, fonts: dict[str, Stack]) -> None:
    title = TITLES[lang]
    plain = drawn(card(lang, title=title), fonts)
    quoting = drawn(card(lang, title=title, quoted=title.index(":")), fonts)

    assert plain.size == (WIDTH, HEIGHT)
    assert amount(plain, "quoted") == 0
    assert amount(quoting, "quoted") > 3000
    assert amount(quoting, "ink") > 1000


@pytest.mark.parametrize("lang", TITLES)
def test_a_quoted_headline_is_set_as_one_that_is_not(lang: str, fonts: dict[str, Stack]) -> None:
    title = f"{TITLES[lang]} {TITLES[lang]} {TITLES[lang]}"
    plain = drawn(card(lang, title=title), fonts)
    quoting = drawn(card(lang, title=title, quoted=title.index(":")), fonts)

    # Both have ink where the other has; but letters of two inks are not kerned.
    plates = [
        image.convert("L").point(lambda value: 255 * (value < 100)) for image in (plain, quoting)
    ]
    wide = [plate.filter(ImageFilter.MaxFilter(9)) for plate in plates]
    assert not ImageChops.subtract(plates[0], wide[1]).getbbox()
    assert not ImageChops.subtract(plates[1], wide[0]).getbbox()


@pytest.mark.parametrize("lang", ["en", "ka", "fa"])
def test_letters_have_smooth_edges(lang: str, fonts: dict[str, Stack]) -> None:
    image = drawn(card(lang, title=TITLES[lang]), fonts)
    counted = image.getcolors(WIDTH * HEIGHT) or []
    grey = {sum(color) for _, color in counted if isinstance(color, tuple)}
    paper, ink = (sum(ImageColor.getrgb(PALETTE[name])) for name in ("paper", "ink"))

    between = sorted(value for value in grey if ink < value < paper)
    steps = [b - a for a, b in itertools.pairwise([ink, *between, paper])]
    assert max(steps) <= (paper - ink) / 5 + 3


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_the_fingerprint_stands_where_its_language_begins(
    lang: str, fonts: dict[str, Stack]
) -> None:
    marks = ("verbatim", "edited", "translated", "unchecked")
    image = drawn(card(lang, marks=marks), fonts)
    strip = image.crop((0, FINGERPRINT, WIDTH, FINGERPRINT + TALLNESS))
    half = strip.crop((0, 0, WIDTH // 2, TALLNESS))

    assert amount(strip, "seam") > 0
    assert amount(half, "seam") == (amount(strip, "seam") if lang == "en" else 0)
    assert amount(strip, "field") > 100


def test_each_form_of_the_seam_is_drawn_as_itself(fonts: dict[str, Stack]) -> None:
    forms = ("verbatim", "edited", "translated", "unchecked")
    strips = [
        drawn(card(marks=(form,)), fonts).crop((EDGE, FINGERPRINT, EDGE + 20, BYLINE - 30))
        for form in forms
    ]

    assert len({strip.tobytes() for strip in strips}) == len(forms)


def test_many_quotations_stay_on_the_card(fonts: dict[str, Stack]) -> None:
    image = drawn(card(marks=("verbatim", "translated", "unchecked") * 200), fonts)

    assert amount(image.crop((WIDTH - EDGE, 0, WIDTH, HEIGHT)), "seam") == 0


def test_a_card_is_the_same_bytes_each_time(fonts: dict[str, Stack]) -> None:
    one = card("fa", title=TITLES["fa"], names="مهری نمونه", marks=("verbatim",))

    assert draw(one, fonts, PALETTE) == draw(one, stacks({}), PALETTE)


@pytest.mark.parametrize("title", ["Kura " * 60, "K" * 300, "«رود» " * 50], ids=len)
def test_a_long_headline_stays_between_the_edges(title: str, fonts: dict[str, Stack]) -> None:
    image = drawn(card(title=title.strip()), fonts)
    paper = image.getpixel((0, 0))

    for edge in ((0, 0, EDGE - 8, HEIGHT), (WIDTH - EDGE + 8, 0, WIDTH, HEIGHT)):
        assert image.crop(edge).getcolors() == [((edge[2] - edge[0]) * HEIGHT, paper)]
    between = image.crop((0, FINGERPRINT - 12, WIDTH, FINGERPRINT + TALLNESS))
    assert between.getcolors() == [(WIDTH * (TALLNESS + 12), paper)]


def test_a_sign_that_no_font_has_is_left_out(fonts: dict[str, Stack]) -> None:
    shown = fonts["serif"].shown("The \U0010fffe heron \U0001f9a9\u202e!")

    assert "heron" in shown
    assert "\U0010fffe" not in shown
    assert "\u202e" not in shown


def test_a_letter_that_no_font_has_is_told(fonts: dict[str, Stack]) -> None:
    assert fonts["serif"].lacks("Kura, Мтквари, მტკვარი, Քուռ, کورا 2026 🦩") == ""
    assert fonts["serif"].lacks("Kura \U00012000") == "\U00012000"


@pytest.mark.parametrize("lang", TITLES)
def test_a_text_is_set_in_a_font_that_has_its_letters(lang: str, fonts: dict[str, Stack]) -> None:
    first = fonts["serif"].cast(f"{TITLES[lang]} Kura").faces[0]

    assert all(map(first.has, filter(str.isalpha, TITLES[lang])))

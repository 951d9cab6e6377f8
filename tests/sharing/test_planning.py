"""Which cards are asked for, and which picture stands for a piece."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from contract.text import Text
from images.model import Image
from sharing.fonts import STACKS, Stack, stacks
from sharing.icons import COLORS
from sharing.keeping import Cards, Planner
from sharing.model import Card, Preview
from sharing.properties import image_of
from sharing.settings import Sharing
from tests.support.pieces import carried

CARD = Preview(url="cards/a.png", width=1200, height=630, alt="A")
OWN = Image(
    url="images/a.jpg",
    width=800,
    height=600,
    alt="A gauge",
    credit="Nino Example",
    path=Path("a.jpg"),
)


def text(*, card: Preview | None = CARD, image: Image | None = None) -> Text:
    return replace(carried(), card=card, image=image)


def planner(folder: Path, fonts: dict[str, Stack], *, shaped: bool = True) -> Planner:
    return Planner(Cards(folder, fonts, COLORS), shaped=shaped)


def test_without_a_shaper_what_is_read_from_right_to_left_has_no_card(tmp_path: Path) -> None:
    plan = planner(tmp_path, stacks({}), shaped=False)

    assert plan.image(Card(lang="fa", site="کورا", title="رود", rtl=True), "") is None
    assert plan.image(Card(lang="en", site="Kura", title="River"), "") is not None
    [problem] = plan.problems()
    assert (problem.code, "libfribidi0" in problem.message) == ("card-shaper", True)


def test_without_fonts_no_card_is_asked_for(tmp_path: Path) -> None:
    none: dict[str, Stack] = {kind: Stack(faces=()) for kind in STACKS}
    plan = planner(tmp_path, none)

    assert plan.image(Card(lang="en", site="Kura", title="River"), "") is None
    assert plan.cards.wanted == {}
    [problem] = plan.problems()
    assert (problem.code, "fonts-noto-core" in problem.message) == ("card-font", True)


def test_a_font_that_the_site_names_goes_first() -> None:
    [*_, last] = stacks({})["serif"].faces

    assert stacks({"serif": [str(last.path)]})["serif"].faces[0].path == last.path


@pytest.mark.parametrize(
    ("text", "own_images", "shown"),
    [
        pytest.param(text(image=OWN), False, CARD, id="the card, if the site does not say"),
        pytest.param(text(image=OWN), True, OWN, id="its own picture, where the site says so"),
        pytest.param(text(), True, CARD, id="the card, where it has no picture"),
        pytest.param(text(card=None), False, None, id="neither"),
    ],
)
def test_a_card_stands_for_a_piece_or_its_own_picture(
    text: Text, own_images: bool, shown: Preview | Image | None
) -> None:
    assert image_of(text, Sharing(own_images=own_images)) == shown


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("en", "en_GB"),
        ("ka", "ka_GE"),
        ("fa", "fa_IR"),
        ("hy", "hy_AM"),
        ("pt-BR", "pt_BR"),
        ("tr", "tr_CY"),
    ],
)
def test_a_language_is_told_with_its_place(language: str, locale: str) -> None:
    assert Sharing(locales={"tr": "tr_CY"}).locale(language) == locale

"""Cards are drawn in other processes, and whatever happens to those, all are there in the end."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from sharing.drawing import draw
from sharing.fonts import Stack, stacks
from sharing.icons import COLORS
from sharing.keeping import FEW, Cards
from sharing.model import Card
from tests.support.building import Build, build_site, write_files

HEAD = "Title: Water\nDate: 2026-03-14\nCategory: Rivers\n\n"
# So many that they are drawn elsewhere.
ARTICLES = {
    f"articles/a{number}.md": f"Title: Water {number}\nDate: 2026-03-14\nCategory: Rivers\n\nText."
    for number in range(2 * FEW)
}


@pytest.fixture(scope="module")
def fonts() -> dict[str, Stack]:
    """Return the fonts of this machine."""
    return stacks({})


def shelf(folder: Path, fonts: dict[str, Stack], *, count: int) -> Cards:
    """Return *count* cards that are wanted, and kept in *folder*."""
    cards = Cards(folder / "cache", fonts, COLORS)
    for number in range(count):
        cards.want(Card(lang="en", site="Kura", title=f"River {number}"))
    return cards


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def expected(cards: Cards) -> dict[str, bytes]:
    """Return the files as they are drawn in this process."""
    return {name: draw(card, cards.stacks, COLORS) for name, card in cards.wanted.items()}


@pytest.mark.parametrize(
    "drawer",
    [multiprocessing.get_context("fork").Process, multiprocessing.get_context("spawn").Process],
    ids=["forked", "spawned"],
)
def test_a_card_drawn_in_another_process_is_the_same(
    drawer: type[BaseProcess], tmp_path: Path, fonts: dict[str, Stack]
) -> None:
    cards = shelf(tmp_path, fonts, count=FEW)

    cards.begin(drawer)
    for process in multiprocessing.active_children():
        process.join()
    drawn = bytes_in(tmp_path / "cache")
    cards.finish(tmp_path / "cards")

    assert drawn == expected(cards)
    assert bytes_in(tmp_path / "cards") == drawn


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_what_a_killed_process_did_not_draw_is_drawn_in_the_end(
    number: signal.Signals, tmp_path: Path, fonts: dict[str, Stack]
) -> None:
    cards = shelf(tmp_path, fonts, count=4 * FEW)

    cards.begin()
    drawers = multiprocessing.active_children()
    for drawer in drawers:
        drawer.kill() if number == signal.SIGKILL else drawer.terminate()
        drawer.join()
    before = len(list((tmp_path / "cache").glob("*.png")))
    cards.finish(tmp_path / "cards")

    assert drawers
    assert before < len(cards.wanted)
    assert bytes_in(tmp_path / "cards") == expected(cards)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda whole: whole[: len(whole) // 2], id="cut"),
        pytest.param(lambda whole: whole[:-1], id="cut-at-the-end"),
        pytest.param(lambda whole: bytes(len(whole)), id="zeros"),
        pytest.param(lambda whole: bytes(9) + whole[9:], id="another-beginning"),
    ],
)
def test_a_damaged_card_is_drawn_anew(
    damage: Callable[[bytes], bytes], tmp_path: Path, fonts: dict[str, Stack]
) -> None:
    cards = shelf(tmp_path, fonts, count=2)
    cards.finish(tmp_path / "cards")
    first, second = sorted((tmp_path / "cache").iterdir())
    untouched = second.stat()
    first.write_bytes(damage(first.read_bytes()))

    cards.begin()
    cards.finish(tmp_path / "cards")

    assert bytes_in(tmp_path / "cards") == expected(cards)
    assert second.stat().st_mtime_ns == untouched.st_mtime_ns


def published(folder: Path, text: str, **settings: object) -> Build:
    """Build many articles, and one of *text*, as they would be published."""
    files = {**ARTICLES, "articles/water.md": f"{HEAD}{text}"}
    return build_site(
        write_files(folder / "content", files),
        folder / "output",
        conf="publishconf.py",
        settings={"CACHE_PATH": str(folder / "cache"), **settings},
    )


@pytest.mark.parametrize("check", [False, True])
def test_no_card_is_drawn_where_a_text_has_an_error(check: bool, tmp_path: Path) -> None:
    site = published(tmp_path, "[x]({filename}gone.md)", CHECK_SITE=check)

    assert site.codes() == ["broken-link"]
    assert not (tmp_path / "cache/cards").exists()


def test_the_site_has_the_cards_that_are_kept(tmp_path: Path) -> None:
    site = published(tmp_path, "Text.").require_success()

    kept = bytes_in(tmp_path / "cache/cards")
    assert len(kept) > 2 * FEW
    assert bytes_in(site.output / "cards") == kept

"""The menu: what an entry may be, and where it leads."""

from __future__ import annotations

import pytest

from settings.menu import DEFAULT, dead_entries, read_menu
from settings.model import MenuEntry


def read(*stated: object) -> list[MenuEntry]:
    entries, problems = read_menu(list(stated), language="ru")
    assert problems == []
    return entries


def test_entries_keep_their_order_and_what_follows_the_gap_stands_aside() -> None:
    entries = read(*DEFAULT)

    assert [entry.kind for entry in entries] == ["sections", *DEFAULT[2:]]
    assert [entry.aside for entry in entries][:3] == [False, True, False]


def test_a_label_is_said_in_the_language_of_the_page() -> None:
    one, many = read(("archive", "Tout"), ("about", {"ru": "О нас", "az": "Biz kimik"}))

    assert [one.label("ru"), one.label("az")] == ["Tout", "Tout"]
    assert [many.label("ru"), many.label("az"), many.label("ka")] == ["О нас", "Biz kimik", ""]


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ("sections", "NAVIGATION is a list, as"),
        (None, "NAVIGATION is a list, as"),
        ([3], "is a name, or a name and its labels, unlike 3"),
        ([("about",)], "is a name, or a name and its labels"),
        (["https://a.example/"], '“https://a.example/” needs a label: ("https://a.example/"'),
        ([("/a/", {"az": "A"})], "“/a/” needs a label"),
    ],
)
def test_what_cannot_be_an_entry_is_said(stated: object, words: str) -> None:
    _, (problem,) = read_menu(stated, language="ru")

    assert "NAVIGATION" in problem.message
    assert words in problem.message


def test_an_entry_that_leads_nowhere_is_said() -> None:
    entries = read("abowt", "Rivres", "javascript:alert(1)", "about", "Rivers", "people")

    told = [each.message for each in dead_entries(entries, slugs={"about"}, sections={"Rivers"})]

    assert len(told) == 3
    assert "“abowt”; did you mean about?" in told[0]
    assert "“Rivres”; did you mean Rivers?" in told[1]
    assert "the lists are sections" in told[2]

"""Which thread an article has."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from comments.identity import clashes, read_claim
from comments.model import Claim, Standing
from contract.text import Text
from tests.support.pieces import carried

WRITTEN = datetime(2026, 3, 14, tzinfo=UTC)


def article(folder: Path, name: str = "a.md", *, head: str = "") -> Text:
    return carried(f"Title: A title\nSlug: a\n{head}\n\nText.\n", path=folder / name)


def test_the_thread_of_an_article_is_its_first_address(tmp_path: Path) -> None:
    claim, problems = read_claim(article(tmp_path), url="ka/the-jar/", metadata={}, written=WRITTEN)

    assert (claim.id, claim.standing, problems) == ("/ka/the-jar/", Standing.OPEN, [])


def test_metadata_names_another_thread(tmp_path: Path) -> None:
    claim, problems = read_claim(
        article(tmp_path), url="new/", metadata={"comments_id": "/old-address/"}, written=WRITTEN
    )

    assert (claim.id, claim.stated, problems) == ("/old-address/", True, [])


@pytest.mark.parametrize("thread", ["old/", "", "/a b/", "/a/?b", "/a/#b", ["/a/", "/b/"]])
def test_an_id_that_is_no_path_is_an_error(tmp_path: Path, thread: object) -> None:
    text = article(tmp_path, head="Comments_id: old/")

    _, problems = read_claim(text, url="new/", metadata={"comments_id": thread}, written=WRITTEN)

    assert [problem.code for problem in problems] == ["comments-id"]
    assert problems[0].location is not None
    assert problems[0].location.line == 3


def test_an_unknown_standing_is_an_error_that_names_its_line(tmp_path: Path) -> None:
    text = article(tmp_path, head="Comments: close")

    _, problems = read_claim(text, url="a/", metadata={"comments": "close"}, written=WRITTEN)

    assert "did you mean closed?" in str(problems[0])
    assert f"{text.path}:3" in str(problems[0])


@pytest.mark.parametrize(
    ("said", "meant"), [("true", Standing.OPEN), ("False", Standing.CLOSED), ("OFF", Standing.OFF)]
)
def test_a_standing_may_be_said_as_elsewhere(tmp_path: Path, said: str, meant: Standing) -> None:
    text = article(tmp_path, head=f"Comments: {said}")

    claim, problems = read_claim(text, url="a/", metadata={"comments": said}, written=WRITTEN)

    assert (claim.standing, problems) == (meant, [])


def claim(text: Text, thread: str, *, family: str = "", stated: bool = False) -> Claim:
    place = text.place("comments_id")
    family = family or str(text.path)
    return Claim(place=place, id=thread, written=WRITTEN, family=family, stated=stated)


def test_two_articles_with_one_thread_are_an_error_that_names_both(tmp_path: Path) -> None:
    owner = article(tmp_path, "z.md")
    intruder = article(tmp_path, "a.md", head="Comments_id: /z/")

    problems = clashes([claim(intruder, "/z/", stated=True), claim(owner, "/z/")])

    assert [problem.code for problem in problems] == ["comments-id-taken"]
    assert str(problems[0]).startswith(f"{intruder.path}:3: ")
    assert f"{owner.path}:1" in problems[0].message


def test_translations_share_a_thread_if_they_say_so(tmp_path: Path) -> None:
    original = article(tmp_path, "a.md")
    translation = article(tmp_path, "a.ka.md", head="Comments_id: /a/")

    problems = clashes(
        [
            claim(original, "/a/", family="a.md"),
            claim(translation, "/a/", family="a.md", stated=True),
        ]
    )

    assert problems == []


def test_articles_with_threads_of_their_own_are_no_error(tmp_path: Path) -> None:
    assert clashes([claim(article(tmp_path), "/a/"), claim(article(tmp_path, "b.md"), "/b/")]) == []

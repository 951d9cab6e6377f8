"""An outlet: what its file may say, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from citations import Source, read_source
from problems import Problem


def read(
    folder: Path, text: str | bytes, name: str = "courier"
) -> tuple[Source | None, list[Problem]]:
    path = folder / f"{name}.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    problems: list[Problem] = []
    return read_source(path, problems), problems


def test_an_outlet_is_read(tmp_path: Path) -> None:
    source, problems = read(
        tmp_path,
        "Title: Kura Courier\nSlug: kura-courier\nURL: https://courier.example/\nPlace: Gori\n"
        "Country: GE\nLanguages: ka, en ru\nKind: weekly\nOwner: Its readers\nSince: 1998\n\n"
        "A paper\r\nabout water.\n",
    )

    assert problems == []
    assert source == Source(
        slug="kura-courier",
        title="Kura Courier",
        path=tmp_path / "courier.md",
        url="https://courier.example/",
        place="Gori",
        country="GE",
        languages=("ka", "en", "ru"),
        kind="weekly",
        owner="Its readers",
        since="1998",
        text="A paper about water.",
    )


def test_the_name_of_the_file_is_the_slug_of_an_outlet_that_states_none(tmp_path: Path) -> None:
    source, problems = read(tmp_path, b"\xef\xbb\xbfTitle: Kura Courier\r\n")

    assert problems == []
    assert source is not None
    assert (source.slug, source.text) == ("courier", "")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param("A paper.\n", 1, "name the outlet", id="no-metadata"),
        pytest.param("Slug: courier\nTitle:\n", 2, "name the outlet", id="empty-title"),
        pytest.param(
            "Title: A\nOwnr: B\n", 2, "unknown field “ownr”; did you mean owner?", id="field"
        ),
        pytest.param("Title: A\nURL: javascript:x\n", 2, "leads to no web page", id="javascript"),
        pytest.param("Title: A\nSlug: ../x\n", 2, "“../x” is no slug", id="slug-with-path"),
        pytest.param("Title: A\nSlug: A B\n", 2, "“A B” is no slug", id="slug-with-space"),
        pytest.param("Title: A\nSlug: .\n", 2, "“.” is no slug", id="slug-of-a-dot"),
        pytest.param(
            "Title: A\nLanguages: ka, English\n", 2, "“English” is no language code", id="language"
        ),
        pytest.param(b"Title: \xe9\n", None, "is not UTF-8 (byte 7)", id="latin-1"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, text: str | bytes, line: int | None, message: str
) -> None:
    source, problems = read(tmp_path, text)

    assert source is None
    (problem,) = problems
    assert message in problem.message
    assert problem.location is not None
    assert (problem.location.path, problem.location.line) == (tmp_path / "courier.md", line)


def test_a_file_whose_name_is_no_slug_needs_one(tmp_path: Path) -> None:
    source, problems = read(tmp_path, "Title: A\n", name="Kura Courier")

    assert source is None
    assert ["is no slug" in problem.message for problem in problems] == [True]

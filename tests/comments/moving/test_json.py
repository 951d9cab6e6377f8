"""Our own form: what an export says, and that it can be imported again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from comments.moving import json_file
from comments.moving.exporting import from_database
from comments.moving.model import MovingError
from tests.comments.moving.support import (
    dsq,
    dsq_post,
    silent,
    take,
    wp_comment,
    written,
    wxr,
)

EMPTY: dict[str, Any] = {"format": "comments", "version": 1, "markup": "html", "threads": []}
COMMENT = {"id": "1", "author": "Ana", "written": "2019-03-14T16:01:00Z", "text": "<p>*A*</p>"}


def test_an_export_says_what_readers_saw_and_no_address(tmp_path: Path) -> None:
    export = wxr(
        wp_comment(1, "One <b>two</b>", author="A & <b>"),
        wp_comment(2, "Answer.", parent="1", author_url=""),
        wp_comment(3, "Held.", approved="0", author=""),
    )

    text, count = from_database(take(tmp_path, export, addresses=True).database)

    assert count == 1
    assert "mail.example" not in text
    assert "203.0.113" not in text
    assert json.loads(text) == {
        "format": "comments",
        "version": 1,
        "markup": "markdown",
        "threads": [
            {
                "id": "/the-jar-and-patience/",
                "title": "Title of /the-jar-and-patience/",
                "comments": [
                    {
                        "id": "1",
                        "author": "A & <b>",
                        "website": "https://nino.example/",
                        "written": "2019-03-14T16:01:00Z",
                        "text": "One **two**",
                        "replies": [
                            {
                                "id": "3",
                                "author": "Nino Example",
                                "website": "",
                                "written": "2019-03-14T16:02:00Z",
                                "text": "Answer.",
                                "replies": [],
                            }
                        ],
                    },
                    {
                        "id": "2",
                        "author": "",
                        "website": "https://nino.example/",
                        "written": "2019-03-14T16:03:00Z",
                        "text": "Held.",
                        "held": True,
                        "replies": [],
                    },
                ],
            }
        ],
    }


def test_what_was_exported_is_the_same_after_it_was_imported(tmp_path: Path) -> None:
    comments = [dsq_post(1, isDeleted="true"), dsq_post(2, parent=1), dsq_post(3, "<p>🌊 *ა*</p>")]
    (old, new) = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    text, _ = from_database(take(old, dsq(*comments, dsq_post(4, isApproved="false"))).database)

    again, _ = from_database(take(new, text).database)

    assert len(json.loads(text)["threads"][0]["comments"]) == 3
    assert again == text


def test_the_html_of_a_server_becomes_markdown(tmp_path: Path) -> None:
    thread = {"id": "/train/", "title": "Train", "comments": [COMMENT]}

    taken = take(tmp_path, json.dumps(EMPTY | {"threads": [thread]}, indent=1))

    assert taken.rows("text, author") == [("\\*A\\*", "Ana")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param('{"format": "comments", "thr', "no whole JSON", id="cut-off"),
        pytest.param("[1, 2]", "no export of comments", id="another-list"),
        pytest.param(json.dumps(EMPTY | {"version": 2}), "its version is 2", id="version"),
        pytest.param("[" * 100_000, "no JSON that can be read", id="deep"),
        *(
            pytest.param(
                json.dumps(EMPTY | {"threads": [{"id": "/a/", "title": "", "comments": [bad]}]}),
                "thread 1 is not as an export has it",
                id=name,
            )
            for name, bad in {
                "date": COMMENT | {"written": "soon"},
                "text": COMMENT | {"text": 7},
                "number": 7,
                "empty": {},
            }.items()
        ),
    ],
)
def test_a_bad_file_is_refused(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(MovingError, match=said):
        json_file.read(written(tmp_path / "old.json", text), silent)

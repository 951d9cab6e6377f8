"""An export of Disqus, and what is wrong with one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from comments.moving.model import MovingError, State
from tests.comments.moving.support import OLD_JAR, dsq, dsq_post, only, read_dsq, wxr


def test_a_comment_is_read_with_its_time_in_utc(tmp_path: Path) -> None:
    message = "<p>One<br>two</p>\n<p>See <a href='https://a.example/'>this</a></p>"

    thread = only(read_dsq(tmp_path, dsq(dsq_post(9, message), name="/the-jar/")))

    assert thread.addresses == (OLD_JAR, "/the-jar/")
    assert thread.title == "The jar"
    (entry,) = thread.entries
    assert entry.author == "Ana Example"
    assert entry.written == datetime(2019, 3, 14, 16, 9, tzinfo=UTC)
    assert entry.text == "One  \ntwo\n\nSee [this](https://a.example/)"
    assert entry.state is State.SHOWN


def test_what_was_no_good_comment_stays_behind(tmp_path: Path) -> None:
    contents = read_dsq(
        tmp_path,
        dsq(
            dsq_post(1, isSpam="true"),
            dsq_post(2, isDeleted="true"),
            dsq_post(3, "<p> </p>"),
            dsq_post(4, isApproved="false"),
            dsq_post(5, parent=4),
        ),
    )

    assert contents.left_out == {"spam": 1, "deleted": 1, "empty": 1}
    *gone, held, shown = only(contents).entries
    assert {entry.state for entry in gone} == {State.GONE}
    assert held.state is State.HELD
    assert (shown.state, shown.parent) == (State.SHOWN, "4")


def test_the_comments_of_a_deleted_page_stay_behind(tmp_path: Path) -> None:
    contents = read_dsq(tmp_path, dsq(dsq_post(1), deleted="true"))

    assert contents.threads == []
    assert contents.left_out == {"of a deleted page": 1}


@pytest.mark.parametrize(
    ("export", "said"),
    [
        pytest.param(dsq(dsq_post(1))[:-30], "cut off", id="cut-off"),
        pytest.param(dsq(dsq_post(1, createdAt="soon")), "“soon” is no date", id="date"),
        pytest.param(dsq(dsq_post(1)).replace('"77"/>', '"78"/>'), "names no page", id="page"),
        pytest.param(wxr(), "first element is “rss”", id="wrong-kind"),
    ],
)
def test_a_bad_file_is_refused(export: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(MovingError, match=said):
        read_dsq(tmp_path, export)

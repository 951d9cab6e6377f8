"""An export of WordPress, and what is wrong with one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from comments.moving.model import MovingError, State
from tests.comments.moving.support import OLD_JAR, dsq, only, read_wxr, wp_comment, wxr


@pytest.mark.parametrize("version", ["1.0", "1.2", "1.9"])
def test_a_comment_is_read_with_its_time_in_utc(version: str, tmp_path: Path) -> None:
    export = wxr(wp_comment(9, "One\n\n<b>two</b>"), slug="the-jar", version=version)

    thread = only(read_wxr(tmp_path, export))

    assert thread.addresses == (OLD_JAR, "the-jar")
    assert thread.title == "The jar"
    (entry,) = thread.entries
    assert entry.author == "Nino Example"
    assert entry.website == "https://nino.example/"
    assert entry.written == datetime(2019, 3, 14, 16, 9, tzinfo=UTC)
    assert entry.text == "One\n\n**two**"
    assert entry.state is State.SHOWN


def test_what_was_no_comment_or_no_good_one_stays_behind(tmp_path: Path) -> None:
    contents = read_wxr(
        tmp_path,
        wxr(
            wp_comment(1, approved="spam"),
            wp_comment(2, approved="trash"),
            wp_comment(3, approved="post-trashed"),
            wp_comment(4, type="pingback"),
            wp_comment(5, type="trackback"),
            wp_comment(6, type="order_note"),
            wp_comment(7, " \n"),
            wp_comment(8, approved="0"),
            wp_comment(9, type=""),
        ),
    )

    assert contents.left_out == {
        "spam": 1,
        "trash": 2,
        "pingback": 1,
        "trackback": 1,
        "order_note": 1,
        "empty": 1,
    }
    states = {entry.id: entry.state for entry in only(contents).entries}
    assert {name for name, state in states.items() if state is not State.GONE} == {"8", "9"}
    assert states["8"] is State.HELD


def test_a_date_that_only_the_site_s_clock_knew_is_said(tmp_path: Path) -> None:
    contents = read_wxr(tmp_path, wxr(wp_comment(1, date_gmt="0000-00-00 00:00:00")))

    assert only(contents).entries[0].written == datetime(2019, 3, 14, 20, 1, tzinfo=UTC)
    (remark,) = contents.remarks
    assert "no date in UTC" in remark.message
    assert remark.line == 12


def test_control_characters_are_left_out_and_counted(tmp_path: Path) -> None:
    contents = read_wxr(tmp_path, wxr(wp_comment(1, "a\x0bb\x00c")))

    assert only(contents).entries[0].text == "abc"
    assert [remark.message for remark in contents.remarks] == [
        "2 control characters, which XML forbids, are left out"
    ]


BOMB = """<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
<rss><channel><item><title>&b;&c;</title></item></channel></rss>"""


@pytest.mark.parametrize(
    ("export", "said", "line"),
    [
        pytest.param(wxr(wp_comment(1))[:-40], "cut off", 22, id="cut-off"),
        pytest.param(
            wxr(wp_comment(1, date_gmt="yesterday")), "“yesterday” is no date", 12, id="date"
        ),
        pytest.param(wxr("&nbsp;"), "nbsp", 12, id="entity"),
        pytest.param(BOMB, "declares a document type", None, id="bomb"),
        pytest.param("<!DOCTYPE html><html></html>", "a document type", None, id="page"),
        pytest.param(dsq(), "first element is “disqus”", 2, id="wrong-kind"),
        pytest.param("no XML at all", "cannot be read from here on", 1, id="text"),
    ],
)
def test_a_bad_file_is_refused_with_its_line(
    export: str, said: str, line: int | None, tmp_path: Path
) -> None:
    with pytest.raises(MovingError, match=said) as caught:
        read_wxr(tmp_path, export)

    assert caught.value.line == line

"""One level of answers, which is what Isso has room for, and comments that are no more."""

from __future__ import annotations

from pathlib import Path

from tests.comments.moving.support import dsq, dsq_post, take, wp_comment, wxr

COLUMNS = "comments.id, parent, mode, text"


def test_an_answer_to_an_answer_says_whom_it_answers(tmp_path: Path) -> None:
    taken = take(
        tmp_path,
        wxr(
            wp_comment(1, "A", author="Ana *"),
            wp_comment(2, "B", parent="1", author="Bela_"),
            wp_comment(3, "C", parent="2", author=""),
            wp_comment(4, "D", parent="3"),
            wp_comment(5, "@Bela_ E", parent="2"),
        ),
    )

    assert taken.rows("parent, text") == [
        (None, "A"),
        (1, "B"),
        (1, "@Bela\\_:\n\nC"),
        (1, "D"),
        (1, "@Bela\\_ E"),
    ]


def test_a_deleted_comment_keeps_its_place_where_it_was_answered(tmp_path: Path) -> None:
    export = dsq(
        dsq_post(1, isDeleted="true"),
        dsq_post(2, "<p>To what was deleted.</p>", parent=1),
        dsq_post(3, isDeleted="true"),
        dsq_post(4, isSpam="true", parent=2),
    )

    taken = take(tmp_path, export)

    assert taken.rows(f"{COLUMNS}, author") == [
        (1, None, 4, "", None),
        (2, 1, 1, "To what was deleted.", "Ana Example"),
    ]


def test_what_answers_a_held_comment_stands_by_itself(tmp_path: Path) -> None:
    taken = take(
        tmp_path,
        wxr(
            wp_comment(1, "Held.", approved="0"),
            wp_comment(2, "Shown.", parent="1"),
            wp_comment(3, "To what is shown.", parent="2"),
            wp_comment(4, "Held as well.", parent="1", approved="0"),
        ),
    )

    assert taken.rows(COLUMNS) == [
        (1, None, 2, "Held."),
        (2, None, 1, "Shown."),
        (3, 2, 1, "To what is shown."),
        (4, 1, 2, "Held as well."),
    ]


def test_comments_that_answer_each_other_or_none_stand_by_themselves(tmp_path: Path) -> None:
    taken = take(
        tmp_path,
        wxr(
            wp_comment(1, "A", parent="2"),
            wp_comment(2, "B", parent="1"),
            wp_comment(3, "C", parent="99"),
        ),
    )

    assert taken.rows("parent, text") == [(None, "A"), (None, "B"), (None, "C")]

"""The lines on which blocks and keys stand."""

from __future__ import annotations

import pytest

from quotations.document import SourceLines


@pytest.mark.parametrize(
    ("source", "block", "line"),
    [
        pytest.param("text\n\n> a\n>\n> — b", "> a\n>\n> — b", 3, id="block"),
        pytest.param("- c\n\n    > a\n    > b", "> a\n> b", 3, id="in-a-list"),
        pytest.param("- > a\n  > b", "> a\n> b", 1, id="behind-a-marker"),
        pytest.param("12. > a\n    > b", "> a\n> b", 1, id="behind-a-number"),
        pytest.param("Term\n:   > a\n    > b", "> a\n> b", 2, id="behind-a-colon"),
        pytest.param("> > a\n> > b", "> a\n> b", 1, id="nested"),
        pytest.param(">\ta\n>\tb", ">   a\n>   b", 1, id="tabs"),
        pytest.param("```\n> a\n```\n\n> a", "> a", 5, id="behind-fenced-code"),
        pytest.param("~~~~\n~~~\n> a\n~~~~ \n> a", "> a", 5, id="behind-a-longer-fence"),
        pytest.param("```\n> a", "> a", 2, id="behind-an-open-fence"),
        pytest.param("    ```\n    > a\n    ```", "> a", 2, id="indented-fence"),
        pytest.param("[^1]: > a\n    > b", "> a\n> b", 1, id="behind-a-footnote"),
        pytest.param("<b>> a\n> c\n\n> b", "> a\n> b", 1, id="first-line-only"),
        pytest.param("> b", "> a", None, id="nowhere"),
        pytest.param("", ">", 1, id="nothing"),
        pytest.param("", "> a", None, id="empty"),
    ],
)
def test_a_block_is_found_by_its_lines(source: str, block: str, line: int | None) -> None:
    assert SourceLines(source.split("\n")).block(block) == line


def test_the_second_of_two_equal_blocks_is_found_below_the_first() -> None:
    lines = SourceLines(["> a", "", "> a"])

    assert [lines.block("> a"), lines.block("> a")] == [1, 3]


def test_a_block_that_is_read_late_is_found_above() -> None:
    lines = SourceLines(["[^1]: > a", "    > b", "", "> c", "> d"])

    assert lines.block("> c\n> d") == 4
    assert lines.block("> b") == 2


def test_each_occurrence_of_a_key_has_its_line() -> None:
    lines = SourceLines(["“a” [@k], “b” [@k]", "```", "[@k]", "```", "“c” [@k]"])

    assert [lines.occurrence("[@k]") for _ in range(4)] == [1, 1, 5, None]

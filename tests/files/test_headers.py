"""The metadata at the head of a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from files.headers import read_header


def test_a_header_has_fields_their_lines_and_the_text_below() -> None:
    header = read_header("Title: A\nSlug: a\n\nText\nmore")

    assert header.fields == {"title": "A", "slug": "a"}
    assert header.lines == {"title": 1, "slug": 2}
    assert header.body == "Text\nmore"


@pytest.mark.parametrize("fence", ["---", "..."])
def test_a_header_may_stand_between_rules(fence: str) -> None:
    header = read_header(f"---\nTitle: A\n{fence}\nText")

    assert header.fields == {"title": "A"}
    assert header.lines == {"title": 2}
    assert header.body == "Text"


def test_an_indented_line_continues_its_field() -> None:
    header = read_header("Owner: A\n    and B\nPlace: C\n")

    assert header.fields == {"owner": "A and B", "place": "C"}
    assert header.lines == {"owner": 1, "place": 3}


def test_a_line_that_is_no_field_begins_the_text() -> None:
    header = read_header("Title: A\n# Heading\n")

    assert header.fields == {"title": "A"}
    assert header.body == "# Heading\n"


def test_a_text_without_a_header_is_all_text() -> None:
    header = read_header("    code\n\ntext")

    assert header.fields == {}
    assert header.body == "    code\n\ntext"


LINES = st.lists(
    st.sampled_from(
        [
            "Title: a",
            " Tag_2:b",
            "    more",
            "      more",
            "",
            "  ",
            "---",
            "--- x",
            "----",
            "...",
            "text",
            "# h",
        ]
    ),
    max_size=8,
)


@given(LINES)
def test_a_header_is_read_as_markdown_reads_it(lines: list[str]) -> None:
    md = Markdown(extensions=["meta"])
    md.convert("\n".join(lines))
    # Python-Markdown's own stubs do not know the attribute that its extension sets.
    meta: dict[str, list[str]] = getattr(md, "Meta", {})

    header = read_header("\n".join(lines))

    assert set(header.fields) == set(meta)

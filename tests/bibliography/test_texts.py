"""Text from a library is plain text, and nothing that is no markup is taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibliography.texts import one_line, paragraphs, with_markup, without_markup

TEXT = st.text() | st.text("<>/&;#ibpn ampltgx0\n")


@pytest.mark.parametrize(
    ("rich", "plain"),
    [
        pytest.param("<i>a</i> <b>b</b> <sup>c</sup>", "a b c", id="inline"),
        pytest.param('<span class="nocase">a</span>', "a", id="attribute"),
        pytest.param("<p>a</p><p>b</p>", "\na\nb", id="paragraphs"),
        pytest.param("<jats:p>a<br/>b</jats:p>", "\na\nb", id="jats"),
        pytest.param("R&amp;D &lt;i&gt; &#233; &#xe9;", "R&D <i> é é", id="entities"),
        pytest.param("a < b > c, <nobody> & you; &c.", "a < b > c, <nobody> & you; &c.", id="text"),
    ],
)
def test_markup_goes_and_words_stay(rich: str, plain: str) -> None:
    assert without_markup(rich) == plain


@given(TEXT)
def test_text_that_looks_like_markup_comes_back(text: str) -> None:
    assert without_markup(with_markup(text)) == text


@given(TEXT)
def test_text_on_one_line_is_one_line(text: str) -> None:
    line = one_line(text)

    assert len(line.splitlines()) <= 1
    assert one_line(line) == line


@given(TEXT)
def test_paragraphs_can_be_written_to_any_file(text: str) -> None:
    long = paragraphs(text)

    assert long.encode() == paragraphs(long).encode()

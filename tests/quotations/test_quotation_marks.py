"""Where the quotation begins that a key follows."""

from __future__ import annotations

import pytest

from quotations.quotation_marks import quoted_start


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("a “b c”", "“b c”", id="english"),
        pytest.param("a „b c“", "„b c“", id="german-and-georgian"),
        pytest.param("a „b c”", "„b c”", id="polish"),
        pytest.param("a „b c‟", "„b c‟", id="reversed-high"),
        pytest.param("a «b c»", "«b c»", id="russian"),
        pytest.param("a »b c«", "»b c«", id="danish"),
        pytest.param("a ”b c”", "”b c”", id="swedish"),
        pytest.param("a »b c»", "»b c»", id="finnish"),
        pytest.param('a "b c"', '"b c"', id="straight"),
        pytest.param("“a” and “b”", "“b”", id="the-nearer-of-two"),
        pytest.param('"a" and "b"', '"b"', id="the-nearer-of-two-straight"),
        pytest.param("«a» and ”b”", "”b”", id="swedish-after-russian"),
        pytest.param("x «a «b» c»", "«a «b» c»", id="nested-alike"),
        pytest.param("x «a «b»»", "«a «b»»", id="nested-at-the-end"),
        pytest.param("x “a “b” c”", "“a “b” c”", id="nested-english"),
        pytest.param("x „a „b“ c“", "„a „b“ c“", id="nested-georgian"),
        pytest.param("x «a „b“ c»", "«a „b“ c»", id="nested-other"),
        pytest.param("x “a ‘b’ c”", "“a ‘b’ c”", id="nested-single"),
        pytest.param("x “„a“ b”", "“„a“ b”", id="nested-german-in-english"),
        pytest.param("x «“a” b»", "«“a” b»", id="nested-english-in-russian"),
        pytest.param("x “a „b“”", "“a „b“”", id="nested-at-the-end-other"),
        pytest.param("a“b”", "“b”", id="no-space-before"),
        pytest.param("«a b» c»", "«a b» c»", id="one-mark-too-many"),
        pytest.param("(“a”", "“a”", id="parenthesis"),
        pytest.param("l’“a”", "“a”", id="apostrophe"),
        pytest.param("a «b \x02code\x03» c»", "«b \x02code\x03» c»", id="behind-code"),
        pytest.param("a “b\nc”", "“b\nc”", id="two-lines"),
    ],
)
def test_a_quotation_begins_at_the_partner_of_its_last_mark(text: str, quoted: str) -> None:
    start = quoted_start(text)

    assert start is not None
    assert text[start:] == quoted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("a", id="no-mark"),
        pytest.param("a ‘b’", id="single-marks"),
        pytest.param("“a” b", id="not-at-the-end"),
        pytest.param("a b”", id="no-partner"),
        pytest.param('a"', id="inches"),
        pytest.param("“a“", id="two-that-close"),
    ],
)
def test_without_a_partner_nothing_is_quoted(text: str) -> None:
    assert quoted_start(text) is None


def test_a_long_row_of_marks_takes_no_time() -> None:
    assert quoted_start("a" + "»" * 50_000) is None

"""Quoted phrases in a line, and the citation keys that vouch for them."""

from __future__ import annotations

import pytest
from markdown import Markdown

from citations import Library
from tests.quotations.support import convert


def test_an_inline_quotation_names_its_outlet_and_year(record: Library) -> None:
    page = convert("It said “its own time” [@water], and left.", record=record)

    assert page.problems == []
    assert page.html == (
        '<p>It said <span class="quoted" data-result="verbatim" id="q1">“its own time”</span> '
        '<cite class="citation" id="q-88604371"><a href="#s1">Kura Courier, 2026</a></cite>,'
        " and left.</p>"
    )
    assert page.quotations[0].inline


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("“a”[@bell]", "a", id="no-space"),
        pytest.param("“a\nb”\n[@bell]", "a b", id="line-breaks"),
        pytest.param("“a *b* **c**” [@bell]", "a b c", id="emphasis"),
        pytest.param("*“a” [@bell]*", "a", id="inside-emphasis"),
        pytest.param("“a [b](https://b.example/) `c`” [@bell]", "a b c", id="link-and-code"),
        pytest.param("“a <b>b</b> & c &copy; &amp; d < e” [@bell]", "a b & c © & d < e", id="html"),
        pytest.param("“a\\*b\\*” [@bell]", "a*b*", id="escapes"),
        pytest.param("“a  \nb” [@bell]", "a b", id="break"),
        pytest.param("“a[^1]” [@bell]\n\n[^1]: x", "a", id="footnote-reference"),
        pytest.param("«a «b» c» [@bell]", "a «b» c", id="nested"),
        pytest.param("“„a“ b” [@bell]", "„a“ b", id="nested-at-the-beginning"),
        pytest.param("# H “a” [@bell]", "a", id="heading"),
        pytest.param("| x |\n|---|\n| “a” [@bell] |", "a", id="table"),
        pytest.param("Term\n:   “a” [@bell]", "a", id="definition"),
        pytest.param("> x “a” [@bell] y", "a", id="block-quote"),
        pytest.param("“a […] b” [@bell]", "a […] b", id="omission"),
    ],
)
def test_an_inline_quotation_may_hold_what_a_line_may(
    text: str, words: str, record: Library
) -> None:
    page = convert(text, record=record)

    assert page.codes == []
    assert [each.text for each in page.quotations] == [words]
    assert page.text(".quoted")[1:-1] == words or words == "a"


def test_smart_quotation_marks_are_marks(record: Library) -> None:
    page = convert('He said "its own time" [@water].', record=record, extensions=("smarty",))

    assert [each.text for each in page.quotations] == ["its own time"]
    assert "&ldquo;its own time&rdquo;</span>" in page.html


def test_an_inline_quotation_in_a_quotation_comes_second(record: Library) -> None:
    page = convert("> x “a” [@bell] y\n>\n> — Nino, 2026\n", record=record)

    assert [each.text for each in page.quotations] == ["x “a” y", "a"]


def test_a_link_around_an_inline_quotation_holds_no_other(record: Library) -> None:
    page = convert("[*x “a” [@bell]*](https://b.example/)", record=record)

    assert page.text("a > em > cite.citation") == "The bell"
    assert page.all("a a") == []


def test_a_quotation_in_the_language_of_its_work_says_so(record: Library) -> None:
    page = convert("“its own time” [@water]", record=record, language="ka")

    assert page.one(".quoted")["lang"] == "en"


def test_the_language_of_the_metadata_is_that_of_the_text(record: Library) -> None:
    page = convert("Lang: fa\n\n“its own time” [@water]", record=record)

    assert (page.one(".quoted")["lang"], page.one(".quoted")["dir"]) == ("en", "ltr")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("“a” [@watre]", ["unknown-citation"], id="unknown"),
        pytest.param("“a” [@../water]", ["bad-key"], id="path"),
        pytest.param("“a” [@]", ["bad-key"], id="empty-key"),
        pytest.param("“a” [@ ]", ["bad-key"], id="blank-key"),
        pytest.param("a [@water]", ["stray-key"], id="nothing-quoted"),
        pytest.param("“a”, [@water]", ["stray-key"], id="comma-between"),
        pytest.param("“a” b [@water]", ["stray-key"], id="word-between"),
        pytest.param("“a” [@bell][@water]", ["stray-key"], id="two-keys"),
        pytest.param("‘a’ [@water]", ["stray-key"], id="single-marks"),
        pytest.param("> a\n\n— Nino, [@water]", ["stray-key"], id="attribution-without-sign"),
        pytest.param("“” [@water]", ["no-quoted-words"], id="no-words"),
        pytest.param("**a *[@water]***", ["stray-key"], id="inside-emphasis"),
    ],
)
def test_a_key_that_vouches_for_nothing_is_an_error(
    text: str, codes: list[str], record: Library
) -> None:
    page = convert(text, record=record)

    assert page.errors == codes


def test_an_unknown_key_proposes_the_nearest(record: Library) -> None:
    page = convert("x\n\n“a” [@watre]", record=record)

    assert [str(problem) for problem in page.problems] == [
        "article.md:3: no citation “watre” in citations/; did you mean water? [unknown-citation]"
    ]


def test_each_of_two_keys_alike_has_its_own_line() -> None:
    page = convert("> a\n>\n> — Nino, [@k], [@l]\n\n“a” [@k] “b” [@k]\n\n“c” [@k]\n")

    assert [each.line for each in page.quotations] == [1, 5, 5, 7]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("`“a” [@water]` and ``[@water]``", id="span"),
        pytest.param("```\n“a” [@water]\n> b\n>\n> — N, [@water]\n```", id="fenced"),
        pytest.param("    “a” [@water]\n\n    > b\n    >\n    > — N, [@water]\n", id="indented"),
        pytest.param("`==a=={.pull}`", id="pull-quote"),
        pytest.param("<pre>\n“a” [@water]\n\n> b\n> — N, [@water]\n</pre>", id="html"),
        pytest.param("“a” \\[@water]", id="escaped"),
        pytest.param("“a” [@water](https://a.example/)", id="link"),
    ],
)
def test_code_is_left_alone(text: str) -> None:
    page = convert(text)

    assert page.html == Markdown(extensions=["meta", "extra"]).convert(text)
    assert page.document.problems == []


def test_a_backslash_before_an_underscore_is_no_part_of_the_key() -> None:
    page = convert("“a” [@kura\\_water]")

    assert [each.attribution.key for each in page.quotations] == ["kura_water"]


def test_what_stands_in_the_brackets_of_a_stray_key_is_kept() -> None:
    page = convert("a [@b `c` \\* *d*]")

    assert page.html == "<p>a [@b <code>c</code> * <em>d</em>]</p>"
    assert [problem.message.split(" stands")[0] for problem in page.problems] == ["[@b c * *d*]"]

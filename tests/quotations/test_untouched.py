"""A document that uses none of the grammar renders exactly as Python-Markdown renders it."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from quotations.markdown_ext import QuotationsExtension, document_of
from tests.support.building import PROJECT
from tests.support.made_up import examples

EXTENSIONS = [
    pytest.param((), id="none"),
    pytest.param(("extra",), id="extra"),
    pytest.param(("extra", "toc", "smarty"), id="extra-toc-smarty"),
    pytest.param(("extra", "admonition", "nl2br"), id="extra-admonition-nl2br"),
    pytest.param(("meta", "sane_lists", "wikilinks"), id="meta-sane-lists-wikilinks"),
]
TEXTS = {
    "lazy": "> one\ntwo\n\n> three\nfour\n",
    "fused": "> one\n\n> two\n\n\n> three\n",
    "nested": "> a\n> > b\n> > > c\n>\n> d\n\n>a\n>>b\n",
    "lists": "- a\n\n    > b\n    > c\n\n    - d\n\n        > e\n- f\n\n> - g\n> - h\n>\n>     i\n",
    "code": ">     code — a\n>\n> `> b`\n\n```\n> c\n```\n\n    > d\n",
    "heading": "> # a\n> b\n> --\n>\n> c\n> ===\n> ---\n",
    "behind-text": "text\n> quote\n\ntext > text\n",
    "indented": "   > a\n  > b\n > c\n\n    > d\n",
    "empty": ">\n\n> \n>\n\n>a\n",
    "dashes-inside": "> one — two – three -- four\n>\n> five—six\n\n--x and — y\n\n— z\n",
    "dash-list": "> - a\n> - b\n>\n> * c\n",
    "entities": "> a &mdash; b &gt; c\n>\n> <b>d</b> & e\n",
    "html": "<blockquote>\n> a\n</blockquote>\n\n<div>— b</div>\n\n<!-- > c -->\n",
    "rule": "> ---\n\n---\n\n***\n\n> ***\n",
    "links": "> [a](b) [c][d] <https://e.example/> ![f](g)\n\n[d]: h\n",
    "attributes": "> a\n{: .b }\n\n> c\n> {: #d }\n\ne\n{: lang=f }\n",
    "marks": '“a” [b] «c» [d](e) "f" ==g== ==h=={.i}\n',
    "keys": "`[@a]` @b [b@c](d) c@d.example \\[@e]\n",
    "metadata": "Title: a\nLang: b\n\n> c\n",
    "table": "| a | b |\n|---|---|\n| > c | == |\n",
    "footnote": "a[^1]\n\n[^1]:\n    > b\n",
    "definition": "a\n:   b\n\n    > c\n",
    "admonition": "!!! note\n    > a\n",
    "returns": "> a\r\n> b\r\n\r\n> c\r",
    "tabs": ">\ta\n>\n>\t\tb\n",
    "deep": ">" * 60 + " a\n",
    "controls": "> \x02a\x03 — b\x02wzxhzdk:0\x03\n",
    "nothing": "",
    "blank": " \n\n\t\n",
}


def both(text: str, extensions: tuple[str, ...]) -> tuple[str, str, Markdown]:
    md = Markdown(extensions=[*extensions, QuotationsExtension()])
    return Markdown(extensions=list(extensions)).convert(text), md.convert(text), md


@pytest.mark.parametrize("extensions", EXTENSIONS)
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_without_quotations_is_left_as_it_is(name: str, extensions: tuple[str, ...]) -> None:
    plain, ours, md = both(TEXTS[name], extensions)

    assert ours == plain
    assert document_of(md).problems == []
    assert document_of(md).quotations == ()


def documents() -> list[Path]:
    """Return the Markdown files that came with the installed packages, and with the project."""
    packages = importlib.metadata.distributions()
    files = (file for package in packages for file in package.files or ())
    paths = {Path(str(file.locate())) for file in files if file.suffix == ".md"}
    return sorted(path for path in {*paths, *PROJECT.glob("*.md")} if path.is_file())


@pytest.mark.slow
def test_documents_of_other_people_are_left_as_they_are() -> None:
    for path in documents():
        text = path.read_text(encoding="utf-8")

        plain, ours, md = both(text, ("extra",))

        assert ours == plain, path
        assert document_of(md).quotations == (), path


PIECES = st.sampled_from(
    [
        *("> ", ">", ">> ", "> > ", "- ", "1. ", "    ", "  ", "\t", "\n", "\n\n", ">\n", "```\n"),
        *("a", "b c", "*d*", "`e`", "“f”", "«g»", '"h"', "[i]", "(j)", "# ", "==", "{: .k }", "\\"),
        *("<b>", "&amp;", ": ", "|", "---\n", "...", "[^1]", "!", "@", "=", "."),
    ]
)


@examples(150)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_without_dash_and_key_is_left_as_it_is(text: str) -> None:
    plain, ours, md = both(text, ("extra",))

    assert ours == plain
    assert document_of(md).quotations == ()


DASHED = st.sampled_from(
    ["> — Да.\n", "> — Нет?\n", ">\n", "> а.\n", "б.\n", "\n", "> > в.\n", "- г.\n", "— д.\n"]
)


@examples(100)
@given(st.lists(DASHED, max_size=10).map("".join))
def test_dialogue_is_warned_of_and_left_as_it_is(text: str) -> None:
    plain, ours, md = both(text, ("extra",))

    assert ours == plain
    assert {problem.code for problem in document_of(md).problems} <= {"no-attribution"}


@examples(150)
@given(
    st.lists(
        st.sampled_from(
            [
                *("> a\n", ">\n", "\n", "> > b\n", "> {: lang=ka }\n", "> > {: lang=ka }\n", "c\n"),
                *("> — N, [@k]\n", "> — N\n", "— N, 2026\n", "> -- [t](https://a.example/)\n"),
                *(
                    "“d” [@k]\n",
                    "[@k]\n",
                    "==e=={.pull}\n",
                    "{: .pull }\n",
                    "- ",
                    "    ",
                    "> ",
                    "```\n",
                ),
                *("“", "”", "==", "[@", "]", "*", "[^1]\n", "[^1]: "),
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_nothing_that_an_author_can_write_breaks_a_conversion(text: str) -> None:
    md = Markdown(extensions=["meta", "extra", QuotationsExtension()])

    html = md.convert(text)

    document = document_of(md)
    assert [each.id for each in document.quotations] == [
        f"q{number}" for number in range(1, len(document.quotations) + 1)
    ]
    assert all(f'id="{each.id}"' in html for each in document.quotations)
    assert "\x02" not in html


def test_text_around_a_quotation_is_left_as_it_is() -> None:
    around = dedent(
        """
        # One

        two
        %s

        - three

        > four

        > five
        """
    )
    plain = Markdown().convert(around % "> x")
    ours = Markdown(extensions=[QuotationsExtension()]).convert(around % "> x\n> — Nino, 2026")

    assert ours.partition("<figure")[0] == plain.partition("<blockquote")[0]
    assert ours.rpartition("</figure>")[2] == plain.partition("</blockquote>")[2]

"""The text of an element, as a reader sees it."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from quotations.plain_text import PlainText


def text_of(html: str, *stash: str) -> str:
    return PlainText(stash).of(fromstring(html))  # noqa: S314 - our own text


def test_text_is_all_that_elements_hold() -> None:
    assert text_of("<p>a <b>b <i>c</i></b> d</p>") == "a b c d"


def test_a_break_is_a_space() -> None:
    assert text_of("<p>a<br/>b</p>") == "a b"


def test_a_reference_to_a_footnote_is_left_out() -> None:
    assert text_of('<p>a<sup id="fnref:1"><a>1</a></sup> b<sup>2</sup></p>') == "a b2"


def test_raw_html_is_read_without_its_tags() -> None:
    element = Element("p")
    element.text = "\x02wzxhzdk:0\x03a\x02wzxhzdk:1\x03 \x02amp\x03 \x02wzxhzdk:2\x03"

    assert PlainText(["<b>", "&copy;</b>"]).of(element) == "a© & "


def test_elements_can_be_left_out() -> None:
    root = fromstring("<div><p>a</p>b<p>c</p></div>")  # noqa: S314 - our own text

    assert PlainText([]).of(root, without={root[0]}) == "bc"


def test_paragraphs_are_the_blocks_that_say_something() -> None:
    root = fromstring("<div><p>a\n b</p><p> </p><ul><li>c</li>\n<li>d</li></ul></div>")  # noqa: S314

    assert PlainText([]).paragraphs(root) == ("a b", "c d")

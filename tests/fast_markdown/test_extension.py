"""What is made fast, and what is left alone."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import markdown
import pytest
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor, ParagraphProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, LinkInlineProcessor, Pattern
from markdown.treeprocessors import PrettifyTreeprocessor, Treeprocessor

from fast_markdown import FastExtension, makeExtension
from fast_markdown.blocks import FastBlockParser
from fast_markdown.versions import TESTED, is_tested
from tests.fast_markdown.comparing import Pair
from tests.fast_markdown.documents import Author

pytestmark = pytest.mark.slow

DOCUMENTS = 50
LONG = "word " * 100


class Words(InlineProcessor):
    """Needs no sign at all."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]
        element = Element("i")
        element.text = m[0]
        return element, m.start(), m.end()


class Old(Pattern):
    """Is matched against the whole text."""

    def handleMatch(self, m: re.Match[str]) -> Element:
        element = Element("del")
        element.text = m[3]
        return element


class OwnExpression(InlineProcessor):
    """Does not use the expression that it was made with."""

    def getCompiledRegExp(self) -> re.Pattern[str]:
        return re.compile(r"sl?o(vo|rd)")

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]
        return f"G[*{m[1]}*]", m.start(), m.end()


class Refusing(InlineProcessor):
    """Takes only what stands at an even place, and puts more Markdown there."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]
        if m.start() % 2:
            return None, None, None
        element = Element("u")
        element.text, element.tail = "`x` *y* [z](w)", "*t*"
        inner = SubElement(element, "b")
        inner.text, inner.tail = "_q_", "`r`"
        return element, m.start(), m.end()


class MarkedLink(LinkInlineProcessor):
    ANCESTOR_EXCLUDES = ("em", "blockquote")

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]
        element, start, end = super().handleMatch(m, data)
        if isinstance(element, Element):
            element.set("class", "u")
        return element, start, end


class Rewriting(BlockProcessor):
    """Changes a block, and refuses it."""

    def test(self, parent: Element, block: str) -> bool:
        return "söz" in block and "#" not in block

    def run(self, parent: Element, blocks: list[str]) -> bool:
        blocks[0] = blocks[0].replace("söz", "\n# SÖZ\n> b", 1)
        return False


class Numbered(ParagraphProcessor):
    def run(self, parent: Element, blocks: list[str]) -> None:
        super().run(parent, blocks)
        if len(parent):
            parent[-1].set("n", str(len(parent)))


class Counting(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter("p"):
            element.set("children", str(len(element)))


Change = Callable[[Markdown], None]


def register(kind: Callable[..., Any], expression: str, priority: int) -> Change:
    name = kind.__name__
    return lambda md: md.inlinePatterns.register(kind(expression, md), name, priority)


def other_header(md: Markdown) -> None:
    header: Any = md.parser.blockprocessors["hashheader"]
    header.RE = re.compile(r"(?:^|\n)(?P<level>[#=]{1,6})(?P<header>[^\n]*)(?:\n|$)")


def fewer_processors(md: Markdown) -> None:
    for name in ("setextheader", "quote", "empty"):
        md.parser.blockprocessors.deregister(name)


def more_delimiters(md: Markdown) -> None:
    if md.delimiters:
        md.delimiters.add("~", "del,sub")
    md.ESCAPED_CHARS.append("~")
    md.block_level_elements.append("em")


CHANGES: dict[str, Change] = {
    "words": register(Words, r"\b[a-s]\w+\b", 65),
    "old": register(Old, r"(~)(.+?)~", 72),
    "own expression": register(OwnExpression, "zzz", 185),
    "refusing": register(Refusing, r"(?i)WORD|HTML", 105),
    "marked link": lambda md: md.inlinePatterns.register(MarkedLink(r"\[", md), "link", 160),
    "rewriting": lambda md: md.parser.blockprocessors.register(Rewriting(md.parser), "new", 77),
    "rewriting, late": lambda md: md.parser.blockprocessors.register(
        Rewriting(md.parser), "new", 12
    ),
    "numbered": lambda md: md.parser.blockprocessors.register(Numbered(md.parser), "paragraph", 10),
    "counting": lambda md: md.treeprocessors.register(Counting(md), "counting", 9),
    "other header": other_header,
    "fewer processors": fewer_processors,
    "more delimiters": more_delimiters,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("base", [[], ["extra", "smarty", "toc"]], ids=["alone", "extra"])
def test_foreign_processors_run_as_ever(change: Change, base: list[str]) -> None:
    class Foreign(Extension):
        def extendMarkdown(self, md: Markdown) -> None:
            change(md)

    pair = Pair({"extensions": base}, Foreign)
    author = Author(seed=7)

    assert [t for t in (author.document() for _ in range(DOCUMENTS)) if pair.difference(t)] == []


def test_what_changes_after_the_instance_is_made_is_seen() -> None:
    pair = Pair({"extensions": ["extra"]})
    for md in (pair.stock, pair.fast):
        md.convert("# a *b* _c_")
        md.inlinePatterns.register(Words(r"wor\w", md), "words", 200)
        md.inlinePatterns["em_strong"].compiled_re = re.compile("_")
        md.parser.blockprocessors.register(Rewriting(md.parser), "new", 77)
        other_header(md)

    for text in ("= a", "word *a* _b_", "söz a", "# a"):
        assert pair.difference(text) is None


@pytest.mark.parametrize("place", [0, 1, 2])
def test_its_place_among_extensions_does_not_matter(place: int) -> None:
    extensions: list[Extension | str] = ["extra", "toc"]
    extensions.insert(place, FastExtension())

    md = Markdown(extensions=extensions)
    md.convert(LONG)

    assert type(md.parser) is FastBlockParser
    assert type(md.treeprocessors["toc"]).__name__ == "FastToc"


def test_one_extension_serves_many_instances() -> None:
    extension = makeExtension()

    first, second = Markdown(extensions=[extension]), Markdown(extensions=[extension])

    assert type(first.parser) is type(second.parser) is FastBlockParser


def test_a_patched_class_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PrettifyTreeprocessor, "run", lambda self, root: None)
    monkeypatch.setattr(HashHeaderProcessor, "test", lambda *_: False)

    md = Markdown(extensions=[FastExtension()])
    md.convert(LONG)

    assert type(md.treeprocessors["prettify"]) is PrettifyTreeprocessor
    assert md.convert("# a\n\nb") == Markdown().convert("# a\n\nb") == "<p># a</p><p>b</p>"


def test_a_patched_instance_is_left_alone() -> None:
    class Patching(Extension):
        def extendMarkdown(self, md: Markdown) -> None:
            md.treeprocessors["prettify"].run = lambda root: None  # type: ignore[method-assign]

    md = Markdown(extensions=[FastExtension(), Patching()])
    md.convert(LONG)

    assert type(md.treeprocessors["prettify"]) is PrettifyTreeprocessor


def test_an_untested_release_is_left_alone_and_said_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    is_tested.cache_clear()
    monkeypatch.setattr("fast_markdown.is_tested", lambda: is_tested("4.0"))

    with caplog.at_level(logging.WARNING):
        instances = [Markdown(extensions=[FastExtension()]) for _ in range(3)]

    assert all(type(md.parser) is not FastBlockParser for md in instances)
    assert [record.getMessage() for record in caplog.records] == [
        "fast_markdown is not tested with Python-Markdown 4.0, and leaves it as it is"
    ]


def test_it_can_be_named_in_words() -> None:
    assert markdown.__version__ in TESTED
    assert type(Markdown(extensions=["fast_markdown"]).parser) is FastBlockParser

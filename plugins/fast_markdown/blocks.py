"""Block processors: each is asked only about a block that it could take."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from operator import methodcaller
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown import blockprocessors as stock
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import abbr, def_list, footnotes, md_in_html, sane_lists, tables
from markdown.util import STX

from fast_markdown.versions import Released

METHODS = ("parseDocument", "parseBlocks")
Guard = Callable[[str], object]

# No processor of Python-Markdown takes a block of one line that begins otherwise, but the one
# for paragraphs; of more lines, one that has no pipe and in which no line begins so.
FIRST = re.compile(rf"[ \n#\-_*+\d>\[:|={STX}]|\Z").match
LATER = re.compile(r"\n[ #\-_*+\d>\[:|=]").search


# Signs, and words without any that could be escaped, or end it.
HEADER = re.compile(r"(#{1,6})([^\\#\n]*)\Z")
HEADERS = stock.HashHeaderProcessor.RE


class FastHashHeader(stock.HashHeaderProcessor):
    """Takes a block that is a plain header at once: there is one way to read it."""

    def test(self, parent: Element, block: str) -> bool:
        plain = self.RE is HEADERS and HEADER.match(block)
        return bool(plain) or super().test(parent, block)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        plain = HEADER.match(blocks[0]) if self.RE is HEADERS else None
        if not plain:
            return super().run(parent, blocks)
        del blocks[0]
        SubElement(parent, f"h{plain.end(1)}").text = plain[2].strip()
        return None


class Rule(NamedTuple):
    """What a block has to have for a processor to take it, as the processor's own test says.

    *expression* is the processor's, which has to be the one that the guard was read from.
    """

    released: Released
    guard: Guard
    expression: str | None


def _rule(kind: Any, guard: Guard, expression: str | None = None) -> tuple[type, Rule]:
    own = getattr(kind, "SEARCH_RE", getattr(kind, "RE", None))
    return kind, Rule(Released(kind, "test", "run"), guard, expression or (own and own.pattern))


def _begins(sign: str) -> Guard:
    return methodcaller("startswith", sign)


def _holds(text: str) -> Guard:
    return methodcaller("__contains__", text)


def _may_be_ruled(block: str) -> bool:
    return block[:1] in " -_*" or RULED(block) is not None


RULED = re.compile(r"\n[ \-_*]").search
UNDERLINED = re.compile(r"\n[=-]").search
NUMBER, BULLET = re.compile(r"[ \d]").match, re.compile(r"[ *+-]").match
NUMBERED, BULLETED = r"^[ ]{0,%d}\d+\.[ ]+(.*)", r"^[ ]{0,%d}[*+-][ ]+(.*)"
RULES = dict(
    [
        _rule(md_in_html.MarkdownInHtmlProcessor, _begins(STX)),
        _rule(stock.EmptyBlockProcessor, re.compile(r"\n|\Z").match),
        _rule(stock.ListIndentProcessor, _begins(" ")),
        _rule(def_list.DefListIndentProcessor, _begins(" ")),
        _rule(stock.CodeBlockProcessor, _begins(" ")),
        _rule(tables.TableProcessor, _holds("|")),
        _rule(stock.HashHeaderProcessor, _holds("#")),
        _rule(FastHashHeader, _holds("#")),
        _rule(stock.SetextHeaderProcessor, UNDERLINED),
        _rule(stock.HRProcessor, _may_be_ruled),
        _rule(stock.OListProcessor, NUMBER, NUMBERED),
        _rule(sane_lists.SaneOListProcessor, NUMBER, NUMBERED),
        _rule(stock.UListProcessor, BULLET, BULLETED),
        _rule(sane_lists.SaneUListProcessor, BULLET, BULLETED),
        _rule(def_list.DefListProcessor, _holds(":")),
        _rule(stock.BlockQuoteProcessor, _holds(">")),
        _rule(footnotes.FootnoteBlockProcessor, _holds("[^")),
        _rule(abbr.AbbrBlockprocessor, _holds("*[")),
        _rule(stock.ReferenceProcessor, _holds("]:")),
    ]
)

# A text shorter than this takes less time than to look at all processors of an instance.
FEW = 200
# A processor, and what to ask a block before the processor is asked.
Link = tuple[BlockProcessor, Guard | None]


class FastBlockParser(BlockParser):
    """Asks processors in Python-Markdown's order, and passes over those that would refuse.

    The output is the same because a guard only says what the processor's own `test`, or the
    beginning of its `run`, would find out. It stands as deep in the stack as Python-Markdown's
    parser, which stops to nest quotations where the stack grows deep.
    """

    # Makes the other processors of its instance fast, until that is done.
    prepare: Callable[[], None] | None = None
    _state: tuple[list[Any], list[Any]] | None = None
    _chain: Sequence[Link] = ()
    _unguarded: Sequence[Link] = ()

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:
        text = "\n".join(lines)
        if self.prepare and len(text) >= FEW:
            self.prepare()
            self.prepare = None
        self._look_at_processors()
        self.root = Element(self.md.doc_tag)
        self.parseChunk(self.root, text)
        return ElementTree(self.root)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:
        if not self._chain:
            self._look_at_processors()
        while blocks:
            block = blocks[0]
            plain = not FIRST(block) and ("\n" not in block or not ("|" in block or LATER(block)))
            for processor, guard in self._unguarded if plain else self._chain:
                if guard and not guard(blocks[0]):
                    continue
                if processor.test(parent, blocks[0]):
                    if processor.run(parent, blocks) is not False:
                        break
                    if plain and blocks[0] is not block:  # no longer what was looked at
                        self._go_on(processor, parent, blocks)
                        break

    def _go_on(self, after: BlockProcessor, parent: Element, blocks: list[str]) -> None:
        processors = list(self.blockprocessors)
        for processor in processors[processors.index(after) + 1 :]:
            if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                break

    def _look_at_processors(self) -> None:
        """Choose the guards anew where processors, or their expressions, are no longer the same."""
        processors = list(self.blockprocessors)
        if self.prepare:
            self._chain = self._unguarded = [(processor, None) for processor in processors]
            return
        state = (processors, [getattr(processor, "RE", None) for processor in processors])
        if state != self._state:
            self._state = state
            self._chain = [(processor, _guard(processor)) for processor in processors]
            self._unguarded = [link for link in self._chain if not link[1]]


def _guard(processor: BlockProcessor) -> Guard | None:
    rule = RULES.get(type(processor))
    if rule is None or processor.tab_length < 1 or not rule.released.is_kind_of(processor):
        return None
    own: Any = getattr(processor, "SEARCH_RE", getattr(processor, "RE", None))
    expected = rule.expression
    if expected and "%d" in expected:
        expected %= processor.tab_length - 1
    return rule.guard if (own and own.pattern) == expected else None

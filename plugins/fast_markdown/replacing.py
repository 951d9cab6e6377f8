"""What takes the place of what."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import chain
from typing import Any

from markdown import Markdown, blockparser, blockprocessors, inlinepatterns, treeprocessors
from markdown import preprocessors as stock
from markdown.extensions import attr_list, fenced_code, md_in_html, toc

from fast_markdown import blocks, inline, preprocessors, spans, tree
from fast_markdown.versions import Released


def _in_place_of(kind: type, fast: type, *methods: str) -> tuple[type, tuple[Released, type]]:
    """Let *fast* replace exactly *kind*, while the *methods* that it relies on are as released."""
    return kind, (Released(kind, *methods), fast)


FAST = dict(
    [
        _in_place_of(stock.NormalizeWhitespace, preprocessors.FastNormalizeWhitespace, "run"),
        _in_place_of(stock.HtmlBlockPreprocessor, preprocessors.FastHtmlBlock, "run"),
        _in_place_of(md_in_html.HtmlBlockPreprocessor, preprocessors.FastMarkdownInHtml, "run"),
        _in_place_of(fenced_code.FencedBlockPreprocessor, preprocessors.FastFencedBlock, "run"),
        _in_place_of(blockparser.BlockParser, blocks.FastBlockParser, *blocks.METHODS),
        _in_place_of(blockprocessors.HashHeaderProcessor, blocks.FastHashHeader, "test", "run"),
        _in_place_of(
            inlinepatterns.LinkInlineProcessor, spans.FastLink, "handleMatch", "getText", "getLink"
        ),
        _in_place_of(spans.DelimiterProcessor, spans.FastDelimiters, "handleMatch"),
        _in_place_of(treeprocessors.InlineProcessor, inline.FastInlineProcessor, *inline.METHODS),
        _in_place_of(
            treeprocessors.PrettifyTreeprocessor, tree.FastPrettify, "run", "_prettifyETree"
        ),
        _in_place_of(treeprocessors.UnescapeTreeprocessor, tree.FastUnescape, "run", "unescape"),
        _in_place_of(attr_list.AttrListTreeprocessor, tree.FastAttrList, "run"),
        _in_place_of(toc.TocTreeprocessor, tree.FastToc, "run", "replace_marker"),
    ]
)


def replace_in(md: Markdown) -> None:
    """Give the processors of *md* their fast classes, where their own are stock ones, unpatched.

    Most of them have to wait until there is a text that makes it worth the time.
    """
    _replace([md.parser, *md.preprocessors])
    if isinstance(md.parser, blocks.FastBlockParser):
        md.parser.prepare = partial(_replace_others, md)
    else:
        _replace_others(md)


def _replace_others(md: Markdown) -> None:
    registries: tuple[Any, ...] = (md.parser.blockprocessors, md.inlinePatterns, md.treeprocessors)
    _replace(chain(*registries))


def _replace(things: Iterable[Any]) -> None:
    for thing in things:
        if (known := FAST.get(type(thing))) and known[0].is_kind_of(thing):
            thing.__class__ = known[1]

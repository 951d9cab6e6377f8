"""Stock Python-Markdown and the fast one, side by side."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from fast_markdown import FastExtension
from fast_markdown.blocks import FEW
from quotations.markdown_ext import QuotationsExtension, document_of

Options = dict[str, Any]

# Each by a name; the last is our own site's.
SETS: dict[str, Options] = {
    "nothing": {},
    "html": {"output_format": "html"},
    "extra": {"extensions": ["extra"]},
    "extra, meta, toc": {"extensions": ["extra", "meta", "toc"]},
    "smarty": {
        "extensions": ["extra", "smarty", "toc"],
        "extension_configs": {"smarty": {"smart_angled_quotes": True}, "toc": {"permalink": True}},
    },
    "unique": {
        "extensions": ["footnotes", "attr_list", "toc", "md_in_html", "tables"],
        "extension_configs": {
            "footnotes": {"UNIQUE_IDS": True},
            "toc": {"anchorlink": True, "baselevel": 2, "title": "Contents"},
        },
        "output_format": "html",
    },
    "lines": {"extensions": ["extra", "sane_lists", "nl2br", "admonition", "wikilinks"]},
    "legacy": {"extensions": ["legacy_attrs", "legacy_em", "def_list", "toc"], "tab_length": 2},
    "glossary": {
        "extensions": ["abbr", "attr_list", "admonition", "toc", "smarty"],
        "extension_configs": {"abbr": {"glossary": {"HTML": "Hyper", "ABC": "Alpha"}}},
        "output_format": "html",
    },
    "narrow": {"extensions": ["extra", "toc", "fenced_code"], "tab_length": 3},
    "quotations": {
        "extensions": ["extra", "meta", "toc", QuotationsExtension()],
        "output_format": "html5",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a conversion leaves: a page, or an exception, and what else it found."""

    html: str
    toc: object
    metadata: object
    references: dict[str, Any]
    stash: list[str]
    problems: list[str]


def convert(md: Markdown, text: str) -> Result:
    """Return what *md* makes of *text*."""
    md.reset()
    try:
        html = md.convert(text)
    except RecursionError as error:
        html = type(error).__name__  # it says what stood on top, which may be Python's own
    except Exception as error:  # noqa: BLE001 - whatever it is, the other has to raise it, too
        html = f"{type(error).__name__}: {error}"
    return Result(
        html=html,
        toc=(getattr(md, "toc", None), getattr(md, "toc_tokens", None)),
        metadata=getattr(md, "Meta", None),
        references=dict(md.references),
        stash=[str(raw) for raw in md.htmlStash.rawHtmlBlocks if isinstance(raw, str)],
        problems=[problem.message for problem in document_of(md).problems]
        if hasattr(md, "quotations")
        else [],
    )


class Pair:
    """The same instance twice, stock and fast, kept from one document to the next."""

    def __init__(self, options: Options, *more: type[Extension]) -> None:
        self.options, self.more = options, more
        self.stock, self.fast = self._new(), self._new(FastExtension())
        for md in (self.stock, self.fast):
            md.convert("word " * FEW)  # with a shorter text much would still be stock

    def _new(self, *last: Extension) -> Markdown:
        options = copy.deepcopy(self.options)
        more = [extension() for extension in self.more]
        options["extensions"] = [*options.get("extensions", []), *more, *last]
        return Markdown(**options)

    def difference(self, text: str) -> tuple[Result, Result] | None:
        """Return what both make of *text*, where that is not the same."""
        stock, fast = convert(self.stock, text), convert(self.fast, text)
        return None if stock == fast else (stock, fast)

    def differs(self, text: str) -> bool:
        """Tell whether new instances make something else of *text*, each in its first document."""
        return Pair(self.options, *self.more).difference(text) is not None


def minimised(pair: Pair, text: str) -> str:
    """Return a part of *text* that still makes a difference: without any line, or any letter."""
    for parts, glue in ((text.split("\n"), "\n"), (list(text), "")):
        step = max(1, len(parts) // 2)
        while True:
            at = 0
            while at < len(parts):
                shorter = parts[:at] + parts[at + step :]
                if pair.differs(glue.join(shorter)):
                    parts = shorter
                else:
                    at += step
            if step == 1:
                break
            step //= 2
        text = glue.join(parts)
        parts = list(text)
    return text

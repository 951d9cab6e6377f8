"""Preprocessors: a text without their signs goes through unread."""

from __future__ import annotations

import re

from markdown.extensions import md_in_html
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace, Preprocessor
from markdown.util import ETX, STX

# What NormalizeWhitespace changes holds one of these; a line of spaces follows a newline.
UNUSUAL = (STX, ETX, "\r", "\t")
INDENTED = re.compile("\n ").search
FENCE = FencedBlockPreprocessor.FENCED_BLOCK_RE


class FastNormalizeWhitespace(NormalizeWhitespace):
    """Adds two newlines, which is all that is done to a text without unusual signs."""

    def run(self, lines: list[str]) -> list[str]:
        source = "\n".join(lines)
        if any(map(source.__contains__, UNUSUAL)) or INDENTED(source):
            return super().run(lines)
        return (source + "\n\n").split("\n")


class FastFencedBlock(FencedBlockPreprocessor):
    """Looks for blocks only where there is a fence: its expression begins with one."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        # Its first run asks which other extensions there are.
        first = not self.checked_for_deps or self.FENCED_BLOCK_RE is not FENCE
        if first or "`" in text or "~" in text:
            return super().run(lines)
        return text.split("\n")


def _has_markup(source: str) -> bool:
    """Python's HTML parser hands on whatever is before the first of these signs."""
    return "<" in source or "&" in source


class _OnlyWithMarkup(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        source = "\n".join(lines)
        return super().run(lines) if _has_markup(source) else source.split("\n")


class FastHtmlBlock(_OnlyWithMarkup, HtmlBlockPreprocessor):
    """Parses a text only if it has a sign of HTML."""


class FastMarkdownInHtml(_OnlyWithMarkup, md_in_html.HtmlBlockPreprocessor):
    """Parses a text only if it has a sign of HTML."""

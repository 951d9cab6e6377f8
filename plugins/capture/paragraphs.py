"""The text of an extracted page: its paragraphs, parted by blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element, iterwalk

from capture.tree import AGAIN, PARTED

# Trafilatura's names of what is a paragraph of its own; a cell is a part of its row.
BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "div"})
RAISED = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
# Not the no-break space, which a writer sets on purpose.
SPACE = re.compile(r"[ \t\r\f\v\n\x85\u2028\u2029]+")
BREAK = "\v"
EMPTY_LINE = re.compile(rf"\v\s*\v\s*|{PARTED}")
ODD = re.compile(rf"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff{AGAIN}]")
NUMBER = re.compile(r"\s*[\d+−-]+\s*")


def paragraphs(body: _Element) -> list[str]:
    """Return the paragraphs, headings, list items and rows of *body*, in order."""
    return [text for block in _blocks(body) for text in _parted(block)]


def _blocks(body: _Element) -> Iterator[str]:
    """Yield the text between one beginning or end of a block and the next.

    A page may be nested deeper than functions can be, so it is walked, and not descended.
    """
    parts: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in BLOCKS:
            yield "".join(parts)
            parts = []
        if event == "start":
            parts.append(BREAK if element.tag == "lb" else _own(element))
        else:
            parts.append(" " if element.tag == "cell" else "")
            parts.append(_clean(element.tail))
    yield "".join(parts)


def _own(element: _Element) -> str:
    """Return the text before the first child; raised digits stay apart: 10² is not 102."""
    text = _clean(element.text)
    raised = element.get("rend") == "#sup" and NUMBER.fullmatch(text)
    return text.translate(RAISED) if raised else text


def _clean(text: str | None) -> str:
    """Return *text* on one line, as a browser shows it."""
    return SPACE.sub(" ", ODD.sub("", text or ""))


def _parted(block: str) -> Iterator[str]:
    for text in EMPTY_LINE.split(block):
        lines = (SPACE.sub(" ", line).strip() for line in text.split(BREAK))
        if joined := "\n".join(line for line in lines if line):
            yield joined

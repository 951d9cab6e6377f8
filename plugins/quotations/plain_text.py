"""What a reader sees of an element: its text, once inline Markdown is done."""

from __future__ import annotations

import html
import re
from collections.abc import Container, Iterator, Sequence
from xml.etree.ElementTree import Element

# Python-Markdown puts raw HTML and ampersands aside under these, until it has serialized.
STASHED = re.compile("\x02wzxhzdk:(?P<number>[0-9]+)\x03")
_AMPERSAND = "\x02amp\x03"
_TAG = re.compile(r"""<!--.*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>""", re.DOTALL)


class PlainText:
    """Reads the text of elements; *stash* is the raw HTML that was put aside."""

    def __init__(self, stash: Sequence[str]) -> None:
        self._stash = stash

    def of(self, element: Element, *, without: Container[Element] = ()) -> str:
        """Return the text of *element*; footnote references, and *without*, are left out."""
        text = "".join(_texts(element, without)).replace(_AMPERSAND, "&")
        return STASHED.sub(self._restore, text)

    def paragraphs(self, element: Element) -> tuple[str, ...]:
        """Return the text of each block in *element*, its white space folded."""
        texts = (" ".join(self.of(block).split()) for block in element)
        return tuple(text for text in texts if text)

    def _restore(self, match: re.Match[str]) -> str:
        number = int(match["number"])
        raw = self._stash[number] if number < len(self._stash) else ""
        return html.unescape(_TAG.sub("", raw))


def _texts(element: Element, without: Container[Element]) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        if each.tag == "br":
            yield " "
        elif each not in without and not _is_footnote(each):
            yield from _texts(each, without)
        yield each.tail or ""


def _is_footnote(element: Element) -> bool:
    return element.tag == "sup" and element.get("id", "").startswith("fnref")

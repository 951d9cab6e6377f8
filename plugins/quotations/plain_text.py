"""The text of elements as it is checked, without what would show readers other words."""

from __future__ import annotations

import html
import re
from collections.abc import Container, Iterator, Sequence
from xml.etree.ElementTree import Element

from verification import QuotationError

# Python-Markdown puts raw HTML and ampersands aside under these, until it has serialized.
_STASHED = re.compile("\x02wzxhzdk:(?P<number>[0-9]+)\x03")
_AMPERSAND = "\x02amp\x03"
_MARKUP = re.compile(r"""<!--.*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>""", re.DOTALL)
_TAG = re.compile(r"""<(?P<name>[a-zA-Z][\w-]*)(?P<rest>(?:"[^"]*"|'[^']*'|[^'">])*)>""")
_ATTRIBUTE = re.compile(r"""(?P<name>[^\s"'=/]+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s"']+))?""")
# HTML that an author may write in a quotation; whatever else there is can hide words.
_HARMLESS = frozenset(
    "a abbr b bdi blockquote br cite code dfn div em i img kbd li mark ol p pre q small span"
    " strong sub sup u ul var wbr".split()
)
# Markdown's extensions make these: struck out, put in, or reversed.
_CHANGING = frozenset("bdo del ins s strike".split())
_HIDING = frozenset("aria-hidden aria-label hidden popover style".split())
_HIDING_CLASS = "visually-hidden"
# A column of a table is aligned by its style.
_CELLS = frozenset({"td", "th"})


class PlainText:
    """Reads the text of elements; *stash* is the raw HTML that was put aside."""

    def __init__(self, stash: Sequence[str]) -> None:
        self._stash = stash

    def of(self, element: Element, *, without: Container[Element] = ()) -> str:
        """Return the text of *element*; footnote references, and *without*, are left out."""
        text = "".join(_texts(element, without)).replace(_AMPERSAND, "&")
        return _STASHED.sub(self._restore, text)

    def paragraphs(self, element: Element) -> tuple[str, ...]:
        """Return the text of each block in *element*, its white space folded."""
        texts = (" ".join(self.of(block).split()) for block in element)
        return tuple(text for text in texts if text)

    def require_visible(self, element: Element) -> None:
        """Raise QuotationError where *element* hides, strikes out or reverses words."""
        for markup in self._suspects(element):
            raise QuotationError(
                f"“{markup}” in the quotation can show readers other words than those that are"
                " checked; take it out, and mark what you leave out: […]",
                "hidden-words",
            )

    def _suspects(self, element: Element) -> Iterator[str]:
        for each in element.iter():
            if each.tag in _CHANGING:
                yield f"<{each.tag}>"
            for name, value in each.items():
                if _hides(name, value) and not (name == "style" and each.tag in _CELLS):
                    yield f"{name}={value}"
            for text in (each.text, each.tail if each is not element else None):
                for stashed in _STASHED.finditer(text or ""):
                    yield from _in_html(self._raw(stashed))

    def _restore(self, match: re.Match[str]) -> str:
        return html.unescape(_MARKUP.sub("", self._raw(match)))

    def _raw(self, match: re.Match[str]) -> str:
        number = int(match["number"])
        return self._stash[number] if number < len(self._stash) else ""


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


def _in_html(raw: str) -> Iterator[str]:
    for tag in _TAG.finditer(raw):
        attributes = _ATTRIBUTE.finditer(tag["rest"])
        if tag["name"].lower() not in _HARMLESS or any(
            _hides(each["name"], each["value"] or "") for each in attributes
        ):
            yield tag[0]


def _hides(name: str, value: str) -> bool:
    return name.lower() in _HIDING or (name.lower() == "class" and _HIDING_CLASS in value)

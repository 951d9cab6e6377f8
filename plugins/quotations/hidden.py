"""Markup that would show readers other words than those that are compared with the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from quotations.plain_text import STASHED
from verification import QuotationError

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


def require_visible(element: Element, stash: Sequence[str]) -> None:
    """Raise QuotationError where *element* hides, strikes out or reverses words.

    *stash* is the raw HTML that was put aside.
    """
    for markup in _suspects(element, stash):
        raise QuotationError(
            f"“{markup}” in the quotation can show readers other words than those that are"
            " checked; take it out, and mark what you leave out: […]",
            "hidden-words",
        )


def _suspects(element: Element, stash: Sequence[str]) -> Iterator[str]:
    for each in element.iter():
        if each.tag in _CHANGING:
            yield f"<{each.tag}>"
        for name, value in each.items():
            if _hides(name, value) and not (name == "style" and each.tag in _CELLS):
                yield f"{name}={value}"
        for text in (each.text, each.tail if each is not element else None):
            for found in STASHED.finditer(text or ""):
                number = int(found["number"])
                yield from _in_html(stash[number] if number < len(stash) else "")


def _in_html(raw: str) -> Iterator[str]:
    for tag in _TAG.finditer(raw):
        attributes = _ATTRIBUTE.finditer(tag["rest"])
        if tag["name"].lower() not in _HARMLESS or any(
            _hides(each["name"], each["value"] or "") for each in attributes
        ):
            yield tag[0]


def _hides(name: str, value: str) -> bool:
    return name.lower() in _HIDING or (name.lower() == "class" and _HIDING_CLASS in value)

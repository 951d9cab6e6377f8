"""The text of an article as feed readers get it: no repetition, no apparatus, absolute links."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from lxml import html
from lxml.html import HtmlElement, HTMLParser

from feeds.text import absolute, clean

# Nothing of these is text, or works outside the page.
DROPPED = frozenset("base button input link meta script select style template textarea".split())
# What stands in them is text.
UNWRAPPED = frozenset({"fieldset", "form", "noscript"})
# What readers show as a hole: a link leads to it instead.
EMBEDDED = {"iframe": "src", "embed": "src", "object": "data"}
# What repeats the text, or tells how it was checked; the article has it.
APPARATUS = {"aside": "pull-quote", "details": "check"}
ADDRESSES = frozenset("action background cite data formaction href longdesc poster src".split())
# A page of its own has these; in a text, what stands behind them would be lost.
OUTER = re.compile(r"</?(?:html|head|body)\b[^>]*>", re.IGNORECASE)
REFERENCE = re.compile(
    r"&#(?:(?P<number>[0-9]{1,7})(?![0-9])|x(?P<hex>[0-9a-f]{1,6})(?![0-9a-f]));?", re.IGNORECASE
)
IMAGE = re.compile(r"\s*data:image/", re.IGNORECASE)
# One image of a srcset, and how large it is (HTML, section 4.8.4.2.1).
CANDIDATE = re.compile(r"(?P<address>\S*[^\s,])(?P<size>(?:\s+[^\s,]+)?)")


def content_of(
    markup: str,
    *,
    url: str,
    language: str,
    direction: str = "ltr",
    before: Iterable[HtmlElement] = (),
    after: Iterable[HtmlElement] = (),
) -> str:
    """Return *markup*, the text of the article at *url*, as HTML that stands on its own.

    *before* and *after* are elements that are added, as they are.
    """
    parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    root = html.fragment_fromstring(_parsable(markup), create_parent="div", parser=parser)
    for element in [each for each in root.iter() if each is not root]:
        _settle(element, url)
    root.set("lang", language)
    if direction == "rtl":
        root.set("dir", direction)
    for number, element in enumerate(before):
        root.insert(number, element)
    root.extend(after)
    return str(html.tostring(root, encoding="unicode"))


def _parsable(markup: str) -> str:
    """Return *markup* without what the parser would stumble over."""
    return REFERENCE.sub(_possible, OUTER.sub("", clean(markup)))


def _possible(reference: re.Match[str]) -> str:
    """Return a reference, or nothing where it is to no character that XML can hold."""
    code = int(reference["number"] or reference["hex"], 10 if reference["number"] else 16)
    return reference[0] if code <= sys.maxunicode and clean(chr(code)) else ""


def _settle(element: HtmlElement, url: str) -> None:
    """Take *element* out, or make it independent of its page."""
    tag = element.tag
    classes = element.get("class", "").split()
    if tag in DROPPED or APPARATUS.get(tag) in classes:
        element.drop_tree()
    elif tag in EMBEDDED:
        address = element.get(EMBEDDED[tag], "")
        _link_instead(element, absolute(url, address) if address else "")
    elif tag in UNWRAPPED or (tag == "mark" and "pull" in classes):
        # Pages show a pulled sentence like the rest of its text; readers would highlight it.
        element.drop_tag()
    else:
        _settle_attributes(element, url)


def _link_instead(element: HtmlElement, address: str) -> None:
    if address:
        link = html.Element("a", href=address)
        link.text = element.get("title") or address
        link.tail, element.tail = element.tail, None
        element.getparent().replace(element, link)
    else:
        element.drop_tree()


def _settle_attributes(element: HtmlElement, url: str) -> None:
    for name, value in element.attrib.items():
        if name in ADDRESSES:
            _settle_address(element, name, value, url)
        elif name == "srcset":
            element.set(name, _srcset(value, url))
        elif name == "style" or name.startswith(("on", "data-")):
            del element.attrib[name]


def _settle_address(element: HtmlElement, name: str, value: str, url: str) -> None:
    if element.tag == "img" and IMAGE.match(value):
        return
    if address := absolute(url, value):
        element.set(name, address)
    else:
        del element.attrib[name]


def _srcset(value: str, url: str) -> str:
    return CANDIDATE.sub(lambda each: absolute(url, each["address"]) + each["size"], value)

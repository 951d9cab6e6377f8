"""The text of an article as feed readers get it, with what its page says around it.

Nothing is said twice, apparatus is left out, and links are absolute.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator

from lxml import html
from lxml.html import HtmlElement, HTMLParser, builder

from feeds.text import absolute, clean
from images.model import Image
from languages.translator import Translator
from quotations.markup import set_language
from quotations.model import Correction, Republication, RepublicationKind

E = builder.E
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


def head_picture(image: Image, *, url: str) -> HtmlElement:
    """Return the picture at the head of a piece, which is served at *url*, and whose it is."""
    size = {"width": str(image.width), "height": str(image.height)}
    shown = E.img(src=url, alt=clean(image.alt), **size)
    return E.figure(shown, E.figcaption(clean(image.credit)), builder.CLASS("head-picture"))


def source_notice(taken: Republication, t: Translator, *, outlet_url: str) -> HtmlElement:
    """Return the paragraph that says where a piece was taken from, and how."""
    label = E.b(t("Source:"))
    label.tail = " "
    parts = list(_whence(taken, t, outlet_url))
    for part in parts[:-1]:
        part.tail = t.comma
    terms = "" if taken.licensed else theirs(t)
    last = parts[-1] if parts else label
    last.tail = f"{'.' if parts else ''} {_how(taken, t)} {terms}".rstrip()
    return E.p(label, *parts, builder.CLASS("republication"))


def theirs(t: Translator) -> str:
    """Return on what terms a republished piece may be used."""
    return t("The text is theirs; the licence of this site does not cover it.")


def correction_notice(correction: Correction, t: Translator) -> HtmlElement:
    """Return the paragraph that says what was wrong, and when that was put right."""
    label = E.b(t("Correction"))
    label.text += t.comma
    label.append(E.time(t.date(correction.date), datetime=str(correction.date)))
    label.tail = f": {clean(correction.text)}"
    return E.p(label, builder.CLASS("correction"))


def _whence(taken: Republication, t: Translator, outlet_url: str) -> Iterator[HtmlElement]:
    outlet = clean(taken.outlet)
    if outlet:
        yield E.a(outlet, href=outlet_url) if outlet_url else E.span(outlet)
    work = taken.citation
    if work and (work.title or work.url):
        title = clean(work.title) or work.url
        cite = E.cite(E.a(title, href=work.url) if work.url else title)
        if work.language and work.language != t.lang:
            set_language(cite, work.language, t.lang)
        yield cite
    if work and work.issued:
        yield E.time(t.date(work.issued), datetime=str(work.issued))


def _how(taken: Republication, t: Translator) -> str:
    if taken.kind is RepublicationKind.EXCERPT:
        return t("An excerpt.")
    if taken.kind is not RepublicationKind.TRANSLATION:
        return t("Republished in full.")
    if taken.citation and taken.citation.language:
        return t("Translated from %(language)s.", language=t.language(taken.citation.language))
    return t("Translated.")


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

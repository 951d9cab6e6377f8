"""Quotations as elements: the markup of DESIGN, section 3."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from citations import PartialDate
from languages.bidi import direction_of
from languages.translator import Translator, direction
from quotations.model import Cited

OMISSION = re.compile(r"\[\s*(?:…|\.[ ]?\.[ ]?\.)\s*\]|\((?:…|\.\.\.)\)")


def child(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add an element with *text* to *parent*; ``class_`` stands for ``class``."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    element = SubElement(parent, tag, named)
    element.text = text or None
    return element


def append_text(parent: Element, text: str) -> None:
    """Add *text* behind what *parent* holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def set_language(element: Element, language: str, around: str = "") -> None:
    """Say which language *element* is in, and its direction where that changes."""
    element.set("lang", language)
    if direction(language) != direction(around or "en"):
        element.set("dir", direction(language))


def set_name(element: Element, name: str, around: str) -> None:
    """Let *element* hold *name*, kept apart where it is written against *around*.

    What is not kept apart turns the digits of the date behind it.
    """
    if direction_of(name) in ("", direction(around)):
        element.text = name
    else:
        child(element, "bdi", name)


def caption(cited: Cited, t: Translator, *, source_href: str = "") -> Element:
    """Return the figcaption: who, what they are, the work, the outlet, the date."""
    figcaption = Element("figcaption")
    parts = [
        _person(cited, t),
        _title(cited, t),
        _outlet(cited, t, source_href),
        _date(cited, t),
    ]
    if cited.translator:
        translator = Element("span")
        translator.text = t("tr. %(name)s", name=cited.translator)
        parts.append(translator)
    figcaption.text = "— "
    _join(figcaption, [part for part in parts if part is not None], t.comma)
    if cited.archive:
        append_text(figcaption, " · ")
        child(figcaption, "a", t("archived copy"), href=cited.archive)
    return figcaption


def _join(parent: Element, parts: Iterable[Element], separator: str) -> None:
    for number, part in enumerate(parts):
        if number:
            append_text(parent, separator)
        parent.append(part)


def _person(cited: Cited, t: Translator) -> Element | None:
    if not cited.person:
        return None
    author = Element("span", {"class": "p-author h-card"})
    set_name(child(author, "span", class_="p-name"), cited.person, t.lang)
    if cited.role:
        append_text(author, t.comma)
        set_name(child(author, "span", class_="p-job-title"), cited.role, t.lang)
    return author


def _title(cited: Cited, t: Translator) -> Element | None:
    if not cited.title and not cited.url:
        return None
    cite = Element("cite", {"class": "p-name"})
    text = cited.title or re.sub(r"^https?://(?:www\.)?|[/#?].*$", "", cited.url)
    link = child(cite, "a", class_="u-url", href=cited.url) if cited.url else cite
    language = cited.language if cited.title and cited.language else t.lang
    if language != t.lang:
        set_language(link, language, t.lang)
    set_name(link, text, language)
    return cite


def _outlet(cited: Cited, t: Translator, source_href: str) -> Element | None:
    if not cited.outlet:
        return None
    linked = {"href": source_href} if cited.source and source_href else {}
    outlet = Element("a" if linked else "span", {"class": "p-publication", **linked})
    set_name(outlet, cited.outlet, t.lang)
    return outlet


def _date(cited: Cited, t: Translator) -> Element | None:
    if cited.date is None:
        return None
    time = Element("time", {"class": "dt-published", "datetime": str(cited.date)})
    time.text = t.date(cited.date)
    return time


def mark_omissions(element: Element) -> None:
    """Wrap every ``[…]`` below *element* in a span of its own."""
    for parent in list(element.iter()):
        for index in range(len(parent) - 1, -1, -1):
            _wrap(parent, index)
        _wrap(parent, -1)


def _wrap(parent: Element, index: int) -> None:
    """Wrap the omissions in the text of *parent* (index -1), or in a child's tail."""
    text = (parent.text if index < 0 else parent[index].tail) or ""
    found = list(OMISSION.finditer(text))
    if not found:
        return
    spans = []
    for match, follower in zip(found, [*found[1:], None], strict=True):
        span = Element("span", {"class": "omission"})
        span.text = match[0]
        span.tail = text[match.end() : follower.start() if follower else len(text)]
        spans.append(span)
    head = text[: found[0].start()]
    if index < 0:
        parent.text = head
    else:
        parent[index].tail = head
    parent[index + 1 : index + 1] = spans


def short_citation(cited: Cited, t: Translator, *, href: str) -> Element:
    """Return the cite of an inline quotation: outlet and year, a link where *href* is given."""
    cite = Element("cite", {"class": "citation"})
    name = cited.outlet or cited.person or cited.title
    year = t.date(PartialDate(year=cited.date.year)) if cited.date else ""
    link = child(cite, "a", href=href) if href else cite
    if name:
        set_name(link, name, t.lang)
        append_text(link, t.comma + year if year else "")
    else:
        link.text = year or t("source")
    return cite

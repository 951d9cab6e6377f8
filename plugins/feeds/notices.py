"""What an article's page says around its text, and a reader of its feed must not miss."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml.html import HtmlElement, builder

from feeds.text import clean
from languages.translator import Translator
from quotations.markup import set_language
from quotations.model import Correction, Republication, RepublicationKind

if TYPE_CHECKING:
    from images.model import Image

E = builder.E


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

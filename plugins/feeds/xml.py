"""Feeds as XML: Atom (RFC 4287), and RSS 2.0 with the modules that readers know.

Both hold what a browser shows of a feed. A stylesheet alone could show titles and summaries, but
make no link of them, tell no script from another, and write no date as people do. Feeds may hold
elements of other vocabularies (RFC 4287, section 6.4; RSS 2.0, “Extending RSS”). Prefixes, and
names that no feed has, keep simple readers from taking them for their own.
"""

from __future__ import annotations

from email.utils import format_datetime
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from feeds.model import Entry, Feed, Origin, Person
from languages.translator import direction

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
XHTML = "http://www.w3.org/1999/xhtml"
# Ours: what is for people who open a feed in a browser, and for no reader.
PAGE = "urn:x-verbatim:page"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
A, H = f"{{{ATOM}}}", f"{{{XHTML}}}"
RSS_NAMESPACES = {"atom": ATOM, "content": CONTENT, "dc": DC, "v": PAGE, "h": XHTML}
ATOM_NAMESPACES: Any = {None: ATOM, "v": PAGE, "h": XHTML}


def rss(feed: Feed, *, summary_only: bool = False) -> bytes:
    """Return *feed* as an RSS document; the text of a piece is left out with *summary_only*."""
    root = etree.Element("rss", nsmap=RSS_NAMESPACES)
    root.set("version", "2.0")
    channel = add(root, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", feed.home)
    add(channel, "description", feed.subtitle or feed.title)
    add(channel, f"{{{ATOM}}}link", rel="self", type="application/rss+xml", href=feed.url)
    add(channel, "language", feed.language)
    if feed.rights:
        add(channel, "copyright", feed.rights)
    add(channel, "lastBuildDate", format_datetime(feed.updated))
    add(channel, "generator", "Verbatim, https://getpelican.com/")
    add_heading(channel, feed)
    for entry in feed.entries:
        _item(channel, entry, summary_only=summary_only)
    return document(root, stylesheet=feed.stylesheet)


def _item(channel: Element, entry: Entry, *, summary_only: bool) -> None:
    item = add(channel, "item")
    add(item, "title", entry.title)
    add(item, "link", entry.url)
    add(item, "guid", entry.id, isPermaLink="false")
    add(item, "pubDate", format_datetime(entry.published))
    for author in entry.authors:
        add(item, f"{{{DC}}}creator", author.name)
    for contributor in entry.contributors:
        add(item, f"{{{DC}}}contributor", contributor.name)
    add(item, f"{{{DC}}}language", entry.language)
    if entry.rights:
        add(item, f"{{{DC}}}rights", entry.rights)
    for category in entry.categories:
        add(item, "category", category.label, domain=category.scheme)
    origin = entry.origin
    if origin and (origin.url or origin.work_url):
        add(item, "source", origin.title, url=origin.url or origin.work_url)
    add_entry(item, entry)
    if entry.summary:
        add(item, "description", entry.summary)
    if not summary_only:
        add(item, f"{{{CONTENT}}}encoded", entry.content)


def atom(feed: Feed) -> bytes:
    """Return *feed* as an Atom document."""
    root = etree.Element(f"{A}feed", nsmap=ATOM_NAMESPACES)
    root.set(LANGUAGE, feed.language)
    add(root, f"{A}title", feed.title)
    add(root, f"{A}id", feed.id)
    add(root, f"{A}link", rel="self", type="application/atom+xml", href=feed.url)
    add(root, f"{A}link", rel="alternate", type="text/html", href=feed.home)
    add(root, f"{A}updated", feed.updated.isoformat())
    _person(root, "author", feed.publisher)
    if feed.subtitle:
        add(root, f"{A}subtitle", feed.subtitle)
    if feed.rights:
        add(root, f"{A}rights", feed.rights)
    add(root, f"{A}generator", "Verbatim", uri="https://getpelican.com/")
    add_heading(root, feed)
    for entry in feed.entries:
        _entry(root, entry)
    return document(root, stylesheet=feed.stylesheet)


def _entry(feed: Element, entry: Entry) -> None:
    element = add(feed, f"{A}entry")
    element.set(LANGUAGE, entry.language)
    add(element, f"{A}title", entry.title)
    add(element, f"{A}id", entry.id)
    _links(element, entry)
    add(element, f"{A}published", entry.published.isoformat())
    add(element, f"{A}updated", entry.updated.isoformat())
    for author in entry.authors:
        _person(element, "author", author)
    for contributor in entry.contributors:
        _person(element, "contributor", contributor)
    for each in entry.categories:
        add(element, f"{A}category", term=each.term, scheme=each.scheme, label=each.label)
    if entry.rights:
        add(element, f"{A}rights", entry.rights)
    if entry.origin:
        _source(element, entry.origin)
    add_entry(element, entry)
    if entry.summary:
        add(element, f"{A}summary", entry.summary)
    add(element, f"{A}content", entry.content, type="html")


def _links(element: Element, entry: Entry) -> None:
    language = entry.language
    add(element, f"{A}link", rel="alternate", type="text/html", hreflang=language, href=entry.url)
    for version in entry.versions:
        add(
            element,
            f"{A}link",
            rel="related",
            type="text/html",
            hreflang=version.language,
            title=version.title,
            href=version.url,
        )
    if entry.origin and entry.origin.work_url:
        origin = entry.origin
        add(
            element,
            f"{A}link",
            rel="via",
            hreflang=origin.language,
            title=origin.work_title,
            href=origin.work_url,
        )


def _source(element: Element, origin: Origin) -> None:
    """Say from whom the piece was taken (section 4.2.11)."""
    source = add(element, f"{A}source")
    add(source, f"{A}title", origin.title)
    add(source, f"{A}id", origin.id)
    if origin.url:
        add(source, f"{A}link", rel="alternate", href=origin.url)
    add(source, f"{A}updated", origin.updated.isoformat())
    for name in origin.authors:
        _person(source, "author", Person(name=name))


def _person(element: Element, name: str, person: Person) -> None:
    person_element = add(element, f"{A}{name}")
    add(person_element, f"{A}name", person.name)
    if person.url:
        add(person_element, f"{A}uri", person.url)


def add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """Add the element *name*, ``{namespace}local``, to *parent*.

    Attributes without a value are left out.
    """
    element = etree.SubElement(parent, name)
    element.text = text or None
    for attribute, value in attributes.items():
        if value:
            element.set(attribute, value)
    return element


def document(root: Element, *, stylesheet: str) -> bytes:
    """Return the XML document of *root*, which names its stylesheet.

    In the form of “Associating Style Sheets with XML documents 1.0”.
    """
    if stylesheet:
        said = f'type="text/css" href="{stylesheet}"'
        root.addprevious(etree.ProcessingInstruction("xml-stylesheet", said))
    etree.indent(root)
    return etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=True) + b"\n"


def add_heading(parent: Element, feed: Feed) -> None:
    """Say what is here, and what to do with it."""
    page = _page(parent, "header", feed.language)
    # Without it, telephones show the page as wide as a desk.
    add(page, f"{H}meta", name="viewport", content="width=device-width, initial-scale=1")
    add(add(page, f"{H}h1"), f"{H}a", feed.title, href=feed.home)
    add(page, f"{H}p", feed.about)


def add_entry(parent: Element, entry: Entry) -> None:
    """Say what a piece is called, who wrote it and when, and what it is about."""
    page = _page(parent, "div", entry.language)
    add(add(page, f"{H}h2"), f"{H}a", entry.title, href=entry.url)
    byline = add(page, f"{H}p")
    add(byline, f"{H}time", entry.day, datetime=entry.published.isoformat())
    for author in entry.authors:
        add(byline, f"{H}span", author.name)
    if entry.summary:
        add(page, f"{H}p", entry.summary)


def _page(parent: Element, name: str, language: str) -> Element:
    page = add(parent, f"{{{PAGE}}}page")
    turned = direction(language) if direction(language) == "rtl" else ""
    return add(page, f"{H}{name}", lang=language, dir=turned)

"""What Atom and RSS share: namespaces, elements, and what a browser shows of a feed.

A stylesheet alone could show titles and summaries, but make no link of them, tell no script
from another, and write no date as people do. Feeds may hold elements of other vocabularies
(RFC 4287, section 6.4; RSS 2.0, “Extending RSS”). Prefixes, and names that no feed has, keep
simple readers from taking them for their own.
"""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from feeds.model import Entry, Feed
from languages.translator import direction

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
XHTML = "http://www.w3.org/1999/xhtml"
# Ours: what is for people who open a feed in a browser, and for no reader.
PAGE = "urn:x-verbatim:page"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

H = f"{{{XHTML}}}"


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

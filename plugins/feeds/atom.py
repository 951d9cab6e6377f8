"""The Atom Syndication Format (RFC 4287)."""

from __future__ import annotations

from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from feeds.elements import ATOM, LANGUAGE, PAGE, XHTML, add, add_entry, add_heading, document
from feeds.model import Entry, Feed, Origin, Person

A = f"{{{ATOM}}}"
NAMESPACES: Any = {None: ATOM, "v": PAGE, "h": XHTML}


def atom(feed: Feed) -> bytes:
    """Return *feed* as an Atom document."""
    root = etree.Element(f"{A}feed", nsmap=NAMESPACES)
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

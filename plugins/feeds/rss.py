"""RSS 2.0 (the RSS Advisory Board's specification), with the modules that readers know."""

from __future__ import annotations

from email.utils import format_datetime

from lxml import etree
from lxml.etree import _Element as Element

from feeds.elements import ATOM, CONTENT, DC, PAGE, XHTML, add, add_entry, add_heading, document
from feeds.model import Entry, Feed

NAMESPACES = {"atom": ATOM, "content": CONTENT, "dc": DC, "v": PAGE, "h": XHTML}


def rss(feed: Feed, *, summary_only: bool = False) -> bytes:
    """Return *feed* as an RSS document; the text of a piece is left out with *summary_only*."""
    root = etree.Element("rss", nsmap=NAMESPACES)
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

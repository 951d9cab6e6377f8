"""Reading feeds as strictly as their specifications, and making them up."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import feedparser
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator
from lxml import etree
from lxml.etree import _Element as Element

from feeds.model import Entry, Feed, Person
from feeds.settings import FeedKind, Form, setting_of
from tests.support.building import Build

HERE = Path(__file__).parent
NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
}
ENDINGS = {Form.ATOM: "atom.xml", Form.JSON: "json", Form.RSS: "rss.xml"}
# A place for every feed there can be: feeds/feed_all.json, feeds/category_feed/wine.rss.xml …
EVERYWHERE = {
    setting_of(kind, form): f"feeds/{kind.lower()}"
    f"{f'/{{{kind.field}}}' if kind.field else ''}.{ENDINGS[form]}"
    for kind in FeedKind
    for form in Form
}
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


@cache
def _grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(HERE / "atom.rng"))


@cache
def _schema() -> Draft202012Validator:
    schema = json.loads((HERE / "json_feed.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(text: bytes) -> list[str]:
    """Return what is wrong with a feed: by its grammar, by its specification, for its readers."""
    if text.startswith(b"{"):
        data = json.loads(text)
        return [f"{each.json_path}: {each.message[:200]}" for each in _schema().iter_errors(data)]
    try:
        root = etree.fromstring(text)
    except etree.XMLSyntaxError as error:
        return [str(error)]
    found = _rss_faults(root) if root.tag == "rss" else _atom_faults(root)
    parsed = feedparser.parse(text)
    return found + ([str(parsed.bozo_exception)] if parsed.bozo else [])


def _atom_faults(feed: Element) -> list[str]:
    if not _grammar().validate(feed):
        return [f"line {each.line}: {each.message}" for each in _grammar().error_log]
    found = []
    ids = texts(feed, "//a:entry/a:id")
    found += [f"the id {each} stands for several" for each in ids if ids.count(each) > 1]
    latest = max(map(datetime.fromisoformat, texts(feed, "a:entry/a:updated")), default=None)
    for updated in texts(feed, "a:updated"):
        if datetime.fromisoformat(updated) != latest:
            found.append(f"updated {updated}, but the latest entry was {latest}")
    return found


def _rss_faults(rss: Element) -> list[str]:
    [channel] = rss
    required = [f"channel/{name}" for name in ("title", "link", "description")]
    found = [f"no {path}" for path in required if not "".join(texts(rss, path)).strip()]
    if rss.get("version") != "2.0" or channel.tag != "channel":
        found.append("not RSS 2.0")
    if len(channel.findall("a:link[@rel='self']", NAMES)) != 1:
        found.append("does not say where it is")
    for item in channel.findall("item"):
        found += _item_faults(item)
    return found


def _item_faults(item: Element) -> list[str]:
    found = []
    if item.find("title") is None and item.find("description") is None:
        found.append("an item that says nothing")
    guid, source = item.find("guid"), item.find("source")
    if guid is None or guid.get("isPermaLink") != "false":
        found.append("a guid that pretends to be an address")
    if source is not None and not str(source.get("url", "")).startswith("http"):
        found.append("a source without an address")
    return found


def texts(root: Element, path: str) -> list[str]:
    """Return the texts of the elements at the XPath *path*: ``a:entry/a:title``."""
    found: Any = root.xpath(path, namespaces=NAMES)
    return [each.text or "" for each in found]


def attributes(root: Element, path: str) -> list[str]:
    """Return the attributes at the XPath *path*: ``a:link/@href``."""
    found: Any = root.xpath(path, namespaces=NAMES)
    return [str(each) for each in found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An entry of an Atom feed, and its content as a reader shows it."""

    element: Element
    content: BeautifulSoup

    def text(self, path: str) -> str:
        """Return the text of the one element at *path*."""
        [found] = texts(self.element, path)
        return found


def entries(build: Build, feed: str = "feeds/all.atom.xml") -> dict[str, Read]:
    """Return the entries of an Atom feed by their titles, in its order."""
    root = etree.fromstring(build.text(feed).encode())
    found = {}
    for element in root.findall("a:entry", NAMES):
        [title], [content] = texts(element, "a:title"), texts(element, "a:content")
        found[title] = Read(element=element, content=BeautifulSoup(content, "html.parser"))
    return found


def make_entry(**fields: Any) -> Entry:
    """Return an entry; what *fields* do not say is made up."""
    return Entry(
        **{
            "id": "tag:kura.example,2026-03-14:/water/",
            "url": "https://kura.example/water/",
            "title": "Water",
            "language": "en",
            "published": NOON,
            "updated": NOON,
            "day": "14 March 2026",
            "content": "<div><p>It flows.</p></div>",
            **fields,
        }
    )


def make_feed(*found: Entry, **fields: Any) -> Feed:
    """Return a feed of *found*, or of one entry; what *fields* do not say is made up."""
    return Feed(
        **{
            "id": "https://kura.example/",
            "url": "https://kura.example/feeds/all.xml",
            "home": "https://kura.example/",
            "title": "The Review",
            "language": "en",
            "publisher": Person(name="The Review", url="https://kura.example/"),
            "entries": found or (make_entry(),),
            **fields,
        }
    )

"""Which pages may be found, and sitemaps of them (sitemaps.org 0.9, Google's extensions).

Their own heads say which they are, so that no list can contradict them.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from xml.etree import ElementTree as ET

from lxml import html
from lxml.etree import ParserError

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
# Addresses in one file, those of other languages among them: 50,000, and less than 50 MB.
MOST = 50_000
# News is of the last two days, and at most a thousand pieces.
NEWS_HOURS, MOST_NEWS = 48, 1000
PAGE_NUMBER = re.compile(r"/page/\d+/$")
INDEX = re.compile(r"/index\.html$")
HIDDEN = {"noindex", "none"}


def sitemaps(pages: Sequence[Listed], site: str, *, most: int = MOST) -> dict[str, bytes]:
    """Return the files that list *pages*, by name: ``sitemap.xml`` is the first to ask for."""
    parts = list(_parts(pages, most))
    if len(parts) <= 1:
        return {"sitemap.xml": _sitemap(pages)}
    files = {f"sitemap-{number}.xml": _sitemap(part) for number, part in enumerate(parts, start=1)}
    index = ET.Element("sitemapindex", xmlns=SITEMAP)
    for name in files:
        ET.SubElement(ET.SubElement(index, "sitemap"), "loc").text = f"{site}/{name}"
    return {"sitemap.xml": _written(index), **files}


def _parts(pages: Iterable[Listed], most: int) -> Iterator[list[Listed]]:
    part: list[Listed] = []
    size = 0
    for page in pages:
        count = 1 + len(page.versions)
        if part and size + count > most:
            yield part
            part, size = [], 0
        part.append(page)
        size += count
    yield part


def _sitemap(pages: Iterable[Listed]) -> bytes:
    root = ET.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for page in pages:
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = page.url
        if changed := page.modified or page.published:
            ET.SubElement(url, "lastmod").text = changed.isoformat()
        for version in page.versions:
            link = {"rel": "alternate", "hreflang": version.lang, "href": version.url}
            ET.SubElement(url, "xhtml:link", link)
    return _written(root)


def news_sitemap(
    pages: Iterable[Listed], names: dict[str, str], *, now: datetime.datetime
) -> bytes:
    """Return the pieces of the last two days; *names* are what the publication is called.

    An empty list is right where nothing is new.
    """
    since = now - datetime.timedelta(hours=NEWS_HOURS)
    fresh = [
        (page.published, page)
        for page in pages
        if page.published and since <= page.published <= now
    ]
    root = ET.Element("urlset", {"xmlns": SITEMAP, "xmlns:news": NEWS})
    newest = sorted(fresh, key=itemgetter(0), reverse=True)[:MOST_NEWS]
    for published, page in newest:
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = page.url
        news = ET.SubElement(url, "news:news")
        publication = ET.SubElement(news, "news:publication")
        ET.SubElement(publication, "news:name").text = names[page.lang]
        ET.SubElement(publication, "news:language").text = page.lang
        ET.SubElement(news, "news:publication_date").text = published.isoformat()
        ET.SubElement(news, "news:title").text = page.title
    return _written(root)


def _written(root: ET.Element) -> bytes:
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def listed_pages(output: Path, site: str) -> Iterator[Listed]:
    """Yield the pages in *output* that are published at *site* and may be found, by address.

    A page without a canonical address, or with another than its own, stands for nothing; of a
    list, the first page stands for all.
    """
    found = {
        INDEX.sub("/", f"{site}/{path.relative_to(output).as_posix()}"): path
        for path in output.rglob("*.html")
    }
    for url, path in sorted(found.items()):
        page = None if PAGE_NUMBER.search(url) else read_head(path.read_bytes(), url)
        if page:
            yield page


def read_head(page: bytes, url: str) -> Listed | None:
    """Return what the head of *page* says, or None where it is not to be found at *url*."""
    parser = html.HTMLParser(encoding="utf-8")
    try:
        head = html.document_fromstring(page.partition(b"</head>")[0], parser=parser)
    except ParserError:
        return None  # a file of the site's own, which is empty
    told = {
        (each.get("property") or each.get("name")): each.get("content", "")
        for each in head.iter("meta")
    }
    links = [each for each in head.iter("link") if each.get("href")]
    canonical = [each.get("href") for each in links if each.get("rel") == "canonical"]
    directives = {each.strip() for each in told.get("robots", "").lower().split(",")}
    if canonical != [url] or directives & HIDDEN:
        return None
    return Listed(
        url=url,
        lang=head.get("lang", ""),
        title=told.get("og:title", ""),
        versions=tuple(
            Version(lang=each.get("hreflang", ""), url=each.get("href", ""))
            for each in links
            if each.get("rel") == "alternate" and each.get("hreflang")
        ),
        published=_time(told.get("article:published_time")),
        modified=_time(told.get("article:modified_time")),
    )


def _time(text: str | None) -> datetime.datetime | None:
    return datetime.datetime.fromisoformat(text) if text else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The same page in another language, or in ``x-default``; *url* is whole."""

    lang: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page that may be found; *published* and *modified* are those of a piece."""

    url: str
    lang: str
    title: str = ""
    versions: tuple[Version, ...] = ()
    published: datetime.datetime | None = None
    modified: datetime.datetime | None = None

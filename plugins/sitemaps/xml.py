"""Sitemaps as XML (sitemaps.org 0.9), with Google's extensions for languages and for news."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from xml.etree import ElementTree as ET

from sitemaps.pages import Listed

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
# Addresses in one file, those of other languages among them: 50,000, and less than 50 MB.
MOST = 50_000
# News is of the last two days, and at most a thousand pieces.
NEWS_HOURS, MOST_NEWS = 48, 1000


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

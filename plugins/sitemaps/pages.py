"""Which pages may be found: what their own heads say, so that no list can contradict them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html
from lxml.etree import ParserError

PAGE_NUMBER = re.compile(r"/page/\d+/$")
INDEX = re.compile(r"/index\.html$")
HIDDEN = {"noindex", "none"}


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

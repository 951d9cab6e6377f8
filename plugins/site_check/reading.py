"""Reading built pages: what is checked of each, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from lxml import etree, html

from languages.translator import direction

FETCHED = {"img", "source", "script", "video", "audio", "iframe", "embed", "object", "track"}
ADDRESSES = ("href", "src", "poster", "data", "action", "cite")
POINTING = etree.XPath("//*[@href or @src or @srcset or @poster or @data or @action or @cite]")
NAMED = etree.XPath("//*[@id]")
SPEAKING = etree.XPath("//*[@lang]")
# Passages of their own: in a line of another language, letters find their way themselves.
BLOCKS = frozenset("blockquote div p section article ul ol dl table h1 h2 h3".split())


def read_page(folder: Path, path: str) -> Page:
    """Read the page at *path* in *folder*."""
    source = (folder / path).read_bytes()
    parser = html.HTMLParser(encoding="utf-8")
    root = html.document_fromstring(source or b"<html></html>", parser=parser)
    identifiers = Counter(element.get("id", "") for element in _found(NAMED, root))
    links, media = _addresses(root)
    robots = _contents(root, "robots")
    return Page(
        path=path,
        language=root.get("lang", ""),
        direction=root.get("dir", ""),
        title=" ".join(root.findtext("head/title", "").split()),
        description=" ".join(_contents(root, "description")),
        # HTML, 4.2.5.4: within the first 1024 bytes.
        charset=b"charset=" in source[:1024].lower(),
        headings=sum(1 for _ in root.iter("h1")),
        identifiers=frozenset(identifiers),
        repeated=tuple(name for name, count in identifiers.items() if count > 1),
        links=links,
        media=media,
        without_alt=tuple(
            image.get("src", "") for image in root.iter("img") if image.get("alt") is None
        ),
        turned=tuple(_turned(root)),
        canonicals=tuple(link.get("href", "") for link in _head_links(root, "canonical")),
        alternates=tuple(
            (link.get("hreflang", ""), link.get("href", ""))
            for link in _head_links(root, "alternate")
            if link.get("hreflang") and not link.get("type")
        ),
        indexed=not any("noindex" in each for each in robots),
    )


def _addresses(root: html.HtmlElement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what the page leads to, and what a browser fetches for it; each once."""
    links: dict[str, None] = {}
    media: dict[str, None] = {}
    for element in _found(POINTING, root):
        if element.get("rel") == "canonical" or (element.get("hreflang") and element.tag == "link"):
            continue  # they are told by themselves
        if "ugc" in element.get("rel", "").split():
            continue  # what a reader wrote is not ours to mend
        found = media if element.tag in FETCHED else links
        found.update((value, None) for name in ADDRESSES if (value := element.get(name)))
        if candidates := element.get("srcset"):
            media.update((each.split()[0], None) for each in candidates.split(",") if each.strip())
    return tuple(links), tuple(media)


def _found(path: etree.XPath, root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    # XPath may also count, and say a text; these find elements.
    found = cast("list[html.HtmlElement]", path(root))
    return (each for each in found if isinstance(each, html.HtmlElement))


def _contents(root: html.HtmlElement, name: str) -> list[str]:
    return [
        meta.get("content", "") for meta in root.iterfind("head/meta") if meta.get("name") == name
    ]


def _head_links(root: html.HtmlElement, relation: str) -> list[html.HtmlElement]:
    return [link for link in root.iterfind("head/link") if relation in link.get("rel", "").split()]


def _turned(root: html.HtmlElement) -> Iterator[str]:
    """Yield the languages of passages that run the other way than what surrounds them, unsaid."""
    for element in _found(SPEAKING, root):
        language, parent = element.get("lang", ""), element.getparent()
        if parent is None or element.get("dir") or element.tag not in BLOCKS:
            continue
        around = next((up for up in element.iterancestors() if up.get("dir")), None)
        if direction(language) != (around.get("dir") if around is not None else "ltr"):
            yield language


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A built page. Addresses are as they stand in it; *path* is seen from the site's folder."""

    path: str
    language: str
    direction: str
    title: str
    description: str
    charset: bool
    headings: int
    identifiers: frozenset[str]
    repeated: tuple[str, ...]
    links: tuple[str, ...]
    media: tuple[str, ...]
    without_alt: tuple[str, ...]
    turned: tuple[str, ...]
    canonicals: tuple[str, ...]
    alternates: tuple[tuple[str, str], ...]
    indexed: bool

    @property
    def draft(self) -> bool:
        return self.path.startswith("drafts/")

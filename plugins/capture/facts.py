"""What a page says of itself: title, authors, outlet, kind."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from capture.addresses import host_of, is_address
from capture.linked_data import articles, things, types
from capture.names import names_of, one_line, with_joiners, without_outlet
from citations import Name

NEWS = "NewsArticle"
TYPES = {"BlogPosting": "post-weblog", "Report": "report", "ScholarlyArticle": "article-journal"}
BODIES = frozenset({"Organization", "NewsMediaOrganization"})
LANGUAGE = (
    "string((//html/@lang|//html/@*[local-name()='lang'])[1])",
    "string(//meta[translate(@http-equiv, 'CLANGUE', 'clangue')='content-language']/@content)",
    "string(//meta[@property='og:locale']/@content)",
)
ADDRESS = ("string(//link[@rel='canonical']/@href)", "string(//meta[@property='og:url']/@content)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a page says of itself; what it does not say is empty."""

    title: str
    authors: tuple[Name, ...]
    outlet: str
    type: str
    language: str
    url: str


def facts_of(tree: HtmlElement, *, url: str) -> Facts:
    """Return what the page says of itself, as it says it."""
    # Dates are read elsewhere; here, only what is found at once is looked for.
    found = extract_metadata(
        deepcopy(tree), default_url=url or None, date_config={"extensive_search": False}
    )
    outlet = with_joiners(one_line(found.sitename or ""), tree)
    if outlet.casefold() in {host_of(url), host_of(found.url or "")}:
        outlet = ""
    title = without_outlet(with_joiners(one_line(found.title or ""), tree), outlet)
    authors = [with_joiners(one_line(each), tree) for each in (found.author or "").split(";")]
    authors = [each for each in authors if each] or _writing_bodies(tree)
    return Facts(
        title=title,
        authors=tuple(
            name
            for name in names_of(authors, bodies=[outlet, *_bodies(tree)])
            if str(name).casefold() != outlet.casefold()
        ),
        outlet=outlet,
        type=_type(tree),
        language=_first(tree, LANGUAGE),
        url=_url(tree),
    )


def _bodies(tree: HtmlElement) -> list[str]:
    """Return the names of what is no person."""
    return [
        one_line(str(thing.get("name", "")))
        for thing in things(tree)
        if BODIES.intersection(types(thing))
    ]


def _writing_bodies(tree: HtmlElement) -> list[str]:
    """Return the agencies that are stated as authors, of which trafilatura knows nothing."""
    stated = [article.get("author", []) for article in articles(tree)]
    listed = [
        each for author in stated for each in (author if isinstance(author, list) else [author])
    ]
    return [
        one_line(str(author.get("name", "")))
        for author in listed
        if isinstance(author, dict) and BODIES.intersection(types(author))
    ]


def _type(tree: HtmlElement) -> str:
    for article in articles(tree):
        for name in types(article):
            if name.endswith(NEWS):
                return "article-newspaper"
            if name in TYPES:
                return TYPES[name]
    return "webpage"


def _url(tree: HtmlElement) -> str:
    """Return where the page says that it is, if that is a whole address."""
    stated = _first(tree, ADDRESS)
    return stated if is_address(stated) and stated.startswith("http") else ""


def _first(tree: HtmlElement, paths: tuple[str, ...]) -> str:
    return next((text for path in paths if (text := str(tree.xpath(path)).strip())), "")

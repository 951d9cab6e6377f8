"""What a page says of itself: title, authors, outlet, kind and date; nothing is guessed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from capture.addresses import host_of, is_address
from capture.model import notice
from capture.names import names_of, one_line, with_joiners, without_outlet
from citations import Name, PartialDate, parse_date
from problems import Problem

# Somewhere it is tomorrow already.
AHEAD = timedelta(days=1)
YEARS = 100
BYLINE = 12  # words, at most
ARTICLES = ("Article", "Posting", "Report", "Review", "WebPage")
Thing = dict[str, Any]
NEWS = "NewsArticle"
TYPES = {"BlogPosting": "post-weblog", "Report": "report", "ScholarlyArticle": "article-journal"}
BODIES = frozenset({"Organization", "NewsMediaOrganization"})
LANGUAGE = (
    "string((//html/@lang|//html/@*[local-name()='lang'])[1])",
    "string(//meta[translate(@http-equiv, 'CLANGUE', 'clangue')='content-language']/@content)",
    "string(//meta[@property='og:locale']/@content)",
)
ADDRESS = ("string(//link[@rel='canonical']/@href)", "string(//meta[@property='og:url']/@content)")


def published(
    tree: HtmlElement, *, url: str, today: date
) -> tuple[PartialDate | None, list[Problem]]:
    """Return the date that the page states, and what to look at where it has none to rely on."""
    stated = _find(tree, url=url, today=today, extensive=False)
    if not stated:
        return None, _proposal(_find(tree, url=url, today=today, extensive=True))
    issued = parse_date(_as_exact(stated, tree))
    if issued and date(issued.year, issued.month or 1, issued.day or 1) > today + AHEAD:
        message = (
            f"the page says that it was published on {issued}, which has not come yet; write"
            " the right date into the .yaml file as “issued: …”"
        )
        return None, [notice(message, "future-date")]
    return issued, []


def _find(tree: HtmlElement, *, url: str, today: date, extensive: bool) -> str:
    latest = today.replace(year=today.year + YEARS, day=1)
    found = find_date(
        _without_told_dates(deepcopy(tree)),
        extensive_search=extensive,
        original_date=True,
        url=url or None,
        max_date=None if extensive else latest.isoformat(),
    )
    return found or ""


def _without_told_dates(tree: HtmlElement) -> HtmlElement:
    """Return *tree* without the dates that the text tells of: none is that of the page."""
    for element in tree.xpath(".//p//time|.//blockquote//time"):
        sentence = next(element.iterancestors("p", "blockquote"))
        if len(sentence.text_content().split()) > BYLINE:
            element.drop_tag()
    return tree


def _proposal(found: str) -> list[Problem]:
    # The first of January is what htmldate makes of a year.
    if not found or found.endswith("-01-01"):
        return []
    message = (
        f"the page states no date; its text has {found}: if it was published then, write"
        f" “issued: {found}” into the .yaml file"
    )
    return [notice(message, "date-guessed")]


def _as_exact(found: str, tree: HtmlElement) -> str:
    """Return *found* as exact as the page is; of “2026-03”, htmldate makes a day in March."""
    stated = [str(value).strip() for value in tree.xpath("//@content|//@datetime")]
    stated += [str(each.get("datePublished", "")).strip() for each in things(tree)]
    if any(found in value for value in stated):
        return found
    vague = [each for each in stated if parse_date(each) and found.startswith(each)]
    return max(vague, key=len, default=found)


def things(tree: HtmlElement) -> list[Thing]:
    """Return all that is described in *tree*, also inside of something else.

    A block that is no JSON is left out: nothing here is needed, only useful.
    """
    found: list[Thing] = []
    for script in tree.xpath('.//script[@type="application/ld+json"]'):
        try:
            found += _in(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue
    return found


def articles(tree: HtmlElement) -> list[Thing]:
    """Return the descriptions of the page’s article, or of the page."""
    return [each for each in things(tree) if any(map(_is_article, types(each)))]


def types(thing: Thing) -> list[str]:
    """Return the types of *thing*."""
    stated = thing.get("@type", [])
    listed = stated if isinstance(stated, list) else [stated]
    return [each for each in listed if isinstance(each, str)]


def _is_article(name: str) -> bool:
    return name.endswith(ARTICLES)


def _in(value: Any) -> Iterator[Thing]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _in(inner)


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

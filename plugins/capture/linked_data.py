"""What a page says about itself as JSON-LD, in the terms of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

ARTICLES = ("Article", "Posting", "Report", "Review", "WebPage")
Thing = dict[str, Any]


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

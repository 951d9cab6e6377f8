"""JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from feeds.model import Entry, Feed, Origin, Person


def json_feed(feed: Feed) -> bytes:
    """Return *feed* as a JSON Feed."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.url,
        "description": feed.subtitle,
        "authors": _people([feed.publisher]),
        "language": feed.language,
        "items": [_item(entry) for entry in feed.entries],
    }
    return (json.dumps(_given(data), ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry) -> dict[str, Any]:
    item = {
        "id": entry.id,
        "url": entry.url,
        "external_url": entry.origin.work_url if entry.origin else "",
        "title": entry.title,
        "content_html": entry.content,
        "summary": entry.summary,
        "image": entry.image,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": _people(entry.authors),
        "tags": [category.label for category in entry.categories],
        "language": entry.language,
        "_verbatim": _verbatim(entry),
    }
    return _given(item)


def _verbatim(entry: Entry) -> dict[str, Any]:
    """Return what no other format says: whose words are quoted, and what checking them found."""
    return _given(
        {
            "source": _source(entry.origin) if entry.origin else {},
            "quotations": [_given(asdict(quoted)) for quoted in entry.quotations],
        }
    )


def _source(origin: Origin) -> dict[str, Any]:
    return _given(
        {
            "republication": origin.kind,
            "title": origin.title,
            "url": origin.url,
            "work_title": origin.work_title,
            "work_url": origin.work_url,
            "language": origin.language,
            "authors": list(origin.authors),
        }
    )


def _people(people: Iterable[Person]) -> list[dict[str, str]]:
    return [_given(asdict(person)) for person in people]


def _given(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in ("", [], {})}

"""What differs where a publication is built for its readers."""

from __future__ import annotations

import os
from collections.abc import Mapping

# Those in RSS have the same names with RSS at their ends.
FEEDS = {
    "FEED_ALL_ATOM": "feeds/all.atom.xml",
    "FEED_ALL_JSON": "feeds/all.json",
    "TRANSLATION_FEED_ATOM": "feeds/{lang}.atom.xml",
    "CATEGORY_FEED_ATOM": "feeds/sections/{slug}.atom.xml",
    "AUTHOR_FEED_ATOM": "feeds/authors/{slug}.atom.xml",
    "SOURCE_FEED_ATOM": "feeds/sources/{slug}.atom.xml",
}
OPEN_THREADS = "open-threads.map"


def published(facts: Mapping[str, object]) -> dict[str, object]:
    """Return the settings that differ for the published site of these *facts*.

    In the environment, `SITE_URL` is where it is published, before PUBLISHED_AT; and
    `COMMENTS_URL` where its comments are kept: an address, or a path there, such as /isso.
    """
    address = (os.environ.get("SITE_URL") or str(facts.get("PUBLISHED_AT", ""))).rstrip("/")
    feeds = {name: file for name, file in FEEDS.items() if facts.get(name) is None}
    return feeds | {
        "SITEURL": address,
        "FEED_DOMAIN": address,
        "PUBLISHED_AT": address,
        "COMMENTS": _comments(facts.get("COMMENTS")),
        "DELETE_OUTPUT_DIRECTORY": True,
    }


def _comments(stated: object) -> object:
    if not isinstance(stated, Mapping):
        return stated  # plugins/comments says what is wrong with it
    if url := os.environ.get("COMMENTS_URL"):
        # The web server before it reads which threads are open: deploy/isso.
        return {"open_threads": OPEN_THREADS, **stated, "url": url}
    # `inv serve` answers at a path; whoever serves the published site need not.
    return {"provider": "none"} if str(stated.get("url", "")).startswith("/") else stated

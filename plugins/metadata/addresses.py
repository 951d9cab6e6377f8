"""Addresses: what may stand in one, and who has which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

# What would end the address, or would have to be written otherwise in a link.
_NO_SLUG = re.compile(r"[\s?#%<>\"'\\]")
SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def cannot_be_an_address(slug: str) -> bool:
    """Tell whether *slug* holds what no address can."""
    return _NO_SLUG.search(slug) is not None


def taken_by(save_as: str, own: Collection[str]) -> str | None:
    """Return which of the site's *own* pages a text would take the place of, or None."""
    path = PurePosixPath(save_as)
    places = (str(path), *map(str, path.parents))
    return next((place for place in places if place in own), None)


def ambiguous(slugs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield name and message for each of *slugs*, by name, that has no page of its own.

    Names that differ in nothing but capitals are one.
    """
    by_slug: defaultdict[str, list[str]] = defaultdict(list)
    for name, slug in slugs.items():
        by_slug[slug].append(name)
    for slug, (first, *others) in by_slug.items():
        if not slug:
            for name in (first, *others):
                yield name, f"“{name}” has no letter that an address can hold; name it otherwise"
            continue
        for name in others:
            if name.casefold() != first.casefold():
                yield name, f"“{name}” and “{first}” have one address, “{slug}”; rename one"

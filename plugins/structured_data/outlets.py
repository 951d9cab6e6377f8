"""Outlets that are quoted, as schema.org's organizations."""

from __future__ import annotations

import re

from citations.model import Source
from structured_data.script import Node, given, plain_text
from structured_data.site import Site

# What an outlet's `Kind:` says of those that schema.org calls news media.
NEWS_MEDIA = re.compile(
    r"news|paper|magazine|agency|radio|television|\btv\b|broadcast|journal|gazette|press\b"
    r"|daily|weekly|monthly|quarterly",
    re.IGNORECASE,
)
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def outlet(name: str, source: Source | None, site: Site) -> Node | None:
    """Return an outlet in brief, or None where there is none; *source* is its record."""
    if source:
        path = site.outlet_path(source)
        return given(
            type_=kind_of(source),
            id_=site.at(path) if path else "",
            name=source.title,
            url=source.url,
        )
    return given(type_="Organization", name=name) if name else None


def kind_of(source: Source) -> str:
    """Return what schema.org calls an outlet; one that does not say what it is may be anything."""
    return "NewsMediaOrganization" if NEWS_MEDIA.search(source.kind) else "Organization"


def described_outlet(source: Source, site: Site) -> Node:
    """Return all that is recorded of an outlet."""
    return {
        **(outlet(source.title, source, site) or {}),
        **given(
            description=plain_text(source.text),
            location=_place(source),
            knowsLanguage=list(source.languages),
            ownershipFundingInfo=source.owner,
            foundingDate=source.since if DATE.fullmatch(source.since) else "",
        ),
    }


def _place(source: Source) -> Node | None:
    postal = given(
        type_="PostalAddress", addressLocality=source.place, addressCountry=source.country
    )
    return given(type_="Place", address=postal) if len(postal) > 1 else None

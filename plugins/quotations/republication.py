"""Where a republished article was first published, how it was taken over, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from citations import Library, citation_key
from problems.suggestions import did_you_mean
from quotations.model import Republication, RepublicationKind
from verification import QuotationError

# What says whether a page may be found in a search (Google's and Bing's directives).
INDEXING = frozenset({"all", "index", "noindex", "none"})


def republication_of(fields: Mapping[str, str], library: Library) -> Republication | None:
    """Return what the metadata fields `source`, `republication` and `robots` say, or None.

    Raises QuotationError where only one is given, or what they say is unknown.
    """
    source, kind = fields.get("source", "").strip(), fields.get("republication", "").strip()
    if not source and not kind:
        return None
    if not source:
        raise QuotationError(
            "a republished article names where it was taken from; add “Source: @key”",
            "republication",
        )
    if not kind:
        raise QuotationError(
            "say how the article was taken over; add “Republication: verbatim”,"
            " “translation” or “excerpt”",
            "republication",
        )
    taken = _republication(source, _kind(kind), library)
    return replace(taken, robots=_robots(taken.kind, fields.get("robots", "").strip()))


def _robots(kind: RepublicationKind, said: str) -> str:
    """Return what search engines are told: not to show a copy, unless *said* otherwise."""
    directives = {each.strip() for each in said.lower().split(",")}
    if kind is not RepublicationKind.VERBATIM or directives & INDEXING:
        return said
    return ", ".join(filter(None, ("noindex", said)))


def _kind(text: str) -> RepublicationKind:
    try:
        return RepublicationKind(text.lower())
    except ValueError:
        hint = did_you_mean(text, RepublicationKind)
        raise QuotationError(
            f"a republication is verbatim, translation or excerpt, not “{text}”{hint}",
            "republication",
        ) from None


def _republication(source: str, kind: RepublicationKind, library: Library) -> Republication:
    if not source.startswith("@"):
        known = library.source_named(source)
        return Republication(kind=kind, source=known, outlet=known.title if known else source)
    key = citation_key(source[1:])
    citation = library.citations.get(key)
    if citation is None:
        raise QuotationError(library.unknown(key), "unknown-citation")
    return Republication(
        kind=kind, citation=citation, source=citation.source, outlet=citation.outlet
    )

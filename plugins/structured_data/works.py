"""Cited works, quoted words and the outlets they come from, in schema.org's terms."""

from __future__ import annotations

import re

from citations import Citation, Source
from contract.piece import Piece
from contract.text import text_of
from quotations.model import Quotation
from structured_data.script import Node, given, plain_text
from structured_data.site import Site

# What schema.org calls a work of CSL's types; any other is a CreativeWork.
TYPES = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "legislation": "Legislation",
    "map": "Map",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}

# What an outlet's `Kind:` says of those that schema.org calls news media.
NEWS_MEDIA = re.compile(
    r"news|paper|magazine|agency|radio|television|\btv\b|broadcast|journal|gazette|press\b"
    r"|daily|weekly|monthly|quarterly",
    re.IGNORECASE,
)
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def person(name: str, **properties: object) -> Node | None:
    """Return somebody who is no more than a name to us, or None for no name."""
    return given(type_="Person", name=name, **properties) if name else None


def work(citation: Citation, site: Site) -> Node:
    """Return a recorded work; its name on the web is its address."""
    return given(
        type_=TYPES.get(citation.type, "CreativeWork"),
        id_=citation.url,
        name=citation.title,
        url=citation.url,
        author=[person(str(name)) for name in citation.authors],
        publisher=outlet(citation.outlet, citation.source, site),
        datePublished=str(citation.issued or ""),
        inLanguage=citation.language,
        archivedAt=citation.archive,
    )


def works_quoted(text: Piece, site: Site) -> dict[str, Node]:
    """Return the work of each of a text's quotations, by the quotation's `id`.

    Works with one address are one, and a record of it says more than a link.
    """
    known: dict[str, Node] = {}
    found: dict[str, Node] = {}
    for each in sorted(text_of(text).works, key=lambda each: each.citation is None):
        described = _work_of(each.quotations[0], site)
        if described is not None:
            described = known.setdefault(described.get("@id", each.id), described)
            found |= {quotation.id: described for quotation in each.quotations}
    return found


def quoted(text: Piece, url: str, site: Site) -> Node:
    """Return what is said of a text's quotations: their words, and the works they come from.

    *url* is the address of the text.
    """
    works, quotations = works_quoted(text, site), text_of(text).quotations
    in_order = [works[each.id] for each in quotations if each.id in works]
    return given(
        citation=list({id(each): each for each in in_order}.values()),
        hasPart=[_quotation(each, url, works.get(each.id)) for each in quotations],
    )


def _quotation(quotation: Quotation, url: str, based_on: Node | None) -> Node:
    return given(
        type_="Quotation",
        id_=f"{url}#{quotation.stable_id or quotation.id}",
        text=quotation.text,
        inLanguage=quotation.language,
        creator=_speakers(quotation),
        translator=person(quotation.cited.translator),
        translationOfWork=_original(quotation),
        isBasedOn=_in_brief(based_on),
    )


def _speakers(quotation: Quotation) -> Node | list[Node | None] | None:
    said = quotation.attribution
    if said.person:
        return person(said.person, jobTitle=said.role)
    written_by = quotation.citation.authors if quotation.citation else ()
    authors = [person(str(name)) for name in written_by]
    return authors[0] if len(authors) == 1 else authors


def _original(quotation: Quotation) -> Node | None:
    original = quotation.original
    if original is None:
        return None
    text = " ".join(original.paragraphs)
    return given(type_="Quotation", text=text, inLanguage=original.language)


def _work_of(quotation: Quotation, site: Site) -> Node | None:
    """Return the work that is quoted: as recorded, or else as the attribution describes it."""
    if quotation.citation:
        return work(quotation.citation, site)
    said = quotation.attribution
    if not said.title and not said.url:
        return None
    return given(
        type_="CreativeWork",
        id_=said.url,
        name=said.title,
        url=said.url,
        publisher=outlet(said.outlet, None, site),
        datePublished=str(said.date or ""),
    )


def _in_brief(described: Node | None) -> Node | None:
    """Return a work as a quotation names it: the whole of it stands among the citations."""
    if described is None or "@id" not in described:
        return described
    return {name: described[name] for name in ("@type", "@id", "name", "url") if name in described}


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

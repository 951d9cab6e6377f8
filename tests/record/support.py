"""Articles as the record knows them, made without a site."""

from __future__ import annotations

from pathlib import Path

from citations import Citation, Name, Source
from quotations.model import (
    Attribution,
    Cited,
    Original,
    Quotation,
    Republication,
)
from record.model import Recorded
from tests.support.pieces import SomePiece
from verification import Result, Verification

COURIER = Source(slug="courier", title="Kura Courier", path=Path("courier.md"))
BELL = Source(slug="bell", title="The Bell", path=Path("bell.md"))


def article(
    *quotations: Quotation,
    slug: str = "a",
    lang: str = "en",
    republication: Republication | None = None,
) -> SomePiece:
    """Return an article with *quotations*."""
    piece = SomePiece(slug=slug, lang=lang)
    piece.text.quotations, piece.text.republication = quotations, republication
    return piece


def quotation(
    text: str = "It flows.",
    *,
    source: Source | None = None,
    person: str = "",
    role: str = "",
    result: Result = Result.VERBATIM,
    authors: tuple[Name, ...] = (),
    original: Original | None = None,
    stable_id: str = "q-00000000",
) -> Quotation:
    """Return a quotation of *source*, said by *person*, or else from a work of *authors*."""
    citation = Citation(key="w", path=Path("w.yaml"), type="book", authors=authors)
    return Quotation(
        id="q1",
        paragraphs=(text,),
        language="en",
        attribution=Attribution(person=person, role=role),
        cited=Cited(source=source, person=person, role=role, outlet=source.title if source else ""),
        verification=Verification(result=result),
        citation=citation if authors else None,
        original=original,
        stable_id=stable_id,
    )


def text(*quotations: Quotation, slug: str = "a", lang: str = "en") -> Recorded:
    """Return a published article with *quotations*."""
    return Recorded.of(article(*quotations, slug=slug, lang=lang))


def quoting(*people: str, lang: str = "en") -> Recorded:
    """Return an article in which each of *people* is quoted once."""
    return text(*(quotation(person=person) for person in people), lang=lang)

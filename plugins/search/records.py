"""From an article or page of Pelican's to what is searched of it."""

from __future__ import annotations

from collections.abc import Iterator

from contract.piece import Piece, authors_of, moment_of, section_of
from contract.publication import Publication
from contract.text import text_of
from languages.translator import Translator
from quotations.model import Quotation
from quotations.titles import plain
from search.model import Choice, Record
from search.reading import words_and_passages


def record_of(text: Piece, publication: Publication, t: Translator) -> Record:
    """Return the record of *text*; *t* speaks its language."""
    quotations = text_of(text).quotations
    # Not its content, which Pelican keeps with the links that it finds at the time.
    words, passages = words_and_passages(text._content, {each.id: each for each in quotations})
    dated = section_of(text) is not None and moment_of(text, "date") is not None
    return Record(
        url=text.url,
        language=text.lang,
        title=plain(text.title),
        date=t.date(text.date) if dated else "",
        by=", ".join(_writers(text, publication)) if dated else "",
        words=words,
        passages=passages,
        marks=tuple(each.mark for each in quotations),
        choices=tuple(dict.fromkeys(_choices(text, quotations, publication))) if dated else (),
    )


def _choices(
    text: Piece, quotations: tuple[Quotation, ...], publication: Publication
) -> Iterator[Choice]:
    section = publication.section_name(text.category, text.lang)
    yield Choice(kind="section", value=str(text.category), label=section)
    year = str(text.date.year)
    yield Choice(kind="year", value=year, label=year)
    for quotation in quotations:
        if person := " ".join(quotation.cited.person.split()):
            yield Choice(kind="person", value=person, label=person)
        if outlet := quotation.cited.outlet:
            yield Choice(kind="source", value=outlet, label=outlet)


def _writers(text: Piece, publication: Publication) -> Iterator[str]:
    """Yield who wrote *text*; what others published first is theirs."""
    taken = text_of(text).republication
    if taken:
        yield from taken.authors or filter(None, (taken.outlet,))
        return
    for author in authors_of(text):
        yield publication.author_name(author, text.lang)

"""From an article or page of Pelican's to what is searched of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from contract.piece import Piece, authors_of, moment_of, section_of
from contract.text import text_of
from quotations.model import Quotation
from quotations.titles import plain
from search.model import Choice, Record
from search.reading import words_and_passages


def record_of(text: Piece, settings: Mapping[str, Any]) -> Record:
    """Return the record of *text*, in its own language."""
    globals_ = settings["JINJA_GLOBALS"]
    quotations = text_of(text).quotations
    # Not its content, which Pelican keeps with the links that it finds at the time.
    words, passages = words_and_passages(text._content, {each.id: each for each in quotations})
    dated = section_of(text) is not None and moment_of(text, "date") is not None
    return Record(
        url=text.url,
        language=text.lang,
        title=plain(text.title),
        date=globals_["translator"](text.lang).date(text.date) if dated else "",
        by=", ".join(_writers(text, globals_)) if dated else "",
        words=words,
        passages=passages,
        marks=tuple(each.mark for each in quotations),
        choices=tuple(dict.fromkeys(_choices(text, quotations, globals_))) if dated else (),
    )


def _choices(
    text: Piece, quotations: tuple[Quotation, ...], globals_: Mapping[str, Any]
) -> Iterator[Choice]:
    section = globals_["section_name"](text.category, text.lang)
    yield Choice(kind="section", value=str(text.category), label=section)
    year = str(text.date.year)
    yield Choice(kind="year", value=year, label=year)
    for quotation in quotations:
        if person := " ".join(quotation.cited.person.split()):
            yield Choice(kind="person", value=person, label=person)
        if outlet := quotation.cited.outlet:
            yield Choice(kind="source", value=outlet, label=outlet)


def _writers(text: Piece, globals_: Mapping[str, Any]) -> Iterator[str]:
    """Yield who wrote *text*; what others published first is theirs."""
    taken = text_of(text).republication
    if taken:
        yield from taken.authors or filter(None, (taken.outlet,))
        return
    for author in authors_of(text):
        yield str(globals_["author_name"](author, text.lang))

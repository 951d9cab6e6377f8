"""Writing BibTeX that Zotero, biber and pandoc read: sorted, the same in every run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.middlewares import MergeCoAuthors, MonthAbbreviationMiddleware
from bibtexparser.middlewares.enclosing import AddEnclosingMiddleware
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat

from bibliography.bibtex_parts import bibtex_name
from bibliography.bibtex_reader import GENRES, TEXTS, VERBATIM
from bibliography.bibtex_types import ARTICLES, CHAPTERS, bibtex_type
from bibliography.draft import LONG
from bibliography.latex import to_latex, to_verbatim
from bibliography.model import NAMES, Exported
from bibliography.texts import with_markup

# A style may put what stands in no further braces into small letters.
_TITLES = ("title", "title-short", "original-title")
_BY_FIELD = {field: name for name, field in TEXTS.items() if name not in {"location", "eid"}}
_VERBATIM = {field: name for name, field in VERBATIM.items()}
_ADDRESSES = {"URL": "url", "archive": "archiveurl"}
_PUBLISHER = {"report": "institution", "thesis": "school"}
_AND = re.compile(r"\sand\s", re.IGNORECASE)


def write_bibtex(works: Iterable[Exported]) -> str:
    """Return the file that holds *works*."""
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent, layout.block_separator, layout.trailing_comma = "  ", "\n", True
    return write_string(
        Library([_entry(work) for work in works]),
        unparse_stack=[
            MergeCoAuthors(),
            MonthAbbreviationMiddleware(),
            AddEnclosingMiddleware(
                default_enclosing="{", reuse_previous_enclosing=False, enclose_integers=True
            ),
        ],
        bibtex_format=layout,
    )


def _entry(work: Exported) -> Entry:
    kind, subtype = bibtex_type(work.fields["type"], address="URL" in work.fields)
    fields = [Field(name, value) for name, value in _fields(work.fields, kind)]
    if subtype:
        fields.append(Field("entrysubtype", subtype))
    if work.container:
        fields.append(Field("container", work.container))
    return Entry(entry_type=kind, key=work.key, fields=fields)


def _fields(fields: Mapping[str, Any], kind: str) -> Iterator[tuple[str, Any]]:
    for field, value in fields.items():
        if field == "issued":
            yield from _issued(value)
        elif field in NAMES:
            yield field, [bibtex_name(name) for name in value]
        elif field in _ADDRESSES or field in _VERBATIM:
            yield _ADDRESSES.get(field) or _VERBATIM[field], to_verbatim(value)
        elif field != "type":
            yield _name(field, kind), _text(field, value)


def _issued(date: str) -> Iterator[tuple[str, str]]:
    """BibTeX knows years and months; biblatex's `date` is added where there is a day."""
    year, *parts = date.split("-")
    if len(parts) > 1:
        yield "date", date
    yield "year", year
    if parts:
        yield "month", parts[0]


def _name(field: str, kind: str) -> str:
    """Return what BibTeX calls *field* in a work of *kind*."""
    is_article = kind in ARTICLES
    special = {
        "title": "title",
        "container-title": "booktitle" if kind in CHAPTERS else "journal",
        "publisher": _PUBLISHER.get(kind, "publisher"),
        "issue": "number" if is_article else "issue",
        "number": "eid" if is_article else "number",
        "page": "pages",
        "genre": "type",
        "medium": "howpublished",
        "language": "language",
        "accessed": "urldate",
    }
    return special.get(field) or _BY_FIELD[field]


def _text(field: str, text: str) -> str:
    if field == "page":
        return "--".join(to_latex(part) for part in text.split("-"))
    latex = to_latex(with_markup(text) if field in LONG else text)
    # In braces, a publisher’s “and” is no list, and a word is none of biblatex’s own.
    is_word = field == "genre" and text in GENRES
    if field in _TITLES or is_word or (field.startswith("publisher") and _AND.search(text)):
        return f"{{{latex}}}"
    return latex

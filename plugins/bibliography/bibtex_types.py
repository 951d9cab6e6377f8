"""Kinds of works: what BibTeX and biblatex call them, and what CSL does.

Read as pandoc reads them (Text.Pandoc.Citeproc.BibTeX, getTypeAndGenre), but for the kinds
that CSL has had only since 1.0.2, and for @misc with an address, which is how Zotero's BibTeX
writes a web page.  Written with the kinds that Zotero imports (its BibTeX translator,
bibtex2zoteroTypeMap; it drops all others), and with `entrysubtype` (biblatex's manual,
“Entry Fields”) for what only CSL tells apart.
"""

from __future__ import annotations

from citations import TYPES

_READ = {
    "article-journal": "article suppperiodical",
    "article-magazine": "magazine",
    "article-newspaper": "newspaper newsarticle",
    "book": "book mvbook collection mvcollection reference mvreference proceedings mvproceedings"
    " manual commentary",
    "chapter": "inbook bookinbook suppbook incollection suppcollection",
    "dataset": "dataset data",
    "document": "misc",
    "entry-encyclopedia": "inreference",
    "graphic": "artwork image",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "motion_picture": "movie video",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings conference",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "personal_communication": "letter letters",
    "report": "report techreport",
    "review": "review",
    "software": "software",
    "song": "audio music",
    "standard": "standard",
    "thesis": "thesis phdthesis mastersthesis",
    "treaty": "legal",
    "webpage": "online electronic www",
}
KINDS = {name: csl for csl, names in _READ.items() for name in names.split()}
_WRITTEN = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "bill": "legislation",
    "book": "book",
    "chapter": "incollection",
    "classic": "book",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "figure": "artwork",
    "graphic": "artwork",
    "hearing": "jurisdiction",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "motion_picture": "movie",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "personal_communication": "letter",
    "post": "online",
    "post-weblog": "online",
    "regulation": "legislation",
    "report": "report",
    "review": "article",
    "review-book": "article",
    "software": "software",
    "song": "audio",
    "speech": "unpublished",
    "thesis": "thesis",
    "treaty": "legislation",
    "webpage": "online",
}
_PAPERS = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
_SUBTYPES = {**{kind: kind for kind in TYPES}, **{name: kind for kind, name in _PAPERS.items()}}

# What stands in a periodical, and in a book.
ARTICLES = frozenset("article suppperiodical review newspaper newsarticle magazine".split())
CHAPTERS = frozenset(
    "inbook bookinbook suppbook incollection suppcollection inproceedings conference"
    " inreference".split()
)


def csl_type(kind: str, *, subtype: str = "", address: bool = False, event: bool = False) -> str:
    """Return CSL's type for BibTeX's *kind*, or an empty text for an unknown one.

    *address* and *event* tell whether the entry names a URL, and an event.
    """
    if subtype in _SUBTYPES:
        return _SUBTYPES[subtype]
    if kind == "misc" and address:
        return "webpage"
    if kind == "unpublished" and event:
        return "speech"
    return KINDS.get(kind, "")


def knows_subtype(subtype: str) -> bool:
    """Tell whether *subtype* alone says what a work is."""
    return subtype in _SUBTYPES


def bibtex_type(csl: str, *, address: bool) -> tuple[str, str]:
    """Return BibTeX's kind of work for CSL's type, and the subtype, where one is needed."""
    kind = _WRITTEN.get(csl, "misc")
    needed = csl_type(kind, address=address) != csl
    return kind, _PAPERS.get(csl, csl) if needed else ""

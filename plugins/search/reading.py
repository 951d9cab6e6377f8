"""From a text to what is searched of it: its words, and where in them others speak."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import html

from contract.piece import Piece, moment_of, section_of
from contract.publication import Publication
from contract.text import text_of
from languages.translator import Translator
from quotations.model import Quotation
from quotations.titles import plain
from search.model import Choice, Passage, Record

# What repeats the text, says how it was checked, or names a source.
_BESIDE = frozenset({"pull-quote", "check", "citation", "footnote-backref"})
_DROPPED = frozenset({"figcaption", "script", "style", "summary", "template", "textarea"})
# Elements that part no words.
_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup"
    " time u var wbr".split()
)
# Before a stop stood what was left out; a space of no width is none to readers.
_SPACE = re.compile(r"\u200b|\s+(?=[.,;:!?։،؛؟])")
_Piece = tuple[str, Any]


def words_and_passages(
    content: str, quotations: Mapping[str, Quotation]
) -> tuple[tuple[str, ...], tuple[Passage, ...]]:
    """Return the words of *content*, an article's HTML, and the passages among them.

    *quotations* are the article's, by their ids. Pull-quotes, attributions and what was found
    in checking are left out; the originals of translations are words like all others.
    """
    if not content.strip():
        return (), ()
    parser = html.HTMLParser(huge_tree=True)
    root: Any = html.document_fromstring(f"<body>{content}", parser=parser)
    words: list[str] = []
    passages: list[Passage] = []
    for block, text in _joined(_pieces(root, None)):
        start = len(words)
        words += _SPACE.sub("", text).split()
        quotation = quotations.get(_figure_id(block))
        if quotation and len(words) > start:
            passages.append(_passage(block, quotation, start, len(words)))
    return tuple(words), tuple(passages)


def _passage(block: Any, quotation: Quotation, start: int, end: int) -> Passage:
    return Passage(
        start=start,
        end=end,
        id=block.get("id") or quotation.stable_id or quotation.id,
        mark=str(quotation.result) if _is_original(block) else quotation.mark,
        language=block.get("lang") or quotation.language,
        person=quotation.cited.person,
    )


def _is_original(block: Any) -> bool:
    """Tell whether it holds the words that are quoted in translation: they were compared."""
    return bool(block.getparent().tag == "details")


def _figure_id(block: Any) -> str:
    if block is None:
        return ""
    figure = next(block.iterancestors("figure"), None)
    return "" if figure is None else figure.get("id", "")


def _joined(pieces: Iterator[_Piece]) -> Iterator[tuple[Any, str]]:
    """Yield the text of each block quote, and of what stands between them, whole."""
    texts: list[str] = []
    current: Any = None
    for text, block in pieces:
        if block is not current:
            yield current, "".join(texts)
            texts, current = [], block
        texts.append(text)
    yield current, "".join(texts)


def _pieces(element: Any, block: Any) -> Iterator[_Piece]:
    """Yield each text in *element*, with the block quote that it stands in."""
    if not isinstance(element.tag, str) or _is_beside(element):
        return
    inside = element if element.tag == "blockquote" else block
    edge = "" if element.tag in _INLINE else " "
    yield edge + (element.text or ""), inside
    for child in element:
        yield from _pieces(child, inside)
        yield child.tail or "", inside
    yield edge, inside


def _is_beside(element: Any) -> bool:
    classes = element.get("class", "").split()
    footnote = element.tag == "sup" and element.get("id", "").startswith("fnref")
    return element.tag in _DROPPED or footnote or not _BESIDE.isdisjoint(classes)


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
        by=", ".join(publication.writers_of(text)) if dated else "",
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

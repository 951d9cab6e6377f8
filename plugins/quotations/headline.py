"""Whose words they are with which a headline begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contract.piece import Piece
from contract.text import text_of
from quotations.inline import ALIKE, OPENING, quoted_start
from quotations.model import Quotation
from quotations.titles import plain
from verification import contains

OPENERS = ALIKE.union(*OPENING.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a headline; *quotation* is the one in the article that it repeats, if any."""

    text: str
    quotation: Quotation | None = None


def headline_of(article: Piece) -> tuple[Part, ...]:
    """Return the parts of an article's title."""
    quotations = text_of(article).quotations
    return headline(plain(article.title), quotations, language=article.lang)


def headline(title: str, quotations: Iterable[Quotation], *, language: str) -> tuple[Part, ...]:
    """Part *title* into quoted words that the article quotes in full, and the rest."""
    end = _end_of_quoted(title)
    if end == 0:
        return (Part(text=title),)
    phrase = title[1 : end - 1].rstrip(".,;:…")
    for quotation in quotations:
        texts = [quotation.text]
        if quotation.original:
            texts.append(" ".join(quotation.original.paragraphs))
        if any(contains(phrase, text, language=language) for text in texts):
            rest = (Part(text=title[end:]),) if title[end:] else ()
            return (Part(text=title[:end], quotation=quotation), *rest)
    return (Part(text=title),)


def _end_of_quoted(title: str) -> int:
    """Return where the quotation ends with which *title* begins, or 0."""
    if not title or title[0] not in OPENERS:
        return 0
    for position in range(1, len(title)):
        if title[position] in OPENING and quoted_start(title[: position + 1]) == 0:
            return position + 1
    return 0

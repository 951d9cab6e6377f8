"""Words that stand for a whole: titles, headlines that quote, first words of a quotation."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from contract.piece import Piece
from contract.text import text_of
from quotations.model import Quotation
from quotations.quotation_marks import ALIKE, OPENING, quoted_start
from verification import contains

# Between the last word that is there and the ellipsis.
LAST_SIGN = re.compile(r"[\s,;:،؛–—-]+…$")
TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)

OPENERS = ALIKE.union(*OPENING.values())


def plain(title: object) -> str:
    """Return a title without its tags, in one line; “a < b” is no tag."""
    return " ".join(html.unescape(TAG.sub("", str(title))).split())


def opening(text: str, most: int) -> str:
    """Return the first words of *text*, in at most *most* characters, its ellipsis included."""
    short = textwrap.shorten(text, most, placeholder="…")
    if short == "…" and text.strip("…"):
        short = f"{text[: most - 1]}…"
    return LAST_SIGN.sub("…", short)


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

"""What a card says: of the site, and of a piece."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from contract.piece import Piece
from contract.publication import Publication
from contract.text import text_of
from languages import Translator
from languages.translator import direction
from quotations.titles import headline_of, plain
from sharing.fonts import Stack
from sharing.model import Card
from sharing.settings import Sharing

CHECKED = ("verbatim", "edited", "translated")

# Signs that turn what follows them round, or join what was apart (UAX #9).
BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# A screen has room for a word or two below an icon.
ARTICLE = re.compile(r"^(?:The|An?)\s+(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSite:
    """What is the same for every page; *url* is empty for the local site."""

    name: str
    url: str
    promise: str
    options: Sharing
    publication: Publication


def is_rtl(language: str) -> bool:
    """Tell whether *language* is read from right to left."""
    return direction(language) == "rtl"


def site_card(site: SharedSite, t: Translator) -> Card:
    """Return the card of the site itself, in the language of *t*."""
    return Card(
        lang=t.lang,
        rtl=is_rtl(t.lang),
        site=t(site.name),
        promise=t(site.promise or site.name),
    )


def article_card(article: Piece, site: SharedSite, t: Translator) -> Card:
    """Return the card of an article."""
    parts = headline_of(article)
    first = parts[0].quotation
    return Card(
        lang=article.lang,
        rtl=is_rtl(article.lang),
        site=t(site.name),
        title="".join(part.text for part in parts),
        quoted=len(parts[0].text) if first and first.mark in CHECKED else 0,
        section=site.publication.section_name(article.category, article.lang),
        names=t.comma.join(site.publication.writers_of(article)),
        record=record_of(article, t),
        marks=tuple(quotation.mark for quotation in text_of(article).quotations),
    )


def record_of(article: Piece, t: Translator) -> str:
    """Return the record of an article's quotations in words, as its page has it."""
    text = text_of(article)
    quotations = text.quotations
    if not quotations:
        return ""
    quoted = t.plural("%(n)s quotation", "%(n)s quotations", len(quotations))
    works = t.plural("from %(n)s source", "from %(n)s sources", len(text.works))
    unchecked = sum(each.mark not in CHECKED for each in quotations)
    if unchecked:
        return t.plural(
            "%(quotations)s %(sources)s, %(n)s not checked",
            "%(quotations)s %(sources)s, %(n)s not checked",
            unchecked,
            quotations=quoted,
            sources=works,
        )
    return t("%(quotations)s %(sources)s, all checked", quotations=quoted, sources=works)


# In which face each part of a card is set.
KINDS = {
    "site": "serif",
    "promise": "serif",
    "title": "serif",
    "section": "sans",
    "names": "bold",
    "record": "sans",
}


def lacking(card: Card, stacks: Mapping[str, Stack]) -> str:
    """Return the letters of *card* that no font here has."""
    return "".join(stacks[kind].lacks(getattr(card, name)) for name, kind in KINDS.items())


def drawable(card: Card, stacks: Mapping[str, Stack]) -> Card:
    """Return *card* without the signs that no font here has: most are emoji."""
    shown: dict[str, Any] = {
        name: stacks[kind].shown(getattr(card, name)) for name, kind in KINDS.items()
    }
    quoted = stacks["serif"].shown(card.title[: card.quoted])
    whole = shown["title"].startswith(quoted)
    return replace(card, **shown, quoted=len(quoted) if whole else 0)


def without_article(name: str) -> str:
    """Return the name of a site without the article that it begins with in English."""
    return ARTICLE.sub("", name)


def one_line(text: object) -> str:
    """Return *text* without tags and without signs that turn its neighbours round."""
    return BIDI_CONTROLS.sub("", plain(text))

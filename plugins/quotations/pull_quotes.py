"""Pull-quotes: that they are in the article, and where they are set."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from problems import Severity
from quotations.document import Document, PullDraft
from quotations.errors import QuotationError
from quotations.markup import child
from quotations.model import PullQuote
from quotations.plain_text import PlainText
from quotations.verification import find_in

NOT_FOUND = QuotationError(
    "the pull-quote is not in the article; repeat its words exactly,"
    " or mark them in place: ==One sentence.=={.pull}",
    "pull-quote",
)
NOT_OURS = QuotationError(
    "the pull-quote repeats words that the article quotes; a reader will take them for"
    " the author’s own",
    "pull-quote-quoted",
)
ASIDE = re.compile(r'\n?<aside [^>]*class="pull-quote"[^>]*>.*?</aside>', re.DOTALL)
ATTRIBUTES = {
    "class": "pull-quote",
    "aria-hidden": "true",
    "data-nosnippet": "",
    "data-pagefind-ignore": "",
}


def set_pull_quotes(
    root: Element,
    pulls: Sequence[tuple[Element, PullDraft]],
    document: Document,
    reader: PlainText,
    *,
    parents: Mapping[Element, Element],
    language: str,
) -> tuple[PullQuote, ...]:
    """Set each of *pulls* as an aside; one that the article does not say is an error.

    A sentence marked in place is repeated behind the block of the text that holds it.
    """
    written = {element for element, draft in pulls if not draft.marked}
    own = " ".join(reader.of(e) for e in root if e.tag != "figure" and e not in written)
    found = []
    for element, draft in pulls:
        if draft.marked:
            paragraphs: tuple[str, ...] = (reader.of(element),)
            element.set("class", "pull")
            _put_behind(root, parents, element, _fill(Element("aside"), paragraphs))
        else:
            paragraphs = reader.paragraphs(element)
            _check(" ".join(paragraphs), own, draft, document, language)
            _fill(element, paragraphs)
        words = " ".join(paragraphs)
        found.append(PullQuote(text=words, marked=draft.marked, line=draft.line))
    return tuple(found)


def _check(words: str, own: str, draft: PullDraft, document: Document, language: str) -> None:
    quoted = " ".join(quotation.text for quotation in document.quotations)
    if find_in(words, own, language=language):
        return
    if find_in(words, quoted, language=language):
        document.report(NOT_OURS, draft.line, Severity.WARNING)
    else:
        document.report(NOT_FOUND, draft.line)


def _fill(aside: Element, paragraphs: Sequence[str]) -> Element:
    """Make *aside* a pull-quote: plain words, hidden from who has read them already."""
    tail = aside.tail
    aside.clear()
    aside.tail = tail or "\n"
    aside.attrib.update(ATTRIBUTES)
    for text in paragraphs:
        child(aside, "p", text)
    return aside


def _put_behind(
    root: Element, parents: Mapping[Element, Element], element: Element, aside: Element
) -> None:
    while parents[element] is not root:
        element = parents[element]
    root.insert(list(root).index(element) + 1, aside)


def without_pull_quotes(content: str) -> str:
    """Return the HTML *content* without the asides that repeat its words."""
    return ASIDE.sub("", content)

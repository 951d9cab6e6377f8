"""Pull-quotes: that they are in the article, and where they are set."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from problems import Severity
from quotations.document import BlockDraft, Document, InlineDraft, PullDraft
from quotations.markup import child
from quotations.model import PullQuote
from quotations.plain_text import PlainText
from verification import QuotationError, find_in

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


class PullQuotes:
    """The pull-quotes of one document: read before its quotations are finished, set after.

    A finished quotation names its source in the text, where no pull-quote may repeat it.
    """

    def __init__(self, root: Element, document: Document, reader: PlainText) -> None:
        self._root = root
        self._document = document
        drafts = {
            element: draft
            for element in root.iter()
            if isinstance(draft := document.drafts.get(element), PullDraft)
        }
        # Nothing inside one that is written out is kept but its words.
        self.inside = {
            each
            for element, draft in drafts.items()
            if not draft.marked
            for each in element.iter()
            if each is not element
        }
        self._drafts = {e: draft for e, draft in drafts.items() if e not in self.inside}
        self._paragraphs = {
            element: (" ".join(reader.of(element).split()),)
            if draft.marked
            else reader.paragraphs(element)
            for element, draft in self._drafts.items()
        }
        self._text = self._own = ""
        if not all(draft.marked for draft in self._drafts.values()):
            self._read(reader)

    def _read(self, reader: PlainText) -> None:
        """Read what the article says: all of it, and without the quotations in its lines."""
        drafts = self._document.drafts.items()
        apart = {
            element
            for element, draft in drafts
            if isinstance(draft, BlockDraft) or (isinstance(draft, PullDraft) and not draft.marked)
        }
        inline = {element for element, draft in drafts if isinstance(draft, InlineDraft)}
        self._text = reader.of(self._root, without=apart)
        self._own = reader.of(self._root, without=apart | inline)

    def set(self, parents: Mapping[Element, Element], *, language: str) -> tuple[PullQuote, ...]:
        """Set each as an aside; one that the article does not say is an error.

        A sentence marked in place is repeated behind the block of the text that holds it.
        """
        found = []
        behind: dict[Element, Element] = {}
        for element, draft in self._drafts.items():
            paragraphs = self._paragraphs[element]
            if draft.marked:
                self._check_place(element, draft, parents)
                element.set("class", "pull")
                block = _block_of(element, parents, self._root)
                aside = _fill(Element("aside"), paragraphs)
                _put_behind(self._root, behind.get(block, block), aside)
                behind[block] = aside
            else:
                self._check_words(" ".join(paragraphs), draft, language)
                _fill(element, paragraphs)
            words = " ".join(paragraphs)
            found.append(PullQuote(text=words, marked=draft.marked, line=draft.line))
        return tuple(found)

    def _check_place(
        self, element: Element, draft: PullDraft, parents: Mapping[Element, Element]
    ) -> None:
        while element in parents:
            element = parents[element]
            if isinstance(self._document.drafts.get(element), BlockDraft | InlineDraft):
                self._document.report(NOT_OURS, draft.line, Severity.WARNING)
                return

    def _check_words(self, words: str, draft: PullDraft, language: str) -> None:
        if find_in(words, self._own, language):
            return
        quotations = self._document.quotations
        if any(find_in(words, quotation.text, language) for quotation in quotations):
            self._document.report(NOT_OURS, draft.line, Severity.WARNING)
        elif not find_in(words, self._text, language):
            self._document.report(NOT_FOUND, draft.line)


def _fill(aside: Element, paragraphs: Sequence[str]) -> Element:
    """Make *aside* a pull-quote: plain words, hidden from who has read them already."""
    tail = aside.tail
    aside.clear()
    aside.tail = tail or "\n"
    aside.attrib.update(ATTRIBUTES)
    for text in paragraphs:
        child(aside, "p", text)
    return aside


def _block_of(element: Element, parents: Mapping[Element, Element], root: Element) -> Element:
    while parents[element] is not root:
        element = parents[element]
    return element


def _put_behind(root: Element, block: Element, aside: Element) -> None:
    root.insert(list(root).index(block) + 1, aside)


def without_pull_quotes(content: str) -> str:
    """Return the HTML *content* without the asides that repeat its words."""
    return ASIDE.sub("", content)

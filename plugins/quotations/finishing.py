"""From drafts in the tree to checked quotations: the last step of a conversion."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from citations import Citation, citation_key
from quotations.attribution import DASH, KEY, cite, parse_attribution
from quotations.checking import UNDETERMINED, Checker
from quotations.document import BlockDraft, Document, Draft, InlineDraft
from quotations.markup import (
    caption,
    check_details,
    mark_omissions,
    original_details,
    set_language,
    short_citation,
)
from quotations.model import (
    Attribution,
    Original,
    Quotation,
    Work,
)
from quotations.plain_text import PlainText
from quotations.pull_quotes import PullQuotes
from verification import QuotationError, Verification, fold, text_fragment

DIGITS = 8


class StableIds:
    """Names the quotations of one document."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def name(self, words: Sequence[str], work: Hashable) -> str:
        """Return ``q-`` and eight hexadecimal digits of the quoted *words* and their *work*.

        *words* are those that were checked: of a translation, the original's. A second
        quotation of the same words from the same work gets ``-2``.
        """
        said = repr((fold(" ".join(words)), work))
        digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
        self._given[digest] += 1
        number = self._given[digest]
        return f"q-{digest}" + (f"-{number}" if number > 1 else "")


class Finisher:
    """Finishes the drafts of one document."""

    def __init__(self, document: Document, *, language: str, stash: Sequence[str]) -> None:
        setting = document.setting
        self.document = document
        self.language = language or setting.language
        self.t = setting.translate(self.language)
        self.reader = PlainText(stash)
        self.checker = Checker(
            library=setting.library, strict=setting.strict, problems=document.problems
        )
        self.ids = StableIds()
        self.quotations: list[Quotation] = []
        self.works: dict[Hashable, list[Quotation]] = {}

    def finish(self, root: Element) -> None:
        """Finish all drafts below *root*, in the order of the text."""
        parents = {each: parent for parent in root.iter() for each in parent}
        pulls = PullQuotes(root, self.document, self.reader)
        for element in list(root.iter()):
            draft = self.document.drafts.get(element)
            if element in pulls.inside:
                self._pass_over(draft)
            elif isinstance(draft, BlockDraft):
                self._block(element, draft)
            elif isinstance(draft, InlineDraft):
                self._inline(element, draft, parents)
        for key in self.document.stray_keys:
            self._stray(key)
        self.document.quotations = tuple(self.quotations)
        self.document.works = tuple(
            Work(id=f"s{number}", quotations=tuple(quotations))
            for number, quotations in enumerate(self.works.values(), start=1)
        )
        self.document.pull_quotes = pulls.set(parents, language=self.language)

    def _pass_over(self, draft: Draft | None) -> None:
        """Count the key of a quotation that a pull-quote repeats: the text has it already."""
        if isinstance(draft, InlineDraft):
            self.document.lines.occurrence(f"[@{draft.key}]")

    def _stray(self, key: str) -> None:
        line = self.document.lines.occurrence(f"[@{key}]")
        message = (
            f"[@{key}] stands alone; put it directly after quoted text: “…” [@{key}],"
            " or in an attribution: > — WHO, [@…]"
        )
        self.document.report(QuotationError(message, "stray-key"), line)

    def _attribution(self, draft: BlockDraft) -> Attribution | None:
        try:
            return parse_attribution(draft.attribution)
        except QuotationError as error:
            self.document.report(error, draft.line)
            return None

    def _block(self, figure: Element, draft: BlockDraft) -> None:
        attribution = self._attribution(draft)
        for key in KEY.finditer(draft.attribution):
            self.document.lines.occurrence(key[0])
        self._require_visible(draft.quote, draft.line)
        paragraphs = self.reader.paragraphs(draft.quote)
        original = None
        if draft.original is not None:
            self._require_visible(draft.original, draft.line)
            original = Original(
                paragraphs=self.reader.paragraphs(draft.original),
                language=draft.original_language or UNDETERMINED,
            )
        quotation = self._check(
            paragraphs,
            attribution or Attribution(person=DASH.sub("", draft.attribution)),
            draft.line,
            original=original,
            unreadable=attribution is None,
            empty=not len(draft.quote),
        )
        self._figure(figure, draft, quotation)

    def _require_visible(self, quoted: Element, line: int | None) -> None:
        try:
            self.reader.require_visible(quoted)
        except QuotationError as error:
            self.document.report(error, line)

    def _check(
        self,
        paragraphs: tuple[str, ...],
        attribution: Attribution,
        line: int | None,
        *,
        original: Original | None = None,
        inline: bool = False,
        unreadable: bool = False,
        empty: bool = False,
    ) -> Quotation:
        """Verify one quotation, and add it to the record.

        What is wrong with one that is *unreadable* or *empty* was already said.
        """
        citation = self.checker.citation(attribution.key, self.document.location(line))
        theirs = citation.language if citation and not original else ""
        quotation = Quotation(
            id=f"q{len(self.quotations) + 1}",
            paragraphs=paragraphs,
            language=theirs or self.language,
            attribution=attribution,
            inline=inline,
            line=line,
            original=original,
            citation=citation,
        )
        told = unreadable or bool(attribution.key and citation is None)
        found = Verification() if empty else self._compare(quotation, told=told)
        return self._record(quotation, found)

    def _compare(self, quotation: Quotation, *, told: bool) -> Verification:
        """Compare the words with their source; *told* where it was said why they cannot be."""
        checked = quotation.original or quotation
        return self.checker.check(
            checked.paragraphs,
            quotation.citation,
            language=checked.language,
            location=self.document.location(quotation.line),
            advice=self._advice(quotation.citation, quotation.original),
            quiet=told,
        )

    def _record(self, quotation: Quotation, found: Verification) -> Quotation:
        """Add the quotation to the record, with what was found and what is to be printed of it."""
        words = (quotation.original or quotation).paragraphs
        snapshot = self.checker.snapshot(quotation.citation)
        cited = cite(
            quotation.attribution,
            quotation.citation,
            fragment=text_fragment(words, found, snapshot),
            source_named=self.document.setting.library.source_named,
        )
        quotation = replace(quotation, cited=cited, verification=found)
        work = _work_of(quotation)
        quotation = replace(quotation, stable_id=self.ids.name(words, work))
        self.quotations.append(quotation)
        self.works.setdefault(work, []).append(quotation)
        return quotation

    def _advice(self, citation: Citation | None, original: Original | None) -> str:
        if original or citation is None or citation.language in ("", self.language):
            return ""
        return (
            f"; the work is in {citation.language}: give its own words in a nested block"
            f" quote that ends with > > {{: lang={citation.language} }}"
        )

    def _figure(self, figure: Element, draft: BlockDraft, quotation: Quotation) -> None:
        cited, t = quotation.cited, self.t
        address = quotation.attribution.url or (
            quotation.citation.url if quotation.citation else ""
        )
        figure.attrib.update(
            {"class": "quotation h-cite", "id": quotation.id, "data-result": quotation.result}
        )
        draft.quote.set("class", "p-content")
        draft.quote.set("id", quotation.stable_id)
        set_language(draft.quote, quotation.language, self.language)
        if address:
            draft.quote.set("cite", address)
        mark_omissions(draft.quote)
        if draft.original is not None and quotation.original:
            figure.remove(draft.original)
            details, quote = original_details(quotation.original, address, t)
            quote.extend(list(draft.original))
            mark_omissions(quote)
            figure.append(details)
        figure.append(check_details(quotation, t))
        source_href = self.document.setting.source_href
        href = source_href(cited.source, self.language) if cited.source else ""
        figure.append(caption(cited, t, source_href=href))

    def _inline(
        self, span: Element, draft: InlineDraft, parents: Mapping[Element, Element]
    ) -> None:
        line = self.document.lines.occurrence(f"[@{draft.key}]")
        try:
            key = citation_key(draft.key)
        except QuotationError as error:
            self.document.report(error, line)
            return
        self._require_visible(span, line)
        words = " ".join(self.reader.of(span).split())[1:-1].strip()
        quotation = self._check((words,), Attribution(key=key), line, inline=True)
        span.attrib.update({"class": "quoted", "id": quotation.id, "data-result": quotation.result})
        if quotation.language != self.language:
            set_language(span, quotation.language, self.language)
        mark_omissions(span)
        number = list(self.works).index(_work_of(quotation)) + 1
        # A link cannot hold another.
        href = "" if _stands_in_link(span, parents) else f"#s{number}"
        citation = short_citation(quotation.cited, self.t, href=href)
        citation.set("id", quotation.stable_id)
        citation.tail, span.tail = span.tail, " "
        parent = parents[span]
        parent.insert(list(parent).index(span) + 1, citation)


def _stands_in_link(element: Element, parents: Mapping[Element, Element]) -> bool:
    while element in parents:
        element = parents[element]
        if element.tag == "a":
            return True
    return False


def _work_of(quotation: Quotation) -> Hashable:
    """Return what tells one work from another."""
    cited = quotation.cited
    if quotation.citation:
        return quotation.citation.key
    return quotation.attribution.url or (cited.person, cited.title, cited.outlet)

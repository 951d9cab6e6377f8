"""Whether a republished text says where it was first published, and is its source's.

It is compared paragraph by paragraph, as a quotation is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from xml.etree.ElementTree import Element

from citations import Library, citation_key
from problems import Severity, counted, did_you_mean
from quotations.checking import Checker, differences
from quotations.document import Document, Passage, SourceLines
from quotations.model import Compared, Republication, RepublicationKind
from quotations.plain_text import PlainText
from verification import (
    Course,
    LeftOut,
    QuotationError,
    Result,
    Snapshot,
    course_of,
    shortened,
    verify,
)

# What says whether a page may be found in a search (Google's and Bing's directives).
INDEXING = frozenset({"all", "index", "noindex", "none"})

_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr th td blockquote pre div"
    " figure section".split()
)
# What is the site's own, or not in the order of the text.
_OWN = frozenset({"aside", "details", "figcaption"})


def republication_of(fields: Mapping[str, str], library: Library) -> Republication | None:
    """Return what the metadata fields `source`, `republication` and `robots` say, or None.

    Raises QuotationError where only one is given, or what they say is unknown.
    """
    source, kind = fields.get("source", "").strip(), fields.get("republication", "").strip()
    if not source and not kind:
        return None
    if not source:
        raise QuotationError(
            "a republished article names where it was taken from; add “Source: @key”",
            "republication",
        )
    if not kind:
        raise QuotationError(
            "say how the article was taken over; add “Republication: verbatim”,"
            " “translation” or “excerpt”",
            "republication",
        )
    taken = _republication(source, _kind(kind), library)
    return replace(taken, robots=_robots(taken.kind, fields.get("robots", "").strip()))


def _robots(kind: RepublicationKind, said: str) -> str:
    """Return what search engines are told: not to show a copy, unless *said* otherwise."""
    directives = {each.strip() for each in said.lower().split(",")}
    if kind is not RepublicationKind.VERBATIM or directives & INDEXING:
        return said
    return ", ".join(filter(None, ("noindex", said)))


def _kind(text: str) -> RepublicationKind:
    try:
        return RepublicationKind(text.lower())
    except ValueError:
        hint = did_you_mean(text, RepublicationKind)
        raise QuotationError(
            f"a republication is verbatim, translation or excerpt, not “{text}”{hint}",
            "republication",
        ) from None


def _republication(source: str, kind: RepublicationKind, library: Library) -> Republication:
    if not source.startswith("@"):
        known = library.source_named(source)
        return Republication(kind=kind, source=known, outlet=known.title if known else source)
    key = citation_key(source[1:])
    citation = library.citation(key)
    if citation is None:
        raise QuotationError(library.unknown(key), "unknown-citation")
    return Republication(
        kind=kind, citation=citation, source=citation.source, outlet=citation.outlet
    )


def passages_of(root: Element, reader: PlainText, lines: SourceLines) -> tuple[Passage, ...]:
    """Return the paragraphs of a finished text, in order; pull-quotes and footnotes are none."""
    citations = {each for each in root.iter("cite") if each.get("class") == "citation"}
    apart = citations | {each for each in root.iter() if each.tag in _BLOCKS | _OWN}
    passages = []
    line = 0
    for block, quoted in _blocks(root, quoted=False):
        if text := " ".join(reader.of(block, without=apart - {block}).split()):
            line = lines.paragraph(text, line) or line
            passages.append(Passage(text=text, quoted=quoted, line=line or None))
    return tuple(passages)


def _blocks(element: Element, *, quoted: bool) -> Iterator[tuple[Element, bool]]:
    for each in element:
        name = each.get("class", "").partition(" ")[0]
        if each.tag in _OWN or name == "footnote":
            continue
        inside = quoted or name == "quotation"
        if each.tag in _BLOCKS:
            yield each, inside
        yield from _blocks(each, quoted=inside)


def compared(
    taken: Republication, document: Document, *, language: str, line: int | None
) -> Republication:
    """Return *taken* with what comparing the passages of *document* with its source found.

    *line* is that of the field that names the source. What differs is added to the problems
    of *document*: as warnings, or as errors where the site is strict. A translation is not
    compared.
    """
    if taken.kind is RepublicationKind.TRANSLATION:
        return taken
    setting = document.setting
    checker = Checker(library=setting.library, strict=setting.strict, problems=document.problems)
    snapshot = checker.snapshot(taken.citation)
    if taken.citation is None or snapshot is None:
        if not (taken.citation and taken.citation.snapshot.is_file()):
            checker.unchecked(taken.citation, document.location(line))
        return taken
    comparison = _Comparison(
        document=document,
        snapshot=snapshot,
        language=taken.citation.language or language,
        place=f"citations/{taken.citation.snapshot.name}",
    )
    return replace(taken, compared=comparison.run(whole=taken.kind is RepublicationKind.VERBATIM))


class Standing(Enum):
    """Whether a passage is the source's, or why not; in brackets it may be all the editors'."""

    THEIRS = auto()
    DIFFERENT = auto()
    UNREADABLE = auto()
    OURS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comparison:
    """One text and its source; *place* names the file of the snapshot."""

    document: Document
    snapshot: Snapshot
    language: str
    place: str

    def run(self, *, whole: bool) -> Compared:
        """Tell what differs; of the *whole* text, nothing may be left out without a mark."""
        passages = self.document.passages
        stands = [self._stands_there(each) for each in passages]
        # The editors' brackets and marks of elision tell what may lie between.
        texts = [each.text for each in passages]
        is_readable = Standing.UNREADABLE not in stands
        course = course_of(texts, self.snapshot, self.language) if is_readable else Course()
        if course.displaced is not None:
            self.say(
                f"this paragraph stands further up in {self.place} than the one before it;"
                " keep the order of the source",
                "republication-order",
                passages[course.displaced],
            )
        left_out = course.left_out if whole else ()
        if left_out:
            self._tell_left_out(left_out)
        return Compared(
            paragraphs=len(stands) - stands.count(Standing.OURS),
            differing=stands.count(Standing.UNREADABLE)
            + stands.count(Standing.DIFFERENT)
            + (course.displaced is not None),
            left_out=sum(each.words for each in left_out),
        )

    def _stands_there(self, passage: Passage) -> Standing:
        """Tell whether the source has the passage; say how it differs, if it does."""
        try:
            found = verify(passage.text, self.snapshot, language=self.language)
        except QuotationError as error:
            if error.code == "no-quoted-words":
                return Standing.OURS
            self.document.report(error, passage.line)
            return Standing.UNREADABLE
        if found.result is Result.DRIFTED:
            place = f"{self.place}:{found.line}" if found.line else self.place
            self.say(
                f"the republished text differs from {place}: {differences(found)}",
                "republication-differs",
                passage,
            )
        elif found.result is Result.ABSENT:
            self.say(
                f"nothing like “{shortened(passage.text)}” is in {self.place}, which this text"
                " republishes; put words of your own in square brackets",
                "republication-adds",
                passage,
            )
        # Of what is checked as a quotation, too, they were told there.
        for caution in () if passage.quoted else found.cautions:
            self.say(caution.message, caution.code, passage, Severity.WARNING)
        passed = found.result in (Result.VERBATIM, Result.EDITED)
        return Standing.THEIRS if passed else Standing.DIFFERENT

    def _tell_left_out(self, left_out: Sequence[LeftOut]) -> None:
        first, count = left_out[0], sum(each.words for each in left_out)
        self.say(
            f"{counted(count, 'word')} of {self.place} left out without a mark, first in line"
            f" {first.line}: “{shortened(first.text)}”; write […] there, or say"
            " “Republication: excerpt”",
            "republication-incomplete",
            self.document.passages[first.passage],
        )

    def say(
        self, message: str, code: str, passage: Passage, severity: Severity | None = None
    ) -> None:
        """Note what is wrong with *passage*; how grave it is, the site decides."""
        usual = Severity.ERROR if self.document.setting.strict else Severity.WARNING
        self.document.report(QuotationError(message, code), passage.line, severity or usual)

"""One document while it is converted: what was quoted in it, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from citations import Library, Source
from languages.translator import Translator
from problems import Location, Problem, Severity
from quotations.lines import SourceLines
from quotations.model import PullQuote, Quotation, Work
from verification import QuotationError

NO_PATH = Path("<text>")
# An outlet and the language of a text: where a link in that text leads.
SourceHref = Callable[[Source, str], str]


def no_href(_source: Source, _language: str) -> str:
    """Link no outlet: outside a site it has no page."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a conversion needs from outside; the defaults are those of a text without a site.

    *republished* asks for the passages of the text, to compare them with its source.
    """

    library: Library = field(default_factory=Library)
    translate: Callable[[str], Translator] = Translator
    language: str = "en"
    path: Path = NO_PATH
    strict: bool = False
    source_href: SourceHref = no_href
    republished: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph of a text; *quoted* where it is checked as a quotation, too."""

    text: str
    quoted: bool = False
    line: int | None = None


@dataclass(slots=True, kw_only=True)
class BlockDraft:
    """An attributed block quote between block parsing and the finished figure."""

    attribution: str
    quote: Element
    original: Element | None = None
    original_language: str = ""
    line: int | None = None


@dataclass(slots=True, kw_only=True)
class InlineDraft:
    """A quoted phrase and its citation key."""

    key: str


@dataclass(slots=True, kw_only=True)
class PullDraft:
    """A pull-quote: marked in place, or written out."""

    marked: bool
    line: int | None = None


Draft = BlockDraft | InlineDraft | PullDraft


@dataclass(slots=True, kw_only=True)
class Document:
    """What one conversion gathers: first drafts by element, in the end the finished record."""

    setting: Setting
    source: Sequence[str] = ()
    drafts: dict[Element, Draft] = field(default_factory=dict)
    stray_keys: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    quotations: tuple[Quotation, ...] = ()
    pull_quotes: tuple[PullQuote, ...] = ()
    works: tuple[Work, ...] = ()
    passages: tuple[Passage, ...] = ()
    _lines: SourceLines | None = None

    @property
    def lines(self) -> SourceLines:
        """The lines of the source, indexed when they are first asked for."""
        if self._lines is None:
            self._lines = SourceLines(self.source)
        return self._lines

    def location(self, line: int | None) -> Location:
        """Return the place of *line* in this document."""
        return Location(path=self.setting.path, line=line)

    def report(
        self,
        error: QuotationError,
        line: int | None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Note what is wrong at *line*."""
        problem = Problem(
            message=str(error),
            code=error.code,
            location=self.location(line),
            severity=severity,
        )
        self.problems.append(problem)

"""What one conversion gathers, and the lines of the text it reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from citations import Library, Source
from languages.translator import Translator
from problems import Location, Problem, Severity
from quotations.model import PullQuote, Quotation, Work
from verification import QuotationError

# What stands before a line of a block: its signs, and the marker of an item or a footnote.
_MARKERS = re.compile(r"^[ \t>]*(?:(?:[-*+:]|\d+[.)]|\[\^[^\]]+\]:)[ \t]+[ \t>]*)*")
# As Python-Markdown's fenced_code reads it: never indented, and closed by the same.
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[^`]*$")

# So many letters tell one paragraph from another.
_ENOUGH = 16

NO_PATH = Path("<text>")
# An outlet and the language of a text: where a link in that text leads.
SourceHref = Callable[[Source, str], str]


def _bare(line: str) -> str:
    return _MARKERS.sub("", line).strip(" >\t")


class SourceLines:
    """The lines of one document, searched from the top down; code fences are passed over."""

    def __init__(self, lines: Sequence[str] = ()) -> None:
        self._lines = [_bare(line) for line in lines]
        self._code = _fenced(lines)
        self._next = 0
        self._taken: dict[str, int] = {}

    def block(self, text: str) -> int | None:
        """Return the line (from 1) where the lines of *text* stand next, or None."""
        wanted = [_bare(line) for line in text.split("\n")]
        start = self._find(wanted, self._next)
        if start is not None:
            self._next = start + len(wanted)
        else:
            # Footnotes are read last, and a block inside another after it.
            start = self._find(wanted, 0)
        return self._find_first(wanted) if start is None else start + 1

    def _find_first(self, wanted: list[str]) -> int | None:
        """Return the line where the first of the lines ends: other blocks may stand before it."""
        first = next(filter(None, wanted), "")
        for number, line in enumerate(self._lines):
            if first and line.endswith(first) and number not in self._code:
                return number + 1
        return None

    def _find(self, wanted: list[str], start: int) -> int | None:
        for number in range(start, len(self._lines) - len(wanted) + 1):
            found = self._lines[number : number + len(wanted)] == wanted
            if found and number not in self._code:
                return number
        return None

    def occurrence(self, text: str) -> int | None:
        """Return the line of the next occurrence of *text* that was not asked for yet."""
        wanted = self._taken.get(text, 0)
        self._taken[text] = wanted + 1
        for number, line in enumerate(self._lines):
            if number not in self._code:
                wanted -= line.count(text)
                if wanted < 0:
                    return number + 1
        return None

    def paragraph(self, text: str, after: int = 0) -> int | None:
        """Return the first line behind line *after* that begins as *text* does, or None.

        What is compared are letters: a text has lost its signs when this is asked.
        """
        wanted = _letters(text)
        for number in range(after, len(self._lines)):
            letters = _letters(self._lines[number])
            shared = min(len(wanted), len(letters), _ENOUGH)
            if shared and letters[:shared] == wanted[:shared] and number not in self._code:
                return number + 1
        return None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _fenced(lines: Sequence[str]) -> set[int]:
    """Return the indices of the lines inside fenced code; an open fence is none."""
    inside: set[int] = set()
    fence, start = "", 0
    for number, line in enumerate(lines):
        if fence:
            if line.rstrip(" ") == fence:
                inside.update(range(start, number + 1))
                fence = ""
        elif match := _FENCE.match(line):
            fence, start = match["fence"], number
    return inside


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
        path = self.setting.path
        self.problems.append(Problem.at(path, str(error), error.code, line=line, severity=severity))

"""Quotations, and what else of others' words stands in a text, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from citations import Citation, PartialDate, Source
from verification import Result, Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said it, and where: the last line of a quotation."""

    person: str = ""
    role: str = ""
    key: str = ""
    title: str = ""
    url: str = ""
    outlet: str = ""
    date: PartialDate | None = None
    translator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What to print of an attribution, its gaps filled from the recorded work.

    *url* leads to the quoted words themselves, where that can be said in a URL.
    """

    person: str = ""
    role: str = ""
    title: str = ""
    url: str = ""
    language: str = ""
    outlet: str = ""
    source: Source | None = None
    date: PartialDate | None = None
    translator: str = ""
    archive: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The words that a translated quotation translates."""

    paragraphs: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Somebody else's words in an article, with where they come from and what was checked.

    *paragraphs* are plain text. *citation* is None where the attribution names no recorded work.
    *id* is its place in the text (``q1`` …); *stable_id* stays when the text around it changes.
    """

    id: str
    paragraphs: tuple[str, ...]
    language: str
    attribution: Attribution
    cited: Cited = field(default_factory=Cited)
    inline: bool = False
    line: int | None = None
    original: Original | None = None
    stable_id: str = ""
    citation: Citation | None = None
    verification: Verification = field(default_factory=Verification)

    @property
    def text(self) -> str:
        """The quoted words as one line."""
        return " ".join(self.paragraphs)

    @property
    def result(self) -> Result:
        """What checking it found."""
        return self.verification.result

    @property
    def mark(self) -> str:
        """The form of its seam: a checked translation has one of its own."""
        if self.original and self.result in (Result.VERBATIM, Result.EDITED):
            return "translated"
        return str(self.result)


@dataclass(frozen=True, slots=True, kw_only=True)
class PullQuote:
    """The author's own words, drawn out of the text; *marked* where they stand in it."""

    text: str
    marked: bool
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an article says was corrected after it was published: the day, and what was wrong."""

    date: PartialDate
    text: str


class RepublicationKind(StrEnum):
    """How a republished article was taken from its source."""

    VERBATIM = "verbatim"
    TRANSLATION = "translation"
    EXCERPT = "excerpt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How much of a republished text is not its source's; *left_out* are unmarked words."""

    paragraphs: int
    differing: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Republication:
    """That an article was published elsewhere first, where and how it was taken over; what follows.

    *source* is the outlet's record, *outlet* its name where no record exists.
    *robots* is what search engines are told, or an empty text.
    *compared* is None where the text was not compared with its source.
    Templates, structured data and feeds read what follows here, and decide nothing.
    """

    kind: RepublicationKind
    citation: Citation | None = None
    source: Source | None = None
    outlet: str = ""
    robots: str = ""
    compared: Compared | None = None

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote it; where nobody is named, the byline is the outlet's."""
        return tuple(map(str, self.citation.authors)) if self.citation else ()

    @property
    def canonical(self) -> str:
        """The address that stands for the text, where that is not its own here."""
        whole = self.kind is RepublicationKind.VERBATIM
        return self.citation.url if whole and self.citation else ""

    @property
    def licensed(self) -> bool:
        """Whether the site's licence covers the text: what others wrote is not ours to give."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One work that an article quotes, with its place in the sheet of sources (``s1`` …)."""

    id: str
    quotations: tuple[Quotation, ...]

    @property
    def citation(self) -> Citation | None:
        """The recorded work, or None where the attribution alone describes it."""
        return self.quotations[0].citation

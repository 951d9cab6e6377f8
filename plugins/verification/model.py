"""What comparing a quotation with its source finds, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Result(StrEnum):
    """What comparing a quotation with its source found (DESIGN, section 4)."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    DRIFTED = "drifted"
    ABSENT = "absent"
    UNCHECKED = "unchecked"


class QuotationError(ValueError):
    """The quotation cannot be compared with anything as it is written.

    The message says what to do; *code* is kebab-case and stable.
    """

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where in `Snapshot.text` a fragment was found: text[start:end]."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """A reason to look again at a quotation that passed."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the source's own text; *omitted* where the quotation left it out."""

    text: str
    omitted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    """Words in brackets that the editors put in, and the source's words they stand for."""

    text: str
    replaces: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Words that differ: what the quotation says, and what the source says in that place."""

    quoted: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was found when a quotation was compared with a snapshot.

    *positions* has a place for each fragment of a quotation that passed, in order.
    *words* counts the quoted words, *omitted_words* those left out between its fragments.
    *collation* is the source's own text from the first fragment to the last, where words
    were left out. *line* is where the passage, or the nearest to it, begins in the snapshot.
    """

    result: Result = Result.UNCHECKED
    positions: tuple[Position, ...] = ()
    words: int = 0
    omitted_words: int = 0
    elisions: int = 0
    insertions: tuple[Insertion, ...] = ()
    collation: tuple[Piece, ...] = ()
    differences: tuple[Difference, ...] = ()
    cautions: tuple[Caution, ...] = ()
    line: int | None = None
    note: str = ""

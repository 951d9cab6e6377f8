"""A quotation taken apart: its fragments, and the marks between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a mark says that the editors did."""

    ELISION = "elision"
    INSERTION = "insertion"
    SIC = "sic"
    ALTERATION = "alteration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark as it was written; *text* is what stands in the brackets.

    *before* and *after* tell that letters of the same word touch it there.
    """

    kind: Kind
    written: str
    text: str = ""
    before: bool = False
    after: bool = False

    @property
    def changes_case(self) -> bool:
        """Whether it may be a letter whose case was changed, as in [t]he."""
        return self.kind is Kind.ALTERATION and len(self.text) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """Words between two marks, folded and without the punctuation at their edges.

    *opening* and *closing* are the question and exclamation marks that stood there.
    *loose* are the places of letters whose case the editors changed.
    *raw* is the fragment as written.
    """

    text: str
    raw: str
    opening: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    loose: frozenset[int] = frozenset()
    open_start: bool = False
    open_end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to understand a quotation: joints[0] stands before fragments[0], and so on."""

    fragments: tuple[Fragment, ...]
    joints: tuple[tuple[Mark, ...], ...]
    last_stops: frozenset[str] = frozenset()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks in order."""
        return tuple(mark for joint in self.joints for mark in joint)

    @property
    def is_edited(self) -> bool:
        """Whether anything was left out, put in or changed."""
        return bool(self.marks) or any(fragment.loose for fragment in self.fragments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A quotation as it was written: texts[0], marks[0], texts[1], and so on.

    *closed* is false where its brackets do not match; then they are no marks.
    """

    texts: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    closed: bool = True

    @property
    def text(self) -> str:
        """The whole, as written."""
        pairs = zip(self.texts, [*(mark.written for mark in self.marks), ""], strict=True)
        return "".join(text + written for text, written in pairs)

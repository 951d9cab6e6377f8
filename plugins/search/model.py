"""What can be searched for, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Somebody else's words in a text: *start* and *end* count its words, from 0.

    *id* is what leads to them on their page, *mark* the form of their seam.
    """

    start: int
    end: int
    id: str
    mark: str
    language: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value that narrows a search: a section, a year, somebody quoted, an outlet."""

    kind: str
    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A text as it is searched; *words* are those of its passages too, in their order.

    *url* is below the site's address; *date* and *by* are as readers see them.
    """

    url: str
    language: str
    title: str
    words: tuple[str, ...]
    date: str = ""
    by: str = ""
    passages: tuple[Passage, ...] = ()
    marks: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()

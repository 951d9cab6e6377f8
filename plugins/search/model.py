"""What can be searched for, as data."""

from __future__ import annotations

from dataclasses import dataclass

from languages.addresses import Address

PLACE = "search/"
INDEX = "pagefind/"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPages:
    """Where readers search, by language; *index* is what they search in."""

    default: str
    versions: tuple[Address, ...]
    index: str = INDEX

    def url(self, language: str) -> str:
        """Return the address of the page in *language*, or else in the site's own."""
        known = {each.lang: each.url for each in self.versions}
        return known.get(language, PLACE)

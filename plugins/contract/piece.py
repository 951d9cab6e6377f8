"""What our plugins read of an article or a page of Pelican's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contract.text import Text


class Subject(Protocol):
    """A section, a tag or an author; as text, its name."""

    @property
    def slug(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def save_as(self) -> str: ...


class Piece(Protocol):
    """An article or a page. What it may lack is asked for with the functions below."""

    title: str
    lang: str
    slug: str
    date: datetime
    status: str
    summary: str
    in_default_lang: bool
    source_path: str
    relative_source_path: str
    metadata: Mapping[str, object]
    text: Text
    # Its HTML before links are resolved: Pelican keeps the content with those of the first asking.
    _content: str

    @property
    def category(self) -> Subject: ...
    @property
    def translations(self) -> Sequence[Piece]: ...
    @property
    def url(self) -> str: ...
    @property
    def save_as(self) -> str: ...
    def get_content(self, siteurl: str) -> str: ...


def authors_of(piece: Piece) -> Sequence[Subject]:
    """Return the authors of the house that *piece* names."""
    found: Sequence[Subject] = getattr(piece, "authors", ())
    return found


def tags_of(piece: Piece) -> Sequence[Subject]:
    """Return the tags of *piece*."""
    found: Sequence[Subject] = getattr(piece, "tags", ())
    return found


def section_of(piece: Piece) -> Subject | None:
    """Return the section of *piece*; a page of the house has none."""
    found: Subject | None = getattr(piece, "category", None)
    return found


def moment_of(piece: Piece, name: str) -> datetime | None:
    """Return when *piece* was published (``date``) or ``modified``, where it says so."""
    found: datetime | None = getattr(piece, name, None)
    return found


def stated(piece: Piece, name: str, default: str = "") -> str:
    """Return a field of the metadata of *piece* as text, *default* where it does not say it."""
    return str(piece.metadata.get(name, default))


def articles_of(generator: object, *, drafts: bool = False) -> list[Piece]:
    """Return what Pelican's *generator* of articles has read, with or without *drafts*."""
    lists = ["articles", "translations", "hidden_articles", "hidden_translations"]
    lists += ["drafts", "drafts_translations"] if drafts else []
    return [each for name in lists for each in getattr(generator, name)]


def translations_too(pieces: Sequence[Piece]) -> list[Piece]:
    """Return each of *pieces* with its translations behind it."""
    return [each for piece in pieces for each in (piece, *piece.translations)]


def pieces_in(context: Mapping[str, Sequence[Piece]], *lists: str) -> list[Piece]:
    """Return each piece of *lists*, which Pelican's *context* names, with its translations."""
    return [each for name in lists for each in translations_too(context[name])]

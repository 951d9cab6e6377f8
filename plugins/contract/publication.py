"""What the site carries: `publication` in templates, and `publication_of(settings)` for plugins."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from contract.piece import Piece, authors_of
from contract.text import text_of
from incremental import Lookups, Tracked
from problems import Problem, tell

if TYPE_CHECKING:
    from assets.model import Asset, Colour
    from citations import Library
    from comments.model import Service
    from languages.listings import Listing
    from languages.pages import ListPages
    from languages.translator import Translators
    from metadata.model import AuthorRecord
    from record.model import Editions
    from search.model import SearchPages
    from settings.model import MenuEntry

# The one key of ours in the settings; Pelican hands it on to templates.
PUBLICATION = "publication"
Own = TypeVar("Own")
# Pelican's own, which may hold anything: its settings, what it hands to templates, and a text's.
Settings = MutableMapping[str, Any]
Context = Mapping[str, Any]
Metadata = MutableMapping[str, Any]


@dataclass(slots=True, kw_only=True)
class Publication(Tracked):
    """What plugins found out about the site. What is empty or None, no plugin found.

    *languages* are those of the settings, *names_of_sections* their names by language.
    *menu* are the entries of the setting NAVIGATION, *writers* the records of authors by their
    names, *library* the recorded works. *assets* are by the names that templates call them,
    *palette* are the colours of the site by their tokens, and *comments* is who keeps them.
    When everything is read, *listings* are what each language has, *lists* where that is
    listed, *editions* the record, and *search* where readers search. *left_out* are files below
    the output, as they are seen from it, that are not made because something is wrong.
    """

    language: str
    languages: tuple[str, ...]
    names_of_sections: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    plugins: frozenset[str] = frozenset()
    menu: Sequence[MenuEntry] = ()
    writers: Mapping[str, AuthorRecord] = field(default_factory=dict)
    library: Library | None = None
    translators: Translators | None = None
    assets: dict[str, Asset] = field(default_factory=dict)
    palette: Mapping[str, Colour] = field(default_factory=dict)
    comments: Service | None = None
    listings: Mapping[str, Listing] = field(default_factory=dict)
    lists: ListPages | None = None
    editions: Editions | None = None
    search: SearchPages | None = None
    left_out: set[str] = field(default_factory=set)
    _own: Lookups[type, object] = field(default_factory=partial(Lookups, "publication own"))

    def trace_name(self) -> str:
        """Return the name by which builds find it again."""
        return "publication"

    def trace_parts(self) -> Iterable[object]:
        """Return what is tracked by itself."""
        return (*self.listings.values(), self.lists, self.editions, self._own)

    @property
    def languages_used(self) -> tuple[str, ...]:
        """The languages that have an article, in the order of the site's."""
        return tuple(self.listings)

    @property
    def authors(self) -> Mapping[str, AuthorRecord]:
        """The records of authors, by their slugs."""
        return {record.slug: record for record in self.writers.values()}

    def author_name(self, author: object, language: str) -> str:
        """Return what readers of *language* call an author."""
        record = self.writers.get(str(author))
        return record.name_in(language) if record else str(author)

    def writers_of(self, piece: Piece) -> list[str]:
        """Return who wrote *piece*, by name: what others published first is theirs."""
        if taken := text_of(piece).republication:
            return list(taken.authors or filter(None, (taken.outlet,)))
        return [self.author_name(author, piece.lang) for author in authors_of(piece)]

    def section_name(self, section: object, language: str) -> str:
        """Return what a section is called in *language*."""
        return self.names_of_sections.get(str(section), {}).get(language, str(section))

    def keep(self, value: object) -> None:
        """Keep what only one plugin needs, between its handlers: one of each class."""
        self._own[type(value)] = value

    def own(self, kind: type[Own]) -> Own:
        """Return what a plugin keeps of its class *kind*."""
        return cast("Own", self._own[kind])


def publication_of(settings: Settings) -> Publication:
    """Return what the site of Pelican's *settings* carries."""
    if PUBLICATION not in settings:
        default = settings["DEFAULT_LANG"]
        settings[PUBLICATION] = Publication(
            language=default,
            languages=tuple(settings.get("LANGUAGES", (default,))),
            names_of_sections=settings.get("SECTIONS", {}),
            plugins=frozenset(map(_name, settings.get("PLUGINS") or ())),
        )
    return cast("Publication", settings[PUBLICATION])


def _name(plugin: object) -> str:
    """Return what PLUGINS calls a plugin: by its name, or the module itself."""
    return str(getattr(plugin, "__name__", plugin)).removeprefix("pelican.plugins.")


def build_time() -> datetime:
    """Return the time of the build (reproducible-builds.org, SOURCE_DATE_EPOCH)."""
    return datetime.fromtimestamp(float(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), UTC)


def offer(settings: Settings, **named: object) -> None:
    """Let templates call what is *named*, unless the site names something else so."""
    settings["JINJA_GLOBALS"] = {**named, **settings["JINJA_GLOBALS"]}


def need(publication: Publication, plugin: str, other: str) -> bool:
    """Tell whether *other* is there, without which *plugin* cannot do its work; say so if not."""
    if other in publication.plugins:
        return True
    message = f"{plugin} needs the plugin {other}; add it to PLUGINS before {plugin}"
    tell(Problem(message=message, code="plugin-missing"))
    return False

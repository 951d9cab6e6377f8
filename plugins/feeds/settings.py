"""Which feeds a site wants, and where: Pelican's settings, and a few of the same form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from contract.publication import Settings
from problems import Problem


class FeedKind(StrEnum):
    """What a feed is a feed of; the value begins the names of its settings."""

    ORIGINALS = "FEED"
    ALL = "FEED_ALL"
    LANGUAGE = "TRANSLATION_FEED"
    SECTION = "CATEGORY_FEED"
    AUTHOR = "AUTHOR_FEED"
    TAG = "TAG_FEED"
    SOURCE = "SOURCE_FEED"

    @property
    def field(self) -> str:
        """What addresses of this kind have to hold in braces: each feed has its own."""
        if self in (FeedKind.ORIGINALS, FeedKind.ALL):
            return ""
        return "lang" if self is FeedKind.LANGUAGE else "slug"


class Form(StrEnum):
    """What a feed is written in; the value ends the names of its settings."""

    ATOM = "ATOM"
    JSON = "JSON"
    RSS = "RSS"

    @property
    def media_type(self) -> str:
        return "application/feed+json" if self is Form.JSON else f"application/{self.lower()}+xml"

    @property
    def label(self) -> str:
        """What tells it from the same feed as Atom, in a list of titles."""
        return {Form.ATOM: "", Form.JSON: " (JSON Feed)", Form.RSS: " (RSS)"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where feeds of one kind and form go; *url* is where they are found, if elsewhere."""

    kind: FeedKind
    form: Form
    path: str
    url: str

    @property
    def setting(self) -> str:
        return setting_of(self.kind, self.form)

    def path_for(self, key: str, language: str = "") -> str:
        """Return the path, below the output, of the feed of *key*: a slug, or a language.

        A list in another *language* than the site's has its feed in a folder of its own:
        feeds/ka/sections/rivers.atom.xml.
        """
        return _in(language, self.path).format(**{self.kind.field: key})

    def url_for(self, key: str, language: str = "") -> str:
        """Return its address below the site's."""
        return _in(language, self.url).format(**{self.kind.field: key})


def _in(language: str, path: str) -> str:
    folder, slash, rest = path.partition("/")
    if not language:
        return path
    return f"{folder}/{language}/{rest}" if slash else f"{language}/{path}"


def setting_of(kind: FeedKind, form: Form) -> str:
    """Return the name of the setting, as in CATEGORY_FEED_ATOM."""
    return f"{kind.value}_{form.value}"


SETTINGS = tuple(setting_of(kind, form) for kind in FeedKind for form in Form)


class Places(tuple[Place, ...]):
    """Where the feeds of a site are."""


def places_in(settings: Settings) -> Iterator[Place | Problem]:
    """Yield each place that *settings* name, or what is wrong with it."""
    for kind in FeedKind:
        for form in Form:
            name = setting_of(kind, form)
            if path := settings.get(name):
                url = settings.get(f"{name}_URL", path)
                yield _place(kind, form, str(path), str(url))


def _place(kind: FeedKind, form: Form, path: str, url: str) -> Place | Problem:
    place = Place(kind=kind, form=form, path=path, url=url)
    try:
        distinct = place.path_for("a") != place.path_for("b") or not kind.field
        place.url_for("a")
    except (KeyError, IndexError, ValueError):
        distinct = False
    if distinct:
        return place
    advice = f"write {{{kind.field}}} for the name of each" if kind.field else "there is one file"
    message = f"{place.setting} cannot be “{path}”; {advice}"
    return Problem(message=message, code="setting")

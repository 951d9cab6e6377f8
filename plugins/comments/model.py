"""Comment services and threads as data."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

# Within quotation marks, a title's own marks become the inner ones.
_INNER_MARKS = str.maketrans("„“”«»", "‚‘’‹›")


class SettingError(ValueError):
    """The setting COMMENTS asks for something that cannot be done."""


class Load(StrEnum):
    """What the page waits for before it asks anything of the comment server."""

    CLICK = "click"
    VISIBLE = "visible"
    NOW = "now"


class Standing(StrEnum):
    """Whether an article takes comments: its metadata field ``Comments``."""

    ON = "on"
    CLOSED = "closed"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider(ABC):
    """A comment service as one site uses it.

    The fields of a subclass are its settings, checked in ``__post_init__`` (SettingError).
    *name* is the provider's name in COMMENTS, and that of its template in ``comments/``.
    """

    name: ClassVar[str]

    @property
    @abstractmethod
    def origins(self) -> tuple[str, ...]:
        """Whom a page with comments talks to: what a Content-Security-Policy has to allow."""

    @abstractmethod
    def attributes(self, thread: Thread) -> Mapping[str, str]:
        """Return the attributes of the element that the comments of *thread* appear in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A text and the language it is in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The site's comments: who keeps them, and what readers are told about that.

    *privacy* has a sentence for each language, that of the site first.
    *site_origin* is where the site is published, or empty on the author's own machine.
    """

    provider: Provider
    privacy: Mapping[str, str]
    load: Load = Load.CLICK
    site_origin: str = ""

    @property
    def name(self) -> str:
        return self.provider.name

    @property
    def origins(self) -> tuple[str, ...]:
        return self.provider.origins

    def privacy_in(self, language: str) -> Sentence:
        """Return the sentence in *language*, or in that of the site."""
        spoken = language if language in self.privacy else next(iter(self.privacy))
        return Sentence(text=self.privacy[spoken], language=spoken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The comments of one article; a thread that is not *open* takes no more of them."""

    service: Service
    id: str
    title: str
    language: str
    open: bool = True

    @property
    def inner_title(self) -> str:
        """The title, to be put in quotation marks."""
        return self.title.translate(_INNER_MARKS)

    @property
    def attributes(self) -> Mapping[str, str]:
        return self.service.provider.attributes(self)

    @property
    def privacy(self) -> Sentence:
        return self.service.privacy_in(self.language)

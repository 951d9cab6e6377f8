"""Comment services, threads and comments as data."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Protocol

from problems import Location

# Within quotation marks, a title's own marks become the inner ones.
_INNER_MARKS = str.maketrans("„“”«»", "‚‘’‹›")


class AnswerError(ValueError):
    """A comment server answered something that cannot be read."""


class Load(StrEnum):
    """What the page waits for before it asks anything of the comment server."""

    CLICK = "click"
    VISIBLE = "visible"
    NOW = "now"


class Threads(StrEnum):
    """Whether the translations of an article have threads of their own."""

    LANGUAGE = "language"
    SHARED = "shared"


class Standing(StrEnum):
    """Whether an article takes comments: its metadata field ``Comments``."""

    OPEN = "open"
    CLOSED = "closed"
    OFF = "off"


class Spam(StrEnum):
    """How spam is kept out: what readers are told of it."""

    MODERATION = "moderation"
    AKISMET = "akismet"
    LOGIN = "login"
    SERVICE = "service"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An article's claim to a thread; *place* is where it says which, or its first line.

    *family* is the same for the translations of one article, which may share a thread
    if their metadata says so (*stated*). *written* is the article's date, with its time zone.
    """

    place: Location
    id: str
    written: datetime
    standing: Standing = Standing.OPEN
    family: str = ""
    stated: bool = False

    def shares_with(self, other: Claim) -> bool:
        return self.family == other.family and (self.stated or other.stated)

    def closed_before(self, since: datetime) -> Claim:
        """Return the claim, closed where the article was written before *since*."""
        if self.standing is Standing.OPEN and self.written < since:
            return replace(self, standing=Standing.CLOSED)
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment, and the answers to it.

    *id* is the server's own, *author* empty where nobody is named, *written* has a time zone,
    and *text* is HTML as the server gave it, empty where the comment was deleted. Templates
    escape it, unless it is a Markup: what ``baking`` has sanitized, and *cut* where it is long.
    """

    id: str
    author: str
    written: datetime
    text: str
    replies: tuple[Comment, ...] = ()
    cut: bool = False

    @property
    def answers(self) -> tuple[Comment, ...]:
        """All answers below it, whatever their depth, each before its own answers."""
        return tuple(self.walk())[1:]

    def walk(self) -> Iterator[Comment]:
        """Yield the comment and all answers, each before its own answers."""
        yield self
        for reply in self.replies:
            yield from reply.walk()


# What a page may load from where, by directive (Content Security Policy Level 3, section 6).
Sources = Mapping[str, Sequence[str]]


class Fetch(Protocol):
    """Ask *url*, which may be a path on the published site, and return the JSON it answers.

    A *body* is posted as JSON. Raises OSError where there is no answer, or one that is no JSON.
    """

    def __call__(self, url: str, *, body: object = None) -> object: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider(ABC):
    """A comment service as one site uses it.

    The fields of a subclass are its settings, read by options.
    *name* is the provider's name in COMMENTS, and that of its files: its template, script and
    styles. *title* is what readers call it. Where somebody else runs it, *policy* is the
    address of what they say about data; where the site does, empty. *spam* is how it keeps out
    spam if the site says nothing else.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    policy: ClassVar[str] = ""
    spam: ClassVar[Spam] = Spam.MODERATION
    # How the ids of comments on a page begin: a link to one opens the thread.
    anchor: ClassVar[str] = ""

    @property
    @abstractmethod
    def sources(self) -> Sources:
        """What a page with comments loads besides its own: for a Content-Security-Policy."""

    @abstractmethod
    def attributes(self, thread: Thread) -> Mapping[str, str]:
        """Return the attributes of the element that the comments of *thread* appear in.

        ``data-probe``, if the service has such an address, is asked first: it answers a page
        that may open the thread, and costs the server little.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive(Provider):
    """A provider whose comments can be read while the site is built.

    What is answered in another form than the service documents may raise what it will: whoever
    asks makes an AnswerError of it (baking.reading).
    """

    @abstractmethod
    def counts(self, fetch: Fetch, ids: Sequence[str]) -> Mapping[str, int]:
        """Return how many comments each of the threads *ids* has; those without may be left out."""

    @abstractmethod
    def comments(self, fetch: Fetch, thread: str) -> Sequence[Comment]:
        """Return the comments of *thread*, the oldest first, replies inside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A text and the language it is in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The site's comments: who keeps them, and what readers are told about that.

    *privacy* has a sentence for each language, that of the site first; it may be empty where
    the provider runs the service. *site_origin* is where the site is published, or empty on the
    author's own machine. *close_after* is in days, 0 for never. *open_threads* is the file of
    the output that lists the threads which take comments, or empty.
    """

    provider: Provider
    privacy: Mapping[str, str]
    spam: Spam = Spam.MODERATION
    load: Load = Load.CLICK
    threads: Threads = Threads.LANGUAGE
    close_after: int = 0
    bake: bool = False
    open_threads: str = ""
    site_origin: str = ""

    @property
    def name(self) -> str:
        return self.provider.name

    def privacy_in(self, language: str) -> Sentence | None:
        """Return the sentence in *language*, or in that of the site."""
        if not self.privacy:
            return None
        spoken = language if language in self.privacy else next(iter(self.privacy))
        return Sentence(text=self.privacy[spoken], language=spoken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The comments of one article; a thread that is not *open* takes no more of them.

    *comments* are those that were there when the site was built, None where nobody knows.
    """

    service: Service
    id: str
    title: str
    language: str
    open: bool = True
    comments: tuple[Comment, ...] | None = None

    @property
    def count(self) -> int | None:
        """How many comments it had when the site was built: with answers, without deleted ones."""
        if self.comments is None:
            return None
        return sum(1 for top in self.comments for one in top.walk() if one.text)

    @property
    def anchor(self) -> str:
        """How the ids of its comments begin on a page."""
        return self.service.provider.anchor or "comment-"

    @property
    def inner_title(self) -> str:
        """The title, to be put in quotation marks."""
        return self.title.translate(_INNER_MARKS)

    @property
    def attributes(self) -> Mapping[str, str]:
        return self.service.provider.attributes(self)

    @property
    def privacy(self) -> Sentence | None:
        return self.service.privacy_in(self.language)

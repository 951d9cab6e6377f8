"""What a new publication is, and what it cannot be."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from metadata.slugs import romanise
from problems import did_you_mean

COMMENTS = ("none", "isso")


class NotPossibleError(Exception):
    """There can be no such publication, or not here; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The facts of a publication.

    The first of *languages* is at the root of the site. *translations* are, by language, what
    its name and its sections are called there, as far as they have another name.
    """

    name: str
    url: str
    languages: tuple[str, ...]
    sections: tuple[str, ...]
    author: str
    now: datetime.datetime
    comments: str = "none"
    timezone: str = "UTC"
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language at the root of the site."""
        return self.languages[0]

    @property
    def today(self) -> datetime.date:
        """Which day it is where the publication is."""
        return self.now.astimezone(ZoneInfo(self.timezone)).date()

    @property
    def author_slug(self) -> str:
        """The name of the author's file, and the address of her page."""
        return slug(self.author)


def slug(name: str) -> str:
    """Return *name* as a part of an address."""
    words = "".join(sign if sign.isalnum() else " " for sign in romanise(name).lower())
    return "-".join(words.split())


def read_name(said: str) -> str:
    """Return the name of a publication, a section or an author."""
    name = " ".join(said.split())
    if not name:
        raise NotPossibleError("it needs a name; write one")
    if not slug(name):
        raise NotPossibleError(f"“{said}” has no letter that an address could have; write a name")
    return name


def read_url(said: str) -> str:
    """Return the address of a publication."""
    parts = urlsplit(said.strip())
    if not said.strip():
        raise NotPossibleError("it needs an address; write it as https://post.example")
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise NotPossibleError(
            f"“{said}” is no address of a site; write it as https://post.example"
        )
    return said.strip().rstrip("/")


def read_languages(said: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return languages that stand between commas, each of them *known*."""
    languages = _parts(said)
    for language in languages:
        if language not in known:
            hint = did_you_mean(language, known) or f"; they are {', '.join(known)}"
            raise NotPossibleError(f"the theme does not speak “{language}”{hint}")
    return languages


def read_sections(said: str) -> tuple[str, ...]:
    """Return names of sections that stand between commas."""
    sections = tuple(map(read_name, _parts(said)))
    if len({slug(each) for each in sections}) < len(sections):
        raise NotPossibleError(f"two of the sections “{said}” would have one address; rename one")
    return sections


def read_timezone(said: str) -> str:
    """Return a time zone that there is."""
    zones = available_timezones()
    if said not in zones:
        hint = did_you_mean(said, sorted(zones)) or "; write it as Asia/Tbilisi"
        raise NotPossibleError(f"there is no time zone “{said}”{hint}")
    return said


def read_comments(said: str) -> str:
    """Return who keeps the comments."""
    if said not in COMMENTS:
        raise NotPossibleError(f"“{said}” is none of {', '.join(COMMENTS)}; others are settings")
    return said


def _parts(said: str) -> tuple[str, ...]:
    parts = tuple(dict.fromkeys(part.strip() for part in said.split(",") if part.strip()))
    if not parts:
        raise NotPossibleError("name one at least, and put commas between several")
    return parts

"""A page as its head describes it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The same page in another language, or in ``x-default``; *url* is whole."""

    lang: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page that may be found; *published* and *modified* are those of a piece."""

    url: str
    lang: str
    title: str = ""
    versions: tuple[Version, ...] = ()
    published: datetime.datetime | None = None
    modified: datetime.datetime | None = None

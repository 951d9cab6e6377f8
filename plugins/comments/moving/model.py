"""Comments on their way from one service to another, as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from comments.model import Standing
from problems import UnusableError

# Is told how much of a file has been read, from 0 to 1.
Progress = Callable[[float], None]


class MovingError(UnusableError):
    """A file or a database cannot be used; *path* is another than was to be moved."""


def moment(stated: str) -> datetime:
    """Return the time *stated* (ISO 8601), in UTC if it names no zone. Raises ValueError."""
    time = datetime.fromisoformat(stated)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


class State(StrEnum):
    """Whether readers see a comment; one that is gone is kept only where somebody answered it."""

    SHOWN = "shown"
    HELD = "held"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class OldComment:
    """A comment as a file has it.

    *id* is the file's own, and *parent* that of the comment it answers, or empty. *written* has
    a time zone, *text* is Markdown. *email* and *address* (on the network) stay behind unless
    they are asked for.
    """

    id: str
    author: str
    written: datetime
    text: str
    parent: str = ""
    website: str = ""
    email: str = ""
    address: str = ""
    state: State = State.SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class OldThread:
    """The comments of one page of the old site.

    *addresses* are what the page is known by there, the most telling first: addresses, paths,
    or a slug. *line* is where the file tells of it.
    """

    addresses: tuple[str, ...]
    title: str
    entries: tuple[OldComment, ...]
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something that is worth knowing of a file, and the line where it is."""

    message: str
    line: int | None = None


@dataclass(slots=True, kw_only=True)
class Contents:
    """What a file holds: its threads, and how much was *left_out* for which reason.

    Where it *keeps_ids*, links to single comments go on to work.
    """

    threads: list[OldThread] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    remarks: list[Remark] = field(default_factory=list)
    keeps_ids: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What an import is asked for: the options of the command."""

    file: Path
    database: Path
    kind: str | None = None
    map: Path | None = None
    keep_unknown: bool = False
    addresses: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An article of the site: *id* is its thread's, *path* its present path, ``/the-jar/``."""

    id: str
    path: str
    slug: str
    language: str
    title: str
    standing: Standing = Standing.OPEN

"""A page as it came, and the work that was read in it, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from citations import Name, PartialDate
from problems import Problem, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long fetching a page may take in all, how large it may be, and how far it may lead.

    Reading it may take as many *seconds* again. *size* is in bytes, and holds for what is sent
    and for what is unpacked from it.
    """

    seconds: float = 30
    size: int = 20_000_000
    redirects: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What was asked of a server, and what it answered; *body* is as it was sent, packed or not."""

    url: str
    address: str
    began: datetime
    version: str
    status: str
    asked: tuple[tuple[str, str], ...]
    answered: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, a PDF or a text, with what its server or its name says about it.

    *url* is where it was found in the end; a file may have none.
    *charset* is the one that the server states; *archive* is the copy that it was taken from.
    """

    content: bytes
    url: str = ""
    asked: str = ""
    media_type: str = ""
    charset: str = ""
    archive: str = ""
    path: Path | None = None
    exchange: Exchange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a page says: its text, in paragraphs parted by blank lines, and who wrote it when.

    *url* is where the page says that it is; *notices* are for whoever keeps it.
    """

    text: str
    type: str = "webpage"
    title: str = ""
    authors: tuple[Name, ...] = ()
    outlet: str = ""
    language: str = ""
    issued: PartialDate | None = None
    url: str = ""
    notices: tuple[Problem, ...] = ()

    @property
    def words(self) -> int:
        return len(self.text.split())


class CaptureError(Exception):
    """A work cannot be read or kept as things are.

    The message says what to do; *code* is kebab-case and stable.
    """

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[type[CaptureError], tuple[str, str]]:
        """Cross from one process to another."""
        return type(self), (str(self), self.code)


def notice(message: str, code: str) -> Problem:
    """Return a warning that has no place in a file."""
    return Problem(message=message, code=code, severity=Severity.WARNING)

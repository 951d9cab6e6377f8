"""A problem as data: where it is, what is wrong, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """An error fails the build; a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A place in a file; the line counts from 1, and is None where it is the whole file."""

    path: Path
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else str(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that an author, or who runs the site, has to mend.

    *message* is lower case, without a full stop, and says what to do.
    *code* is kebab-case and stable: people filter by it.
    """

    message: str
    code: str
    location: Location | None = None
    severity: Severity = Severity.ERROR

    @classmethod
    def at(
        cls,
        path: Path,
        message: str,
        code: str,
        *,
        line: int | None = None,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """Return what is wrong with the file at *path*, or with a *line* of it."""
        location = Location(path=path, line=line)
        return cls(message=message, code=code, location=location, severity=severity)

    def __str__(self) -> str:
        where = f"{self.location}: " if self.location else ""
        return f"{where}{self.message} [{self.code}]"


class UnusableError(ValueError):
    """A file that was named cannot be used; the message says what to do, *line* where.

    *path* is another file than the one that was named.
    """

    def __init__(self, message: str, *, path: Path | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.path, self.line = path, line


class ContentError(Exception):
    """A file of the content cannot be used; *problem* says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem

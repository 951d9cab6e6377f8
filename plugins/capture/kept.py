"""What became of a work that was to be kept, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from capture.model import Work
from problems import Problem


class Outcome(StrEnum):
    """What became of a work."""

    NEW = "new"
    TEXT = "text"  # the citation was there, and its text was not
    UNCHANGED = "unchanged"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was kept of a work, and under which key."""

    key: str
    outcome: Outcome
    work: Work
    outlet: str = ""
    files: tuple[Path, ...] = ()
    earlier: str = ""
    difference: str = ""
    notices: tuple[Problem, ...] = ()

    @property
    def missing(self) -> list[str]:
        """The fields that nobody could fill in."""
        known = {
            "title": self.work.title,
            "author": self.work.authors,
            "container-title": self.outlet,
            "language": self.work.language,
            "issued": self.work.issued,
        }
        return [name for name, value in known.items() if not value]

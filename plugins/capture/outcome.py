"""What became of a work that was to be kept: as data, and as whoever keeps it is told."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from capture.model import Work
from problems import Problem, counted
from problems.report import ODD_LINE_ENDS, shown

FIELDS = {
    "title": "title",
    "author": "author",
    "container-title": "container-title (the outlet)",
    "language": "language",
    "issued": "issued (the date)",
}


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


def as_text(kept: Kept) -> str:
    """Return it for a person: sentences, and lines to copy."""
    parts = [_what(kept)]
    if kept.files:
        parts.append("\n".join(f"  {shown(path)}" for path in kept.files))
    if kept.difference:
        parts.append(kept.difference)
    if kept.missing and kept.outcome in {Outcome.NEW, Outcome.CHANGED}:
        named = ", ".join(FIELDS[name] for name in kept.missing)
        parts.append(f"Not found; write it into the .yaml file where you know it: {named}.")
    parts.append(f"To quote it, copy this into your article:\n\n{block(kept)}")
    parts.append(f"Inside a sentence: “THE WORDS” {inline(kept)}")
    return "\n\n".join(parts)


def as_json(kept: Kept) -> str:
    """Return it for a tool: one object on one line, with the fields of a problem and more."""
    yaml = next((path for path in kept.files if path.suffix == ".yaml"), None)
    fields = {
        "path": shown(yaml) if yaml else None,
        "line": None,
        "code": kept.outcome,
        "severity": "notice",
        "message": _what(kept),
        "key": kept.key,
        "files": [shown(path) for path in kept.files],
        "title": kept.work.title,
        "words": kept.work.words,
        "missing": kept.missing,
        "difference": kept.difference,
        "paste": [inline(kept), block(kept)],
    }
    return json.dumps(fields, ensure_ascii=False).translate(ODD_LINE_ENDS)


def inline(kept: Kept) -> str:
    """Return the key as it is written behind quoted words."""
    return f"[@{kept.key}]"


def block(kept: Kept) -> str:
    """Return a block quote to be filled in."""
    return f"> THE WORDS\n>\n> — WHO, {inline(kept)}"


def _what(kept: Kept) -> str:
    title = f"“{kept.work.title}”" if kept.work.title else "The work"
    words = counted(kept.work.words, "word")
    earlier = f" on {kept.earlier}" if kept.earlier else ""
    if kept.outcome is Outcome.UNCHANGED:
        written = "its outlet was described:" if kept.files else "nothing was written."
        return f"{title} is as it was read{earlier}; {written}"
    if kept.outcome is Outcome.TEXT:
        return f"The text of {kept.key} was missing; it was kept ({words}):"
    if kept.outcome is Outcome.CHANGED:
        return (
            f"{title} has changed since it was read{earlier}. What was kept then stays; the new"
            f" text is beside it ({words}):"
        )
    return f"{title} was kept as {kept.key} ({words}):"


def summary(states: Counter[str]) -> str:
    """Return how many pages became what."""
    each = ", ".join(f"{number} {state}" for state, number in sorted(states.items()))
    return f"{counted(states.total(), 'page')}{f': {each}' if each else ''}."

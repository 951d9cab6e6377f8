"""Parts of a line that run in one direction, and the order in which they stand."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

# Classes of the Unicode Bidirectional Algorithm (UAX #9); all others are neutral.
CLASSES = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N"}
BRACKETS = {"Ps": "(", "Pe": ")"}
RIGHT_TO_LEFT_IN_LEFT = re.compile(r"R(?:[^L]*R)?")
LEFT_TO_RIGHT_IN_RIGHT = re.compile(r"L(?:[^R]*[LN])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The characters from *start* to *end* of a line."""

    start: int
    end: int
    rtl: bool


def runs(line: str, *, rtl: bool) -> list[Run]:
    """Return the runs of *line* as they stand from left to right, its own direction being *rtl*.

    Two levels of UAX #9, which is what a headline has: a name of another script in it.
    """
    classes = "".join(map(_class, line))
    foreign = LEFT_TO_RIGHT_IN_RIGHT if rtl else RIGHT_TO_LEFT_IN_LEFT
    found, end = [], 0
    for match in foreign.finditer(classes):
        found.append(Run(start=end, end=match.start(), rtl=rtl))
        end = _with_bracket(classes, match.start(), match.end())
        found.append(Run(start=match.start(), end=end, rtl=not rtl))
    found.append(Run(start=end, end=len(line), rtl=rtl))
    kept = [run for run in found if run.start < run.end]
    return kept[::-1] if rtl else kept


@cache
def _class(character: str) -> str:
    kind = unicodedata.category(character)
    if kind in BRACKETS:
        return BRACKETS[kind]
    return CLASSES.get(unicodedata.bidirectional(character), "-")


def _with_bracket(classes: str, start: int, end: int) -> int:
    """Return the end of a run; a bracket that closes one of its own belongs to it."""
    opened = classes.count("(", start, end) > classes.count(")", start, end)
    return end + (opened and classes[end : end + 1] == ")")

"""What a regular expression needs in order to match at all, read from the expression itself."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from functools import lru_cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from sys import maxsize
from typing import Any, NamedTuple

# Where flags change what a letter means, nothing is known.
UNREADABLE = re.IGNORECASE | re.LOCALE
REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})
ONE_CHARACTER = frozenset({ops.IN, ops.NOT_LITERAL, ops.ANY, ops.CATEGORY})
NO_CHARACTER = frozenset({ops.ASSERT, ops.ASSERT_NOT, ops.AT})
# As the parser counts: from here on, a repetition has no end.
ENDLESS = int(ops.MAXREPEAT)
# Seldom in prose, so the best to look for.
SELDOM = frozenset(string.punctuation + "\n") - frozenset(".,-'\"()")


class Need(NamedTuple):
    """A literal, and how many characters of a match may stand before it."""

    literal: str
    lead: int


# One of these has to occur at or after the place where the search begins.
Needs = tuple[Need, ...]


@lru_cache(maxsize=1024)
def needs_of(regex: re.Pattern[str]) -> Needs:
    """Return alternatives of which every match of *regex* holds one; none if that is unknown."""
    if regex.flags & UNREADABLE or not isinstance(regex.pattern, str):
        return ()
    # The flags that `re` adds by itself are no argument of its parser.
    tree = _parser.parse(regex.pattern, regex.flags & ~re.UNICODE)
    return _best(_Reader().read(tree))


def key_of(needs: Needs) -> tuple[str, ...]:
    """Return strings of which one occurs wherever one of *needs* does: single signs if possible."""
    return tuple(_sign(need.literal) or need.literal for need in needs)


def first_place(needs: Needs, text: str, start: int) -> int:
    """Return the first place from *start* on where a match may begin, or -1."""
    first = -1 if needs else start
    for literal, lead in needs:
        at = text.find(literal, start)
        if at >= 0 and (first < 0 or at - lead < first):
            first = max(start, at - lead)
    return first


def _sign(literal: str) -> str:
    return next((letter for letter in literal if letter in SELDOM), "")


def _best(candidates: list[Needs]) -> Needs:
    return max(candidates, key=_worth, default=())


def _worth(needs: Needs) -> tuple[bool, bool, int, int]:
    """Signs are worth more than letters, a known distance more than none, one more than many."""
    signs = all(_sign(need.literal) for need in needs)
    near = all(need.lead < maxsize for need in needs)
    return signs, near, -len(needs), min(len(need.literal) for need in needs)


class _Reader:
    """Reads a sequence from left to right, and counts how far it may have come."""

    def __init__(self, lead: int = 0) -> None:
        self.lead = lead
        self.found: list[Needs] = []
        self._run, self._run_lead = "", 0

    def read(self, sequence: Iterable[tuple[Any, Any]]) -> list[Needs]:
        """Return what each part of *sequence* needs."""
        for operator, argument in sequence:
            if operator is ops.LITERAL:
                self._letter(chr(argument))
            else:
                self._end_run()
                self._part(operator, argument)
        self._end_run()
        return self.found

    def _letter(self, letter: str) -> None:
        if not self._run:
            self._run_lead = self.lead
        self._run += letter
        self._advance(1)

    def _end_run(self) -> None:
        if self._run:
            self.found.append((Need(self._run, self._run_lead),))
        self._run = ""

    def _advance(self, most: int) -> None:
        self.lead = maxsize if maxsize in {self.lead, most} else self.lead + most

    def _part(self, operator: Any, argument: Any) -> None:
        if operator in REPEATS:
            least, most, body = argument
            if least:
                self.found += _Reader(self.lead).read(body)
            self._advance(_times(most, body))
        elif operator is ops.SUBPATTERN and not argument[1]:
            self._inside(argument[3])
        elif operator is ops.ATOMIC_GROUP:
            self._inside(argument)
        elif operator is ops.BRANCH:
            self._alternatives(argument[1])
        elif operator is ops.IN and all(kind is ops.LITERAL for kind, _ in argument):
            self.found.append(tuple(Need(chr(code), self.lead) for _, code in argument))
            self._advance(1)
        elif operator is ops.ASSERT and argument[0] > 0:  # what lies behind may be before the start
            self.found += _Reader(maxsize).read(argument[1])
        elif operator in ONE_CHARACTER:
            self._advance(1)
        elif operator not in NO_CHARACTER:
            self._advance(maxsize)

    def _inside(self, body: Any) -> None:
        reader = _Reader(self.lead)
        self.found += reader.read(body)
        self.lead = reader.lead

    def _alternatives(self, branches: list[Any]) -> None:
        readers = [_Reader(self.lead) for _ in branches]
        best = [
            _best(reader.read(branch)) for reader, branch in zip(readers, branches, strict=True)
        ]
        if all(best):
            self.found.append(tuple(dict.fromkeys(need for needs in best for need in needs)))
        self.lead = max(reader.lead for reader in readers)


def _times(most: int, body: Any) -> int:
    width = int(body.getwidth()[1])
    return maxsize if most >= ENDLESS or width >= ENDLESS else most * width

"""Pairing the words of a quotation with those of a passage, at the least cost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from verification.folding import caseless
from verification.words import is_core

_TOKEN = re.compile(r"[^\s-]+-*|-+")
# What an edit costs. That words were left out is likelier than that others were put in
# their place; and letters count more than the punctuation and the capitals on them.
_ADDED, _CHANGED, _LEFT_OUT, _FORM = 7, 6, 1, 1

# So many pairs of words are weighed in no time; of more, those alone between the runs of so
# many words that are the same.
_FEW, _RUN = 100_000, 8

Pair = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word with its punctuation, or punctuation alone: text, place, and its bare letters."""

    text: str
    start: int
    end: int
    letters: str
    caseless: str


def tokens_of(text: str, offset: int, language: str) -> list[Token]:
    """Return the words of folded *text*; those that a hyphen joins are two."""
    return [token_of(found[0], offset + found.start(), language) for found in _TOKEN.finditer(text)]


def token_of(text: str, start: int, language: str) -> Token:
    """Return the word *text*, which begins at *start*."""
    letters = "".join(filter(is_core, text))
    return Token(
        text=text,
        start=start,
        end=start + len(text),
        letters=letters,
        caseless=caseless(letters, language),
    )


def align(ours: Sequence[Token], theirs: Sequence[Token]) -> list[Pair]:
    """Pair the words at the least cost; what stands around them in *theirs* costs nothing."""
    pairs: list[Pair] = []
    row = column = 0
    for left, right, size in [*_same(ours, theirs), (len(ours), len(theirs), 0)]:
        is_first, is_last = not column, not size
        between = _Costs(
            ours[row:left], theirs[column:right], open_start=is_first, open_end=is_last
        ).path()
        pairs += [
            (None if a is None else row + a, None if b is None else column + b) for a, b in between
        ]
        pairs += [(left + place, right + place) for place in range(size)]
        row, column = left + size, right + size
    return pairs


def _same(ours: Sequence[Token], theirs: Sequence[Token]) -> list[tuple[int, int, int]]:
    """Return the long runs that are the same in both, where there are too many words to weigh."""
    if len(ours) * len(theirs) <= _FEW:
        return []
    blocks = LCSseq.opcodes([each.text for each in ours], [each.text for each in theirs])
    return [
        (block.src_start, block.dest_start, size)
        for block in blocks
        if block.tag == "equal" and (size := block.src_end - block.src_start) >= _RUN
    ]


class _Costs:
    """What each beginning of *ours* costs beside each beginning of *theirs*."""

    def __init__(
        self, ours: Sequence[Token], theirs: Sequence[Token], *, open_start: bool, open_end: bool
    ) -> None:
        self._ours, self._theirs, self._open_end = ours, theirs, open_end
        skipped = 0 if open_start else _LEFT_OUT
        self._lines = [[skipped * column for column in range(len(theirs) + 1)]]
        for token in ours:
            self._lines.append(self._line(token))

    def _line(self, token: Token) -> list[int]:
        above, added = self._lines[-1], _added(token)
        line = [above[0] + added]
        for column, other in enumerate(self._theirs):
            cost = line[column] + _LEFT_OUT
            if (other_cost := above[column + 1] + added) < cost:
                cost = other_cost
            if (other_cost := above[column] + _changed(token, other)) < cost:
                cost = other_cost
            line.append(cost)
        return line

    def path(self) -> list[Pair]:
        """Return the pairs of the cheapest way through."""
        lines = self._lines
        row, column = len(self._ours), len(self._theirs)
        if self._open_end:
            column = min(range(column + 1), key=lambda place: lines[row][place])
        pairs: list[Pair] = []
        while lines[row][column] or row:
            if row and column and self._pairs(row - 1, column - 1):
                row, column = row - 1, column - 1
                pairs.append((row, column))
            elif row and lines[row][column] == lines[row - 1][column] + _added(self._ours[row - 1]):
                row -= 1
                pairs.append((row, None))
            else:
                column -= 1
                pairs.append((None, column))
        return pairs[::-1]

    def _pairs(self, row: int, column: int) -> bool:
        """Tell whether the cheapest way pairs these two words."""
        cost = self._lines[row][column] + _changed(self._ours[row], self._theirs[column])
        return self._lines[row + 1][column + 1] == cost


def _added(token: Token) -> int:
    return _ADDED if token.letters else _FORM


def _changed(ours: Token, theirs: Token) -> int:
    if ours.text == theirs.text:
        return 0
    return _FORM if ours.caseless == theirs.caseless else _CHANGED

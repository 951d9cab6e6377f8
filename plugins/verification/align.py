"""Pairing the words of a quotation with those of a passage, at the least cost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verification.fold import caseless
from verification.words import is_core

_TOKEN = re.compile(r"[^\s-]+-*|-+")
# What an edit costs. That words were left out is likelier than that others were put in
# their place; and letters count more than the punctuation and the capitals on them.
_ADDED, _CHANGED, _LEFT_OUT, _FORM = 7, 6, 1, 1

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
    costs = [[0] * (len(theirs) + 1)]
    for token in ours:
        above, added = costs[-1], _added(token)
        line = [above[0] + added]
        for column, other in enumerate(theirs):
            cost = line[column] + _LEFT_OUT
            if (other_cost := above[column + 1] + added) < cost:
                cost = other_cost
            if (other_cost := above[column] + _changed(token, other)) < cost:
                cost = other_cost
            line.append(cost)
        costs.append(line)
    return _path(costs, ours, theirs)


def _path(
    costs: Sequence[Sequence[int]], ours: Sequence[Token], theirs: Sequence[Token]
) -> list[Pair]:
    row = len(ours)
    column = min(range(len(theirs) + 1), key=lambda place: costs[row][place])
    pairs: list[Pair] = []
    while row:
        rest = costs[row][column]
        left, right = ours[row - 1], theirs[column - 1]
        if column and rest == costs[row - 1][column - 1] + _changed(left, right):
            row, column = row - 1, column - 1
            pairs.append((row, column))
        elif rest == costs[row - 1][column] + _added(left):
            row -= 1
            pairs.append((row, None))
        else:
            column -= 1
            pairs.append((None, column))
    return pairs[::-1]


def _added(token: Token) -> int:
    return _ADDED if token.letters else _FORM


def _changed(ours: Token, theirs: Token) -> int:
    if ours.text == theirs.text:
        return 0
    return _FORM if ours.caseless == theirs.caseless else _CHANGED

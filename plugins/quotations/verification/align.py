"""Pairing the words of a quotation with those of a passage, at the least cost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quotations.verification.fold import caseless
from quotations.verification.words import is_core

_TOKEN = re.compile(r"\S+")
# What an edit costs: letters count more than the punctuation and the capitals on them, and
# a word that is missing more than one that was changed.
_MISSING, _WORD, _FORM = 5, 4, 1

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
    return [token_of(found[0], offset + found.start(), language) for found in _TOKEN.finditer(text)]


def token_of(text: str, start: int, language: str) -> Token:
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
    weights = [_weight(other) for other in theirs]
    for row, token in enumerate(ours):
        above, lost = costs[row], _weight(token)
        line = [above[0] + lost]
        for column, other in enumerate(theirs):
            cost = above[column]
            if token.text != other.text:
                cost += _FORM if token.caseless == other.caseless else _WORD
            line.append(min(cost, above[column + 1] + lost, line[column] + weights[column]))
        costs.append(line)
    return _path(costs, ours, theirs)


def _path(
    costs: Sequence[Sequence[int]], ours: Sequence[Token], theirs: Sequence[Token]
) -> list[Pair]:
    row = len(ours)
    column = min(range(len(theirs) + 1), key=lambda place: costs[row][place])
    pairs: list[Pair] = []
    while row:
        cost = costs[row][column]
        if column and cost == costs[row - 1][column - 1] + _difference(
            ours[row - 1], theirs[column - 1]
        ):
            row, column = row - 1, column - 1
            pairs.append((row, column))
        elif cost == costs[row - 1][column] + _weight(ours[row - 1]):
            row -= 1
            pairs.append((row, None))
        else:
            column -= 1
            pairs.append((None, column))
    return pairs[::-1]


def _weight(token: Token) -> int:
    return _MISSING if token.letters else _FORM


def _difference(ours: Token, theirs: Token) -> int:
    if ours.text == theirs.text:
        return 0
    return _FORM if ours.caseless == theirs.caseless else _WORD

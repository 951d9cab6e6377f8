"""The words in which a fragment and the nearest passage of its source differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quotations.model import Difference
from quotations.verification.fold import caseless, fold
from quotations.verification.parts import Fragment
from quotations.verification.source_text import SourceText
from quotations.verification.words import edges, is_core

ANOTHER_ORDER = "these words stand in the source in another order"
UNMARKED = "words left out without a mark"
_BOTH = "only capitals and punctuation differ"
_LETTERS = re.compile(r"\w+")
_TOKEN = re.compile(r"\S+")
# What one edit costs; letters count more than the punctuation and the capitals on them.
_WORD, _FORM = 4, 1

Pair = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word with its punctuation, or punctuation alone: text, place, and its bare letters."""

    text: str
    start: int
    end: int
    letters: str
    caseless: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs between a fragment and a passage, and what kind of difference it is."""

    differences: tuple[Difference, ...]
    note: str


def compare(
    fragment: Fragment, source: SourceText, window: tuple[int, int], language: str
) -> Comparison:
    """Compare *fragment* with the part of *window* that is nearest to it."""
    ours = _tokens(fragment.text, 0, language)
    theirs = _tokens(source.folded[slice(*window)], window[0], language)
    pairs = _align(ours, theirs)
    used = _right(pairs, theirs)
    theirs = _without_edges(theirs, used, language)
    own = SourceText(fragment.raw, fold(fragment.raw))
    edits = [
        Difference(
            quoted=_shown(own, _left(run, ours), offset=fragment.offset),
            source=_shown(source, _right(run, theirs)),
        )
        for run in _runs(pairs, ours, theirs)
    ]
    return Comparison(
        differences=tuple(edits),
        note=_note(ours, _right(pairs, theirs), edits),
    )


def _tokens(text: str, offset: int, language: str) -> list[Token]:
    return [_token(found[0], offset + found.start(), language) for found in _TOKEN.finditer(text)]


def _token(text: str, start: int, language: str) -> Token:
    letters = "".join(filter(is_core, text))
    return Token(
        text=text,
        start=start,
        end=start + len(text),
        letters=letters,
        caseless=caseless(letters, language),
    )


def _without_edges(tokens: list[Token], used: Sequence[Token], language: str) -> list[Token]:
    """Return *tokens* where the first and the last in use have no punctuation outside."""
    trimmed = list(tokens)
    for token, is_first in ((used[0], True), (used[-1], False)) if used else ():
        at = tokens.index(token)
        text, begin = trimmed[at].text, trimmed[at].start
        start, end = edges(text)
        if start < end:
            start, end = (start, len(text)) if is_first else (0, end)
            trimmed[at] = _token(text[start:end], begin + start, language)
    return trimmed


def _align(ours: Sequence[Token], theirs: Sequence[Token]) -> list[Pair]:
    """Pair the words at the least cost; what stands around them in *theirs* costs nothing."""
    costs = [[0] * (len(theirs) + 1)]
    for row, token in enumerate(ours):
        above, line = costs[row], [costs[row][0] + _weight(token)]
        for column, other in enumerate(theirs):
            line.append(
                min(
                    above[column] + _difference(token, other),
                    above[column + 1] + _weight(token),
                    line[column] + _weight(other),
                )
            )
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
    return _WORD if token.letters else _FORM


def _difference(ours: Token, theirs: Token) -> int:
    if ours.text == theirs.text:
        return 0
    return _FORM if ours.caseless == theirs.caseless else _WORD


def _left(pairs: Sequence[Pair], tokens: Sequence[Token]) -> list[Token]:
    return [tokens[left] for left, _ in pairs if left is not None]


def _right(pairs: Sequence[Pair], tokens: Sequence[Token]) -> list[Token]:
    return [tokens[right] for _, right in pairs if right is not None]


def _runs(
    pairs: Sequence[Pair], ours: Sequence[Token], theirs: Sequence[Token]
) -> list[list[Pair]]:
    """Return the stretches of neighbouring words that differ."""
    runs: list[list[Pair]] = [[]]
    for left, right in pairs:
        if left is not None and right is not None and ours[left].text == theirs[right].text:
            runs.append([])
        else:
            runs[-1].append((left, right))
    return [run for run in runs if run]


def _shown(text: SourceText, tokens: Sequence[Token], offset: int = 0) -> str:
    if not any(token.letters for token in tokens):
        return " ".join(token.text for token in tokens)
    return text.own(offset + tokens[0].start, offset + tokens[-1].end)


def _note(ours: Sequence[Token], theirs: Sequence[Token], edits: Sequence[Difference]) -> str:
    quoted = [token for token in ours if token.letters]
    source = [token for token in theirs if token.letters]
    if [token.letters for token in quoted] == [token.letters for token in source]:
        return "only punctuation differs"
    small, theirs_small = ([token.caseless for token in each] for each in (quoted, source))
    if small == theirs_small:
        marks = ([_LETTERS.sub("", token.text) for token in each] for each in (ours, theirs))
        return "only capitals differ" if len(set(map(tuple, marks))) == 1 else _BOTH
    if sorted(small) == sorted(theirs_small):
        return ANOTHER_ORDER
    if not any(edit.quoted for edit in edits):
        return f"{UNMARKED}: {', '.join(f'“{edit.source}”' for edit in edits)}"
    return ""

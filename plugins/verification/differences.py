"""The words in which a fragment and the nearest passage of its source differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from verification.align import (
    Pair,
    Token,
    align,
    token_of,
    tokens_of,
)
from verification.model import Difference
from verification.readings import Fragment
from verification.source_text import SourceText, text_of
from verification.words import edges, is_boundary

ANOTHER_ORDER = "these words stand in the source in another order"
UNMARKED = "words left out without a mark"
_BOTH = "only capitals and punctuation differ"
_LETTERS = re.compile(r"\w+")
_NUMBERS = re.compile(r"(?<!\w)- ?(?=\d)|\d+(?:[.,:٫٬]\d+)*|[%‰٪]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs between a fragment and a passage, and what kind of difference it is."""

    differences: tuple[Difference, ...]
    note: str


def compare(
    fragment: Fragment, source: SourceText, window: tuple[int, int], language: str
) -> Comparison:
    """Compare *fragment* with the part of *window* that is nearest to it."""
    ours = tokens_of(fragment.text, 0, language)
    theirs = tokens_of(source.folded[slice(*window)], window[0], language)
    pairs = align(ours, theirs)
    theirs = _without_edges(theirs, _right(pairs, theirs), ours, language)
    if not _runs(pairs, ours, theirs):
        pairs, theirs = _whole_at_edges(pairs, theirs, source.folded, language)
    own = text_of(fragment.raw)
    offset = own.folded.find(fragment.text)
    edits = [
        Difference(
            quoted=_shown(own, _left(run, ours), offset=offset),
            source=_shown(source, _right(run, theirs)),
        )
        for run in _runs(pairs, ours, theirs)
    ]
    return Comparison(
        differences=tuple(edits),
        note=_note(pairs, ours, theirs, source),
    )


def _whole_at_edges(
    pairs: list[Pair], theirs: Sequence[Token], text: str, language: str
) -> tuple[list[Pair], list[Token]]:
    """Add to *pairs* what the words or numbers at their edges go on with in *text*.

    5 is not 5 %, nor a part of 1 500; and what is only well may be well-known.
    """
    theirs = list(theirs)
    places = [right for _, right in pairs if right is not None]
    first, last = places[0], places[-1]
    while last + 1 < len(theirs) and not is_boundary(text, theirs[last].end):
        last += 1
        start = theirs[last].start
        end = next(at for at in range(start + 1, len(text) + 1) if is_boundary(text, at))
        theirs[last] = token_of(text[start:end], start, language)
        pairs = [*pairs, (None, last)]
    while first and not is_boundary(text, theirs[first].start):
        first -= 1
        end = theirs[first].end
        start = next(at for at in range(end - 1, -1, -1) if is_boundary(text, at))
        theirs[first] = token_of(text[start:end], start, language)
        pairs = [(None, first), *pairs]
    return pairs, theirs


def _without_edges(
    theirs: list[Token], used: Sequence[Token], ours: Sequence[Token], language: str
) -> list[Token]:
    """Return *theirs* where the first and the last in use have no punctuation outside."""
    trimmed = list(theirs)
    for place in {0, -1} if used else ():
        at = theirs.index(used[place])
        token = trimmed[at]
        # Brackets at the edge of a fragment are there because they are the source's own.
        start, end = edges(token.text, keep=ours[place].text)
        start, end = (start, len(token.text)) if place == 0 else (0, end)
        if token.letters:
            trimmed[at] = token_of(token.text[start:end], token.start + start, language)
    return trimmed


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


def _note(
    pairs: Sequence[Pair], ours: Sequence[Token], theirs: Sequence[Token], source: SourceText
) -> str:
    """Return what kind of difference it is, where one word for it will do."""
    used = _right(pairs, theirs)
    if _letters(ours) == _letters(used):
        same = _signs(ours) == _signs(used)
        return "only punctuation differs" if same else "a number or a sign differs"
    if _caseless(ours) == _caseless(used):
        marks = ([_LETTERS.sub("", token.text) for token in each] for each in (ours, used))
        return "only capitals differ" if len(set(map(tuple, marks))) == 1 else _BOTH
    if sorted(_caseless(ours)) == sorted(_caseless(used)):
        return ANOTHER_ORDER
    left_out = _left_out(pairs, ours, theirs)
    shown = ", ".join(f"“{_shown(source, tokens)}”" for tokens in left_out)
    return f"{UNMARKED}: {shown}" if left_out else ""


def _caseless(tokens: Sequence[Token]) -> list[str]:
    return [token.caseless for token in tokens if token.letters]


def _letters(tokens: Sequence[Token]) -> list[str]:
    return [run for token in tokens for run in _LETTERS.findall(token.text)]


def _signs(tokens: Sequence[Token]) -> list[str]:
    """Return the numbers as they are written, and the symbols: $, +, %."""
    text = " ".join(token.text for token in tokens)
    symbols = [char for char in text if unicodedata.category(char)[0] == "S"]
    return _NUMBERS.findall(text) + symbols


def _left_out(
    pairs: Sequence[Pair], ours: Sequence[Token], theirs: Sequence[Token]
) -> list[list[Token]]:
    """Return the words of *theirs* that are missing, if nothing else differs."""
    missing: list[list[Token]] = [[]]
    for left, right in pairs:
        if left is None and right is not None:
            missing[-1].append(theirs[right])
        elif right is None or (left is not None and ours[left].caseless != theirs[right].caseless):
            return []
        else:
            missing.append([])
    return [tokens for tokens in missing if any(token.letters for token in tokens)]

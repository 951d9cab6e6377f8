"""Folding: what is left of a text when only its words and its punctuation count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from verification.characters import (
    DASH,
    ELLIPSIS,
    FOLDS,
    QUOTE,
    SUPERSCRIPTS,
)

# Raise it whenever a rule below, or a table, changes: cached folded texts are made anew.
FOLDING_VERSION = 3

_FOLDED = re.compile("[" + re.escape("".join(FOLDS)) + "]")
# Kept apart: one character class of both would be a hundred times slower.
_RARE_INVISIBLE = re.compile("[\U000e0100-\U000e01ef]+")
_STRESS = re.compile("([\u0400-\u04ff])[\u0300\u0301]+")
_DOTS = re.compile(r"\.{3,}|\.(?: \.){2,}")
# Stands for a soft hyphen at the end of a line, until it is known whether a word goes on there.
BROKEN = "\ufdd1"
_BROKEN_WORD = re.compile(rf"(?<=[^\W\d_]){BROKEN}\n *(?=[^\W\d_])")
_FOOTNOTE_BEFORE_STOP = re.compile(r" \[[1-9][0-9]{0,2}\](?!\w)")
FOOTNOTE = re.compile(r"\[[1-9][0-9]{0,2}\]")
_LONGEST_FOOTNOTE = 5
_SUPERSCRIPTS = re.compile(f"[{SUPERSCRIPTS}]+")
_UNIT = re.compile(r"\d\s?(?:[kcdm]?m|[ксдм]?м|[კსდმ]?მ|[կսդմ]?մ|ft|in)$")
# Words of letters that fold to themselves: most of what is quoted.
_SETTLED = "A-Za-z0-9А-Яа-яԱ-Ֆա-ֆა-ჰ"
PLAIN = re.compile(rf"[{_SETTLED}]+[,.:;!?]?(?: [{_SETTLED}]+[,.:;!?]?)*")

_TURKIC = frozenset({"az", "tr"})


def fold(text: str, *, source: bool = False) -> str:
    """Return *text* on one line, folded; of a *source*, its footnote marks are dropped."""
    return fold_lines(text.replace("\n", " "), source=source)


def fold_lines(text: str, *, source: bool = False) -> str:
    """Fold *text* and keep its lines, each folded as if it stood alone.

    Of a *source*, a word that a soft hyphen breaks at the end of a line keeps it there.
    """
    if PLAIN.fullmatch(text):
        return text
    is_broken = source and "\xad\n" in text
    if is_broken:
        text = text.replace(BROKEN, "").replace("\xad\n", f"{BROKEN}\n")
    # What is composed may be folded again, and what is uncovered composed, until all rest:
    # each round but the last leaves fewer characters, or fewer that NFC replaces.
    while True:
        text, rests = _fold_characters(text)
        dropped = _drop_marks(text) if source else text
        if rests and dropped == text:
            break
        text = dropped
    if is_broken:
        text = _BROKEN_WORD.sub("\xad\n", text).replace(BROKEN, "")
    # Between line breaks, the first line and the last are like all others.
    return _fold_quotes(_fold_dashes(_fold_dots(_tidy(f"\n{text}\n"))))[1:-1]


def caseless(text: str, language: str = "") -> str:
    """Return folded *text* in lower case, of the same length."""
    if language.partition("-")[0].lower() in _TURKIC:
        return text.replace("I", "ı").replace("İ", "i").lower()
    if "İ" not in text:
        return text.lower()
    # The one letter whose lower case is longer; it differs from i by more than its case.
    return "İ".join(part.lower() for part in text.split("İ"))


def _fold_characters(text: str) -> tuple[str, bool]:
    """Return *text* with each character folded, and whether another round changes nothing."""
    for char in set(_FOLDED.findall(text)):
        text = text.replace(char, FOLDS[char])
    if text.isascii():
        return text, True
    composed = unicodedata.normalize("NFC", _RARE_INVISIBLE.sub("", text))
    if "\u0301" in composed or "\u0300" in composed:
        composed = _STRESS.sub(r"\1", composed)
    return composed, composed == text


def _drop_marks(text: str) -> str:
    """Drop references to footnotes; 10² is a number, and a number of its own [5] is one too."""
    if "[" in text:
        text = FOOTNOTE.sub("", _FOOTNOTE_BEFORE_STOP.sub("", text))
        if FOOTNOTE.search(text):
            text = _drop_nested(text)
    if any(char in text for char in SUPERSCRIPTS):
        for start, end in reversed(list(superscripts_that_refer(text))):
            text = text[:start] + text[end:]
    return text


def _drop_nested(text: str) -> str:
    """Drop references within references, [[1]2]: each when its bracket closes."""
    kept: list[str] = []
    for at, char in enumerate(text):
        kept.append(char)
        if char != "]":
            continue
        near = "".join(kept[-_LONGEST_FOOTNOTE:])
        start = near.rfind("[")
        if start >= 0 and FOOTNOTE.fullmatch(near, start):
            del kept[start - len(near) :]
            follower = text[at + 1 : at + 2]
            if kept and kept[-1] == " " and not (follower.isalnum() or follower == "_"):
                kept.pop()
    return "".join(kept)


def superscripts_that_refer(text: str) -> Iterator[tuple[int, int]]:
    """Return where superscripts are marks of footnotes: after letters and punctuation.

    After a digit they are a power, and after a unit of length too: 5 km² are not 5 km.
    """
    for found in _SUPERSCRIPTS.finditer(text):
        start, end = found.span()
        before = text[start - 1 : start]
        is_power = not before or before.isspace() or before.isdigit()
        if not is_power and not (found[0] in "²³" and _UNIT.search(text, max(0, start - 8), start)):
            yield start, end


def _fold_dashes(text: str) -> str:
    for run in ("--", "-" + DASH, DASH + "-", DASH + DASH):
        while run in text:
            text = text.replace(run, DASH)
    if DASH in text:
        text = _tidy(text.replace(DASH, f" {DASH} "))
    while " - " in text:
        text = text.replace(" - ", f" {DASH} ")
    for edge in ("\n- ", " -\n", "\n-\n"):
        while edge in text:
            text = text.replace(edge, edge.replace("-", DASH))
    return text


def _fold_dots(text: str) -> str:
    if "..." in text or ". ." in text:
        text = _DOTS.sub(ELLIPSIS, text)
    if ELLIPSIS not in text:
        return text
    while ELLIPSIS * 2 in text:
        text = text.replace(ELLIPSIS * 2, ELLIPSIS)
    text = _tidy(text.replace(ELLIPSIS, f" {ELLIPSIS} "))
    for opening, closing in ("[]", "()", "<>"):
        spaced = f"{opening} {ELLIPSIS} {closing}"
        text = text.replace(spaced, opening + ELLIPSIS + closing)
    return text


def _fold_quotes(text: str) -> str:
    """Two marks in a row are one: ,,so`` is a way of typing “so”."""
    text = text.replace(",,", QUOTE)
    while QUOTE * 2 in text:
        text = text.replace(QUOTE * 2, QUOTE)
    return text


def _tidy(text: str) -> str:
    """Return *text* with single spaces, and none at the edges of its lines."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace(" \n", "\n").replace("\n ", "\n")

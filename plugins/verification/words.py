"""Words: where they begin and end, and what belongs to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

# Emphasis, exclamation and question in Armenian stand on a vowel, inside the word.
_ARMENIAN = "՛՜՞"
_MARKS = "".join(
    char for char in map(chr, range(0x300, 0x10000)) if unicodedata.category(char)[0] == "M"
)
_CORE = rf"[\w{_MARKS}{_ARMENIAN}]"
_WORD = re.compile(
    rf"(?:(?<!{_CORE})[+-](?=\d))?{_CORE}+(?:['-]{_CORE}+|(?<=\d)[.,]\d+)*(?:(?<=\d)[%‰])?"
)
_SEPARATORS = ".,"
_PERCENT = "%‰"
_SIGNS = "+-"
_SENTENCE_END = re.compile(r"[.?!؟]+")
STOPS = frozenset("?!؟")


def words_of(folded: str) -> list[str]:
    """Return the words of a folded text, in order."""
    return _WORD.findall(folded)


def first_of(words: Collection[str], folded: str, start: int, end: int) -> int:
    """Return where the first of *words* in folded[start:end] begins, or *start*."""
    found = (match for match in _WORD.finditer(folded, start, end) if match[0] in words)
    return next((match.start() for match in found), start)


def is_core(char: str) -> bool:
    """Tell whether *char* is always inside a word."""
    return unicodedata.category(char)[0] in "LNM" or char in _ARMENIAN


def is_boundary(text: str, at: int) -> bool:
    """Tell whether a cut before text[at] parts no word and no number."""
    if at <= 0 or at >= len(text):
        return True
    left, right = text[at - 1], text[at]
    if (left == " " and right.isalpha()) or (right == " " and left.isalpha()):
        return True
    if is_core(left) and is_core(right):
        return False
    before, after = text[at - 2 : at - 1] if at > 1 else "", text[at + 1 : at + 2]
    return not (
        _links(left, right, after)
        or _links(before, left, right)
        or (left in _SIGNS and right.isdecimal() and not (before and is_core(before)))
        or (
            left.isdecimal()
            and (right in _PERCENT or (right == " " and after and after in _PERCENT))
        )
        or _parts_thousands(text, at)
    )


def _links(left: str, link: str, right: str) -> bool:
    """Tell whether *link* holds the characters beside it together as one word or number."""
    if not left or not right or not (is_core(left) and is_core(right)):
        return False
    digits = left.isdecimal() and right.isdecimal()
    if link == "-":
        return not digits
    return link == "'" or (digits and link in _SEPARATORS)


def _parts_thousands(text: str, at: int) -> bool:
    """Tell whether the cut is beside the space in a number like 1 200."""
    space = at if text[at] == " " else at - 1
    if text[space] != " ":
        return False
    group = text[space + 1 : space + 5]
    if len(group) < 3 or not group[:3].isdecimal() or group[3:].isdecimal():
        return False
    head = text[max(0, space - 4) : space]
    digits = len(head) - len(head.rstrip("0123456789"))
    return 1 <= digits <= 3


def edges(folded: str, *, keep: str = "") -> tuple[int, int]:
    """Return where the words of *folded* begin and end; punctuation at its edges is free.

    Symbols are no punctuation: €, +, and the sign or the per cent of a number stay.
    The characters in *keep* stay too.
    """
    start, end = 0, len(folded)
    while start < end and _is_free(folded[start], keep):
        start += 1
    while end > start and _is_free(folded[end - 1], keep):
        end -= 1
    if start < end and folded[start].isdecimal() and folded[start - 1 : start] == "-":
        start -= 1 if start == 1 or not is_core(folded[start - 2]) else 0
    if start < end and folded[end - 1].isdecimal():
        tail = folded[end : end + 2]
        end += 1 if tail[:1] in _PERCENT and tail else 2 if tail[1:] and tail[1] in _PERCENT else 0
    return start, end


def _is_free(char: str, keep: str) -> bool:
    return not is_core(char) and unicodedata.category(char)[0] in "PZC" and char not in keep


def stops_before(text: str, at: int) -> frozenset[str]:
    """Return the question and exclamation marks between text[at] and the word before it."""
    start = at
    while start > 0 and not is_core(text[start - 1]):
        start -= 1
    return STOPS.intersection(text[start:at])


def stops_after(text: str, at: int) -> frozenset[str]:
    """Return the question and exclamation marks between text[at] and the next word."""
    end = at
    while end < len(text) and not is_core(text[end]):
        end += 1
    return STOPS.intersection(text[at:end])


def next_stops(text: str, at: int) -> frozenset[str]:
    """Return the question and exclamation marks that end the sentence around text[at]."""
    found = _SENTENCE_END.search(text, at)
    return STOPS.intersection(found[0]) if found else frozenset()

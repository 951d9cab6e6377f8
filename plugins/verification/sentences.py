"""Whether what was left out makes one sentence of two (Chicago Manual of Style, 17th ed., 13.53).

Who passes over the end of a sentence shows its stop: “It was late. […] closed at eight.”
"""

from __future__ import annotations

import re
from functools import cache

from verification.characters import DASH
from verification.found import Found, Gap

# A stop behind one of these ends no sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st prof sen gen gov rep col capt sgt lt pres hon mon corp inc ltd co vs ca cf"
    " al fig vol pp approx art mt ft jan feb aug sept oct nov dec"
    " г гг в вв с р ул им см стр ст тыс млн млрд руб проф акад др пр т д пос обл мин янв февр"
    " авг сент окт нояб дек"
    " ə m h ş k dos akad vb və s təxm yanv fev avq okt noy dek doç öğr gör alb cad sok bkz yy mah"
    " პროფ აკად დოქ მლნ მლრდ იანვ თებ აგვ სექტ ოქტ ნოემ დეკ გამზ".split()
)
_LONGEST_INITIALS = 2
# Where a stop behind a number makes it the first, the second …
_ORDINALS = frozenset({"tr", "az"})
_NUMERAL = re.compile(r"(?:\d|\b[IVXLC]+)\Z")
_UNCASED = frozenset({"ka", "fa"})
_CLOSING = " \t\n\"'”“»’)]"


def joins_sentences(found: Found, number: int, language: str) -> bool:
    """Tell whether gap *number* of *found* joins the middles of two sentences to one."""
    gap = found.gaps[number]
    before, after = found.fragments[number], found.fragments[number + 1]
    base = language.partition("-")[0].lower()
    if not gap.words or before.raw.rstrip(_CLOSING).endswith(_stops(base)):
        return False
    place = found.hits[number + 1].start
    ends = _ends(found, gap, place, base)
    if not ends and not found.source.has_break(gap.start, place):
        return False
    begins = place in ends or not found.source.before(place).strip(_CLOSING + "(«„[-")
    return not (begins and after.text[:1].isupper() and base not in _UNCASED)


def _ends(found: Found, gap: Gap, place: int, base: str) -> set[int]:
    """Return where sentences begin in the gap, or directly behind it."""
    text = found.source.folded
    return {
        match.end()
        for match in _pattern(base).finditer(text, gap.start, place + 1)
        if (base in _UNCASED or text[match.end()].isupper() or text[match.end()].isdecimal())
        and not _abbreviates(text, match.start(), base)
    }


def _abbreviates(text: str, at: int, base: str) -> bool:
    """Tell whether the stop at text[at] belongs to the word before it."""
    near = text[max(0, at - 32) : at]
    word = re.search(r"[^\W\d_]*\Z", near)
    if text[at] != "." or word is None:
        return False
    if base in _ORDINALS and _NUMERAL.search(near):
        return True
    initial = word[0].istitle() or (base in _UNCASED and word[0])
    short = bool(initial) and len(word[0]) <= _LONGEST_INITIALS
    return short or word[0].lower() in _ABBREVIATIONS


def _stops(base: str) -> tuple[str, ...]:
    return (".", "!", "?", "؟", "…", *(":։" if base == "hy" else ""))


@cache
def _pattern(base: str) -> re.Pattern[str]:
    """Return what ends a sentence in folded text: its match ends where the next one begins."""
    # The stop of Armenian is “։”, folded to a colon; its “.” is a pause.
    stops, space = ("!?:", r"\s*") if base == "hy" else (".!?؟", r"\s+")
    return re.compile(rf"[{stops}][\"')\]]*{space}[\"'(\[{DASH}-]*\s?(?=\w)")

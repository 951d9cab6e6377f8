"""Words that are looked for in a text that is at hand: pull-quotes, and phrases of headlines."""

from __future__ import annotations

from verification.folding import caseless, fold
from verification.marks import Parts
from verification.occurrences import find_all
from verification.readings import read
from verification.source_text import text_of
from verification.words import edges, is_boundary


def find_in(words: str, text: str, language: str) -> bool:
    """Tell whether *words* stand in *text*, folded alike, as a fragment stands in its source."""
    fragments = read(Parts(texts=(words,))).fragments
    return bool(fragments) and bool(find_all(fragments[0], text_of(text), language))


def contains(phrase: str, text: str, language: str) -> bool:
    """Tell whether *phrase* stands in *text*, whatever its capitals: headlines have their own."""
    wanted = caseless(fold(phrase), language)
    start, end = edges(wanted)
    wanted, text = wanted[start:end], caseless(fold(text), language)
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        if is_boundary(text, at) and is_boundary(text, at + len(wanted)):
            return True
        at = text.find(wanted, at + 1)
    return False

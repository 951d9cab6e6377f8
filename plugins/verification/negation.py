"""Words that deny: their loss turns a sentence into its opposite."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from verification.fold import caseless, fold
from verification.model import Caution
from verification.negation_data import DATA


@dataclass(frozen=True, slots=True, kw_only=True)
class Negations:
    """How one language denies."""

    language: str
    words: frozenset[str]
    pattern: re.Pattern[str] | None
    except_for: tuple[str, ...]
    after: frozenset[str]

    def __contains__(self, word: str) -> bool:
        word = caseless(word, self.language)
        if word in self.words or word in self.after:
            return True
        return (
            self.pattern is not None
            and self.pattern.fullmatch(word) is not None
            and not word.startswith(self.except_for)
        )

    def among(self, words: Iterable[str]) -> list[str]:
        """Return those of *words* that deny."""
        return [word for word in words if word in self]

    def follows(self, word: str) -> bool:
        """Tell whether *word* denies what stands before it."""
        return caseless(word, self.language) in self.after


@cache
def negations(language: str) -> Negations:
    """Return how *language* denies; where it has no list, no word does."""
    base = language.partition("-")[0].lower()
    entry = DATA.get(base, {})
    pattern = entry.get("pattern")
    return Negations(
        language=base,
        words=_folded(entry.get("words", "")),
        pattern=re.compile(pattern) if pattern else None,
        except_for=tuple(_folded(entry.get("except_for", ""))),
        after=_folded(entry.get("after", "")),
    )


def missing_negations(language: str) -> Caution | None:
    """Return a caution where *language* has no list of negations; say it once for each."""
    base = language.partition("-")[0].lower()
    if base in DATA:
        return None
    return Caution(
        code="no-negation-list",
        message=f"no list of negations for the language “{language}”: read for yourself"
        " whether what was left out of its quotations changes their meaning",
    )


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())

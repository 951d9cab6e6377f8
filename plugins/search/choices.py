"""What narrows a search: words of no language that stand in the index beside the text.

Pagefind's own filters are written in an order that changes from run to run.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from search.model import Choice

# Of persons and outlets, a list offers those that are quoted in the most texts.
MOST = 100
KINDS = ("section", "year", "person", "source")
_LETTERS = str.maketrans("0123456789abcdef", "bcdfghjklmnpqrst")


def token(choice: Choice) -> str:
    """Return a word of consonants that stands for *choice*, and for nothing a reader types."""
    digest = hashlib.sha256(f"{choice.kind}\0{choice.value}".encode()).hexdigest()
    return f"xq{digest[:14].translate(_LETTERS)}"


@dataclass(slots=True)
class Choices:
    """In how many texts each choice is, and what it is called."""

    counts: Counter[str] = field(default_factory=Counter)
    seen: dict[str, Choice] = field(default_factory=dict)

    def add(self, choices: Iterable[Choice]) -> None:
        """Count the choices of one text."""
        for choice in choices:
            name = token(choice)
            self.counts[name] += 1
            self.seen.setdefault(name, choice)

    def by_kind(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Return token and label of each choice: years from the last, all else by label.

        A kind of which there is but one choice narrows nothing, and is left out.
        """
        found = {}
        for kind in KINDS:
            names = [name for name, choice in self.seen.items() if choice.kind == kind]
            names.sort(key=lambda name: (-self.counts[name], self.seen[name].label))
            most = [(name, self.seen[name].label) for name in names[:MOST]]
            if len(most) > 1:
                most.sort(key=lambda each: each[1].casefold(), reverse=kind == "year")
                found[kind] = tuple(most)
        return found

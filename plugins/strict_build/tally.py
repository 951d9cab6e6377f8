"""What a build read, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from contract.text import texts_in


def tally(contents: Iterable[object]) -> str:
    """Return how many texts there are, and how their quotations came out of the check."""
    texts = list(texts_in(contents))
    results = Counter(str(q.result) for text in texts for q in text.quotations)
    counted = ", ".join(f"{number} {result}" for result, number in results.most_common())
    found = count(results.total(), "quotation") + (f" ({counted})" if counted else "")
    return f"{count(len(texts), 'text')} with {found}"


def count(number: int, name: str) -> str:
    """Return *number* with *name*, in the plural where that is due."""
    return f"{number} {name}" if number == 1 else f"{number} {name}s"

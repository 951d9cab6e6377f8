"""What a build read, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def tally(contents: Iterable[object]) -> str:
    """Return how many texts there are, and how their quotations came out of the check."""
    texts = [each for each in contents if hasattr(each, "quotations") and hasattr(each, "status")]
    results = Counter(str(q.result) for text in texts for q in text.quotations)
    counted = ", ".join(f"{number} {result}" for result, number in results.most_common())
    found = f"{results.total()} quotations" + (f" ({counted})" if counted else "")
    return f"{len(texts)} articles and pages with {found}"

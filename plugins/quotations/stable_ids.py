"""Names of quotations that stay the same when the text around them is edited."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Sequence

from verification import fold

DIGITS = 8


class StableIds:
    """Names the quotations of one document."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def name(self, words: Sequence[str], work: Hashable) -> str:
        """Return ``q-`` and eight hexadecimal digits of the quoted *words* and their *work*.

        *words* are those that were checked: of a translation, the original's. A second
        quotation of the same words from the same work gets ``-2``.
        """
        said = repr((fold(" ".join(words)), work))
        digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
        self._given[digest] += 1
        number = self._given[digest]
        return f"q-{digest}" + (f"-{number}" if number > 1 else "")

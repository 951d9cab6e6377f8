"""What readers type, and what stands in the text: two spellings of one word.

Pagefind puts capitals and marks above and below letters aside. This is what it leaves.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# The browser folds a query with the same table: see scripts/search.js.
FOLDS: dict[str, str] = {
    "ə": "e",
    "ı": "i",
    "և": "եւ",
    # Arabic letters and the Persian ones for them; the elongation of a line.
    "ي": "ی",
    "ى": "ی",
    "ك": "ک",
    "ة": "ه",
    "ـ": "",
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
}
_TABLE = str.maketrans(FOLDS)
_PART = r"[\w\u200c\u200d'’]"
_CHANGED = re.compile(f"{_PART}*[{re.escape(''.join(FOLDS))}]{_PART}*")


def fold(word: str) -> str:
    """Return *word* in small letters, each that FOLDS names in the form that it gives."""
    return unicodedata.normalize("NFC", word.lower()).translate(_TABLE)


def other_spellings(words: Iterable[str]) -> tuple[str, ...]:
    """Return the folded form of each of *words* that folding changes, once, in their order."""
    text = unicodedata.normalize("NFC", " ".join(words).lower())
    return tuple(dict.fromkeys(map(fold, _CHANGED.findall(text))))

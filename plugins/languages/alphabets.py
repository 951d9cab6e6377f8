"""The order of names: by script, and by the alphabet of the reader's language.

The order of scripts and alphabets is that of CLDR's root collation and of its tailorings,
as far as names of people need it; Babel has no collation.
"""

from __future__ import annotations

import unicodedata
from functools import cache

# Where a language orders the letters of its script otherwise than Unicode numbers them.
ALPHABETS = {
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvwyz",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
}
SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "GEORGIAN", "ARMENIAN", "HEBREW", "ARABIC")
SCRIPT_OF = {
    "ar": "ARABIC",
    "fa": "ARABIC",
    "hy": "ARMENIAN",
    "ka": "GEORGIAN",
    "ru": "CYRILLIC",
    "uk": "CYRILLIC",
}
LATIN = "LATIN"
DOTTED = frozenset({"az", "tr"})
# Letters that lose nothing but a stroke, and that Unicode does not take apart.
PLAIN = str.maketrans({"ə": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae"})
# One letter of Persian and Arabic, on two keyboards.
SAME = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ё": "е"})
OTHER = "#"

Key = tuple[tuple[int, int, str], ...]


class Alphabet:
    """Orders names as readers of one language look them up, those in its script first."""

    def __init__(self, language: str) -> None:
        self.language = language.split("-")[0]
        letters = ALPHABETS.get(self.language, "")
        self._places = {letter: place for place, letter in enumerate(letters)}
        own = SCRIPT_OF.get(self.language, LATIN)
        self._scripts = {own: 0} | {
            script: place for place, script in enumerate(SCRIPTS, start=1) if script != own
        }

    def key(self, name: str) -> Key:
        """Return what *name* is sorted by; marks, dots and quotation marks count for nothing."""
        letters = self._letters(name)
        return tuple(self._rank(letter) for letter in letters)

    def letter(self, name: str) -> str:
        """Return the letter under which *name* stands in an index, or ``#``."""
        first = next((each for each in self._letters(name) if each != " "), "")
        if not first.isalpha():
            return OTHER
        if self.language in DOTTED and first == "i":
            return "İ"
        # Georgian has capitals in headlines only.
        return first if _script(first) == "GEORGIAN" else first.upper()

    def _letters(self, name: str) -> str:
        if self.language in DOTTED:
            name = name.replace("I", "ı").replace("İ", "i")
        lower = unicodedata.normalize("NFC", name.lower()).translate(SAME)
        return "".join(part for letter in lower for part in self._plain(letter)).strip()

    def _plain(self, letter: str) -> str:
        if letter in self._places:
            return letter
        apart = unicodedata.normalize("NFKD", letter.translate(PLAIN))
        return "".join(part for part in apart if part.isalnum() or part.isspace())

    def _rank(self, letter: str) -> tuple[int, int, str]:
        if not letter.isalpha():
            return (-1 if letter == " " else len(SCRIPTS) + 2, 0, letter)
        script = self._scripts.get(_script(letter), len(SCRIPTS) + 1)
        return (script, self._places.get(letter, len(self._places)), letter)


def is_written_in(language: str, text: str) -> bool:
    """Tell whether *text* begins in the script of *language*."""
    first = next((each for each in text if each.isalpha()), "")
    return _script(first) == SCRIPT_OF.get(language.split("-")[0], LATIN)


@cache
def _script(letter: str) -> str:
    """Return the first word of the name that Unicode gives *letter*, which is its script."""
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""

"""Words in Latin letters, as readers of each language would write them.

Georgian follows the national system of 2002, without its apostrophes; Armenian and Russian
the BGN/PCGN systems of 1981 and 1944, without their marks; Persian, which leaves short vowels
out, keeps them out. Everything else is Unidecode's. Scripts tell the languages apart.
"""

from __future__ import annotations

import re
import unicodedata

from unidecode import unidecode


def _letters(letters: str, latin: str) -> dict[str, str]:
    """Return what each of *letters* becomes, in their order; “_” leaves it out."""
    return dict(zip(letters, (each.strip("_") for each in latin.split()), strict=True))


GEORGIAN = _letters(
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h",
)
ARMENIAN = _letters(
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev",
)
RUSSIAN = _letters(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya",
)
PERSIAN = _letters(
    "اآأإبپتثجچحخدذرزژسشصضطظعغفقکكگلمنوؤهةیيىئء\u064e\u064f\u0650\u0651\u0652\u200c",
    "a a a e b p t s j ch h kh d z r z zh s sh s z t z _ gh f gh k k g l m n u u h e i i i i"
    " _ a o e _ _ -",
)
# Azerbaijani; what Unidecode makes of this letter is “@”.
LATIN = {"ə": "e"}
LETTERS = str.maketrans({**GEORGIAN, **ARMENIAN, **RUSSIAN, **PERSIAN, **LATIN})

# What a letter is beside certain others; before single letters are replaced.
NEIGHBOURS = tuple(
    (re.compile(pattern), latin)
    for pattern, latin in (
        ("ու", "u"),
        (r"\bո(?!վ)", "vo"),
        (r"\bե(?!ւ)", "ye"),
        (r"(?<=[жчшщ])ё", "e"),
        (r"[иы]й\b", "y"),
        (r"\bو\b", "va"),
        (r"\bو(?=.)|(?<=[اآیي])و|و(?=[اآیي])", "v"),
        (r"\bای", "i"),
        (r"\bی(?=.)|\bي(?=.)|(?<=[اآ])[یي](?=.)|[یي](?=[اآ])", "y"),
        (r"(?<![اآوی\s])ه\b", "e"),
    )
)


def romanise(text: str) -> str:
    """Return *text* in Latin letters, small ones; text that has no others stays as it is."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text).lower().replace("\u0307", "")
    for pattern, latin in NEIGHBOURS:
        text = pattern.sub(latin, text)
    return unidecode(text.translate(LETTERS))

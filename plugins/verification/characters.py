"""Characters that differ on the page and not in the words (facts: rules 2 to 5)."""

from __future__ import annotations

import unicodedata

QUOTE = "'"
DASH = "—"
ELLIPSIS = "…"
OVERRIDES = "\u202d\u202e"

# Quotation marks, apostrophes, and the letters that stand in for an apostrophe.
QUOTES = '"“”„‟«»‹›‘’‚‛`´ʼʻʹʺ՚＂＇「」『』〝〞〟❛❜❝❞'
HYPHENS = "‐‑‒–−﹣－֊⁃"
LONG_DASHES = "―⸺⸻﹘"
SPACES = "\t\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u202f\u205f\u3000\u2028\u2029" + "".join(
    map(chr, range(0x2000, 0x200B))
)
INVISIBLE = "\xad\u034f\u061c\u0640\u180e\u2060\u2061\u2062\u2063\u2064\ufeff" + "".join(
    chr(code)
    for first, last in (
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2066, 0x206F),
        (0xFE00, 0xFE0F),
    )
    for code in range(first, last + 1)
)
LETTERS = {"ё": "е", "Ё": "Е", "ي": "ی", "ى": "ی", "ك": "ک", "։": ":"}
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def _mtavruli() -> dict[str, str]:
    """Return the Georgian capitals that only emphasis uses, and their ordinary letters."""
    codes = [*range(0x1C90, 0x1CBB), *range(0x1CBD, 0x1CC0)]
    return {chr(code): chr(code - 0x1C90 + 0x10D0) for code in codes}


def _ligatures() -> dict[str, str]:
    """Return the ligatures that are decomposed: Latin, Armenian, and Arabic forms only."""
    codes = [0x132, 0x133, 0x587, *range(0xFB00, 0xFB07), *range(0xFB13, 0xFB18)]
    codes += [*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)]
    decomposed = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return {char: letters for char, letters in decomposed.items() if letters != char}


def _folds() -> dict[str, str]:
    """Return what each character becomes, so that nothing it becomes is folded again."""
    plain: dict[str, str] = dict.fromkeys(INVISIBLE, "") | dict.fromkeys(SPACES, " ")
    plain |= dict.fromkeys(QUOTES, QUOTE) | dict.fromkeys(HYPHENS, "-")
    plain |= dict.fromkeys(LONG_DASHES, DASH) | LETTERS | _mtavruli()
    table = str.maketrans(plain)
    return plain | {char: letters.translate(table) for char, letters in _ligatures().items()}


FOLDS = _folds()

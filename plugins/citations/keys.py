"""Citation keys, addresses and codes: their shape, and making keys from words in any script."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

from unidecode import unidecode

from verification import QuotationError

# A file's name on every system: Windows ends none in a dot, and keeps some for its devices.
KEY_SHAPE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")
WEB_URL = re.compile(r"^https?://[^/\s]+", re.IGNORECASE)
LONGEST_KEY = 60
# What is left of words that say nothing in letters and digits.
UNNAMED = "work"
# Georgian by its national system of romanization (2002), and the Azerbaijani letter
# that Unidecode writes as a sign: a key should read as people would spell it.
_GEORGIAN = (
    "ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:zh რ:r ს:s ტ:t უ:u ფ:p"
    " ქ:k ღ:gh ყ:q შ:sh ჩ:ch ც:ts ძ:dz წ:ts ჭ:ch ხ:kh ჯ:j ჰ:h"
)
SPELLING = str.maketrans(dict(pair.split(":") for pair in f"{_GEORGIAN} ə:e Ə:e".split()))
_MARKS = re.compile(r"['`]")
_WORD = re.compile(r"[a-z0-9]+")


def citation_key_from(*words: str) -> str:
    """Return *words* as one key: small Latin letters and digits, parted by hyphens.

    A key has at most LONGEST_KEY characters and ends with a whole word where it can;
    it is UNNAMED where nothing in *words* can be written so, and ends so where no file may
    have their name.
    """
    key = slug_of(" ".join(words))
    if len(key) > LONGEST_KEY:
        key = key[: LONGEST_KEY + 1].rpartition("-")[0] or key[:LONGEST_KEY]
    return f"{key}-{UNNAMED}" if DEVICE.fullmatch(key) else key or UNNAMED


def slug_of(text: str) -> str:
    """Return *text* in small Latin letters and digits, parted by hyphens; it may be empty."""
    latin = unidecode(text.translate(SPELLING)).lower()
    return "-".join(_WORD.findall(_MARKS.sub("", latin)))


def free_key(key: str, taken: Iterable[str]) -> str:
    """Return *key*, or the first of key-2, key-3 … that is none of *taken*.

    Keys that differ only in capitals count as one: there are disks that keep one file for both.
    """
    folded = {each.casefold() for each in taken}
    numbered = (f"{key}-{number}" for number in count(2))
    return (
        key
        if key.casefold() not in folded
        else next(each for each in numbered if each.casefold() not in folded)
    )


def citation_key(text: str) -> str:
    """Return the key of ``[@key]``; it names a file, so its shape is narrow."""
    key = text.strip()
    if DEVICE.fullmatch(key):
        raise QuotationError(
            message=f"“{key}” is no citation key: Windows keeps that name for itself; add a word,"
            f" as in [@{key}-water]",
            code="bad-key",
        )
    if not KEY_SHAPE.fullmatch(key) or ".." in key:
        raise QuotationError(
            message=f"“{key}” is no citation key; use letters, digits and hyphens,"
            " as in [@courier-water]",
            code="bad-key",
        )
    return key


def web_url(url: str) -> str:
    """Return *url* where a reader may follow it; anything but http(s) is refused."""
    if not WEB_URL.match(url):
        raise QuotationError(
            message=f"the link “{url}” leads to no web page; use an address"
            " that begins with https://",
            code="unsafe-link",
        )
    return url

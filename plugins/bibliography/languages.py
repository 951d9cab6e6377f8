"""The language of a work: libraries write en-US, eng, English, русский or, for LaTeX, ngerman."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from bibliography.texts import one_line
from citations import LANGUAGE_CODE

_CODE = re.compile(r"(?P<language>[A-Za-z]{2,3})(?P<rest>(?:[-_][A-Za-z0-9]+)*)")
_COMMENT = re.compile(r"\s*\(.*\)$")
SHORT = 2
# Whose names for languages are known, besides English.
_SPEAKERS = "az de es fa fr hy it ka ru tr uk".split()
# Of the Babel package's names (its manual, section 1.3), those that are no English ones.
_LATEX = {
    "american": "en-US",
    "usenglish": "en-US",
    "british": "en-GB",
    "ukenglish": "en-GB",
    "australian": "en-AU",
    "canadian": "en-CA",
    "newzealand": "en-NZ",
    "ngerman": "de",
    "austrian": "de-AT",
    "naustrian": "de-AT",
    "francais": "fr",
    "frenchb": "fr",
    "canadien": "fr-CA",
    "acadian": "fr-CA",
    "brazil": "pt-BR",
    "brazilian": "pt-BR",
    "portuges": "pt",
    "farsi": "fa",
    "magyar": "hu",
    "norsk": "nb",
    "nynorsk": "nn",
    "slovene": "sl",
}


def language_code(text: str) -> str:
    """Return the code of *text*, the short one where there is one, or an empty text."""
    text = one_line(text)
    if match := _CODE.fullmatch(text):
        language = match["language"].lower()
        if len(language) > SHORT:
            language = get_global("language_aliases").get(language, language)
        return (language + match["rest"]).replace("_", "-")
    name = text.casefold()
    return _names().get(name) or _names().get(_COMMENT.sub("", name), "")


@cache
def _names() -> dict[str, str]:
    names = {}
    for speaker in (*_SPEAKERS, "en"):
        for code, name in Locale(speaker).languages.items():
            if LANGUAGE_CODE.fullmatch(tag := code.replace("_", "-")):
                names[name.casefold()] = tag
    return names | _LATEX

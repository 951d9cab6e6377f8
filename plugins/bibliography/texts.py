"""Text as a citation holds it: plain, without stray characters; and a language by its code.

Libraries write en-US, eng, English, русский or, for LaTeX, ngerman.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache

from babel import Locale
from babel.core import get_global

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
_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_AROUND_LINE_END = re.compile(r"[ \t\f\v]*\n[ \t\f\v]*")
_PARAGRAPH = re.compile(r"\n{3,}")
# What Zotero and publishers write into titles and abstracts; anything else in <> is text.
_INLINE = r"i|b|u|em|strong|sc|sup|sub|span|a|jats:[a-z-]+"
_BLOCK = re.compile(
    r"<(?:p|div|li|h[1-6]|jats:p|jats:title)(?:\s[^<>]*)?>|<br\s*/?>", re.IGNORECASE
)
_TAG = re.compile(rf"</?(?:{_INLINE}|p|div|ul|ol|li|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);", re.IGNORECASE)


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


def without_markup(text: str) -> str:
    """Return *text* without the HTML that CSL-JSON allows in it; words are never taken away."""
    text = _TAG.sub("", _BLOCK.sub("\n", text))
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def with_markup(text: str) -> str:
    """Return *text* so that `without_markup` gives it back: escaped where it looks like HTML."""
    return text if without_markup(text) == text else html.escape(text, quote=False)


def one_line(text: str) -> str:
    """Return *text* on one line."""
    return _SPACE.sub(" ", _legible(text)).strip()


def paragraphs(text: str) -> str:
    """Return *text* with its line breaks, and no space around them."""
    text = _AROUND_LINE_END.sub("\n", _legible(_LINE_END.sub("\n", text)))
    return _PARAGRAPH.sub("\n\n", text).strip()


def _legible(text: str) -> str:
    """Drop control characters; half a character, which no file can hold, becomes U+FFFD."""
    if text.isprintable():
        return text
    return "".join(
        "\ufffd" if kind == "Cs" else "" if kind == "Cc" and not character.isspace() else character
        for character in text
        if (kind := unicodedata.category(character))
    )

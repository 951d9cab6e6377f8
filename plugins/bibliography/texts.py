"""Text as libraries hold it, and as a citation holds it: plain, and without stray characters."""

from __future__ import annotations

import html
import re
import unicodedata

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

"""The letters of a page: which charset its bytes are in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NoReturn

from charset_normalizer import from_bytes

from capture.model import CaptureError, notice
from problems import Problem

# The charsets of the web (Encoding Standard, section 4.2), by Python's names for them.
KNOWN = frozenset(
    "utf-8 cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8"
    " iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u koi8-t mac-roman"
    " mac-cyrillic cp874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258"
    " gb18030 big5 euc_jp iso2022_jp shift_jis euc_kr utf-16 utf-16-le utf-16-be".split()
)
# What browsers read in the place of what is stated (Encoding Standard, section 4.2).
READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
# Their bytes may be taken for UTF-8.
UNLIKE_ASCII = frozenset({"utf-16", "utf-16-le", "utf-16-be", "iso2022_jp"})
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
STATED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*(?P<meta>[\w:.-]+)
        |<\?xml[^>]{0,100}?encoding\s*=\s*["'](?P<xml>[\w:.-]+)""",
    re.IGNORECASE | re.VERBOSE,
)
FAR = 4096  # bytes; browsers look for it in the first 1024
SAMPLE = 200_000  # bytes tell a charset
MARKUP = re.compile(rb"<(script|style)\b(?:(?!<\1\b).)*?</\1|<[^<>]*>", re.IGNORECASE | re.DOTALL)
# Told apart by their letters, from each other and from the Latin ones, which nobody can tell
# from each other.
TOLD_APART = ["cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic", "cp1256"]
LATIN = ["cp1250", "cp1252", "cp1254", "cp1257"]
LATIN_1 = "cp1252"
# What ğ, ı and ş of Turkish and Azerbaijani become in it.
TURKISH_AS_LATIN_1 = "ðýþÐÝÞ"
SURE = 3
# One broken letter in so many is a slip of the page; more, and its charset is another.
SLIP = 50
UNREADABLE = "save it in a browser as a text in UTF-8, and pass the file"


def decode(content: bytes, *, stated: str = "") -> tuple[str, list[Problem]]:
    """Return *content* as text, and what to look at where its charset is in doubt.

    *stated* is the charset that the server names; what the page says itself comes after it.
    Raises CaptureError where the letters cannot be told.
    """
    for mark, codec in MARKS.items():
        if content.startswith(mark):
            return content.decode(codec, errors="replace"), []
    labels = list(dict.fromkeys(filter(None, (stated, *_named(content)))))
    codecs_named = {label: _codec(label) for label in labels}
    for label, codec in codecs_named.items():
        if codec in UNLIKE_ASCII:
            return _strict(content, codec) or _refuse(label), []
    # No other charset looks like it by chance, whatever the page says.
    for codec in filter(None, ("utf-8", *codecs_named.values())):
        if (text := _read(content, codec)) is not None:
            named = "" if content.isascii() else _named_otherwise(labels[:1], codec)
            return text, [*_slips(text), *_doubt(named, codec), *_mistaken(content, codec, text)]
    if labels and not any(codecs_named.values()):
        _refuse(labels[0])
    return _guessed(content, labels)


def _named(content: bytes) -> Iterator[str]:
    for found in STATED.finditer(content[:FAR]):
        yield (found["meta"] or found["xml"]).decode("ascii", errors="replace")


def _codec(label: str) -> str:
    """Return Python's name for the charset, or an empty text where it knows none."""
    try:
        name = codecs.lookup(label.strip().lower()).name
    except (LookupError, ValueError):
        return ""
    name = READ_AS.get(name, name)
    return name if name in KNOWN else ""


def _strict(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None


def _read(content: bytes, codec: str) -> str | None:
    """Return the text, with a few letters broken at most."""
    text = content.decode(codec, errors="replace")
    letters = len(text) - len(text.encode("ascii", "ignore"))
    return text if text.count("\N{REPLACEMENT CHARACTER}") * SLIP <= letters else None


def _guessed(content: bytes, labels: list[str]) -> tuple[str, list[Problem]]:
    plain = MARKUP.sub(b" ", content[:SAMPLE])
    best = from_bytes(plain, cp_isolation=[*TOLD_APART, *LATIN]).best()
    if best is None or best.encoding not in TOLD_APART:
        _refuse(labels[0] if labels else "")
    codec = best.encoding.replace("_", "-")
    text = content.decode(codec, errors="replace")
    stated = f"the page says {labels[0]}, and is not" if labels else "the page names no charset"
    message = f"{stated}: its letters were read as {codec}; compare the text with the page"
    return text, [*_slips(text), notice(message, "charset-guessed")]


def _mistaken(content: bytes, codec: str, text: str) -> list[Problem]:
    """Tell where a page that says it is Latin-1 looks like another; its readers see it wrongly."""
    if codec != LATIN_1:
        return []
    best = from_bytes(MARKUP.sub(b" ", content[:SAMPLE]), cp_isolation=[*TOLD_APART, *LATIN]).best()
    other = best.encoding if best and best.encoding in TOLD_APART else ""
    if not other and sum(map(text.count, TURKISH_AS_LATIN_1)) >= SURE:
        other = "cp1254"
    if not other:
        return []
    message = f"the page says that it is {codec}, and its letters look like {other}"
    return [notice(f"{message}; compare a line of the text with the page", "charset-guessed")]


def _named_otherwise(labels: list[str], codec: str) -> str:
    return next((label for label in labels if _codec(label) != codec), "")


def _doubt(named: str, codec: str) -> list[Problem]:
    if not named:
        return []
    message = f"the page says {named}, and is {codec}; compare a line of the text with the page"
    return [notice(message, "charset-guessed")]


def _slips(text: str) -> list[Problem]:
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    if not broken:
        return []
    message = f"the page has {broken} broken letters, which stand as “\N{REPLACEMENT CHARACTER}”"
    return [notice(f"{message} in the text; mend them by hand", "charset-guessed")]


def _refuse(label: str) -> NoReturn:
    what = f"the charset “{label}”" if label else "a charset that it does not name"
    raise CaptureError(f"the page is in {what}, which cannot be read here; {UNREADABLE}", "charset")

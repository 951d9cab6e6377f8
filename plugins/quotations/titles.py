"""Words that stand for a whole: titles, and the first words of a quotation."""

from __future__ import annotations

import html
import re
import textwrap

# Between the last word that is there and the ellipsis.
LAST_SIGN = re.compile(r"[\s,;:،؛–—-]+…$")
TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)


def plain(title: object) -> str:
    """Return a title without its tags, in one line; “a < b” is no tag."""
    return " ".join(html.unescape(TAG.sub("", str(title))).split())


def opening(text: str, most: int) -> str:
    """Return the first words of *text*, in at most *most* characters, its ellipsis included."""
    short = textwrap.shorten(text, most, placeholder="…")
    if short == "…" and text.strip("…"):
        short = f"{text[: most - 1]}…"
    return LAST_SIGN.sub("…", short)

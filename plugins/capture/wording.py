"""Titles and names as they stand on the page: text on one line, without markup."""

from __future__ import annotations

import html
import re

from lxml.html import HtmlElement

TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# Control characters, and those that turn letters round; not the joiners of Persian.
UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
JOINERS = "\u200c\u200d"
# What stands between a title and the name of its outlet.
BETWEEN = r"\s*(?:\||—|–|-|::|:|·|•|»|«|/)\s*"
LONGEST = 500


def one_line(text: str) -> str:
    """Return *text* without markup, entities, control characters and line breaks."""
    text = TAG.sub("", html.unescape(text))
    # A lone half of a surrogate pair can be written into no file.
    text = text.encode("utf-8", errors="ignore").decode("utf-8")
    return " ".join(UNWANTED.sub("", text).split())[:LONGEST].strip()


def without_outlet(title: str, outlet: str) -> str:
    """Return *title* without the outlet’s name before or behind it."""
    if not outlet:
        return title
    name = re.escape(outlet)
    cut = re.sub(rf"^{name}{BETWEEN}|{BETWEEN}{name}$", "", title, flags=re.IGNORECASE)
    return cut.strip() or title


def with_joiners(text: str, tree: HtmlElement) -> str:
    """Return *text* with the joiners that it has on the page; libraries take them away."""
    shown = " ".join(
        [*tree.itertext("title", "h1", "h2", "a", "span", "p"), *tree.xpath("//@content")]
    )
    if not text or not any(joiner in shown for joiner in JOINERS):
        return text
    optional = f"[{JOINERS}]*"
    pattern = optional.join(r"\s+" if letter == " " else re.escape(letter) for letter in text)
    found = re.search(pattern, shown)
    return one_line(found[0]) if found else text

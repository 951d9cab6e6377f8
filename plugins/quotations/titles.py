"""Titles as text: of what an author writes, tags go, and signs stay."""

from __future__ import annotations

import html
import re

TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)


def plain(title: object) -> str:
    """Return a title without its tags, in one line; “a < b” is no tag."""
    return " ".join(html.unescape(TAG.sub("", str(title))).split())

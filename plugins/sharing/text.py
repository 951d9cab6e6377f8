"""Author text, as other people's programs show it."""

from __future__ import annotations

import re

from quotations.titles import plain

# Signs that turn what follows them round, or join what was apart (UAX #9).
BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


# A screen has room for a word or two below an icon.
ARTICLE = re.compile(r"^(?:The|An?)\s+(?=\S)")


def without_article(name: str) -> str:
    """Return the name of a site without the article that it begins with in English."""
    return ARTICLE.sub("", name)


def one_line(text: object) -> str:
    """Return *text* without tags and without signs that turn its neighbours round."""
    return BIDI_CONTROLS.sub("", plain(text))

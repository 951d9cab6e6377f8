"""Author text, as other people's programs show it."""

from __future__ import annotations

import re

from quotations.titles import plain

# Signs that turn what follows them round, or join what was apart (UAX #9).
BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LONGEST = 200


def one_line(text: object) -> str:
    """Return *text* without tags and without signs that turn its neighbours round."""
    return BIDI_CONTROLS.sub("", plain(text))


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return at most *longest* characters of *text*, cut between words where there are any."""
    if len(text) <= longest:
        return text
    return f"{text[: longest - 1].rsplit(' ', 1)[0].rstrip('.,;:–— ')}…"

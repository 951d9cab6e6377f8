"""The address of the licence that a site names in words."""

from __future__ import annotations

import re

# CC BY 4.0, CC BY-NC-SA 3.0, CC0 1.0: what they call themselves.
CREATIVE_COMMONS = re.compile(r"\bCC(?:0| (?P<terms>BY(?:-NC)?(?:-SA|-ND)?)) (?P<version>\d\.\d)\b")
HOME = "https://creativecommons.org"


def licence_address(sentence: str) -> str:
    """Return where the text of the Creative Commons licence is that *sentence* names, or ``""``."""
    found = CREATIVE_COMMONS.search(sentence)
    if not found:
        return ""
    terms, version = found["terms"], found["version"]
    path = f"licenses/{terms.lower()}" if terms else "publicdomain/zero"
    return f"{HOME}/{path}/{version}/"

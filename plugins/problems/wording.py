"""Numbers in what is told."""

from __future__ import annotations


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return “1 word”, “2 words”; *plural* where an s does not make it."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"

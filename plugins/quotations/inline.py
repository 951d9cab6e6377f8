"""Finding the quoted phrase that a citation key follows."""

from __future__ import annotations

# What may open a quotation that ends with the key: English “…”, German and Georgian „…“,
# French and Russian «…», reversed »…«, and the straight marks.
OPENING = {
    "”": "“„",
    "“": "„",
    "»": "«",
    "«": "»",
    "‟": "„",
    '"': '"',
}
# Swedish and Finnish open a quotation with the mark that ends it.
ALIKE = frozenset("”»")


def quoted_start(text: str) -> int | None:
    """Return where the quotation begins with which *text* ends, or None if it does not.

    Marks nested in a quotation are passed over: «a «b» c» is one.
    """
    if not text or text[-1] not in OPENING:
        return None
    closing = text[-1]
    start = _partner(text, OPENING[closing], closing)
    if start is None and closing in ALIKE:
        start = _partner(text, closing, closing)
    return start


def _partner(text: str, openers: str, closing: str) -> int | None:
    depth = 0
    for position in range(len(text) - 2, -1, -1):
        character = text[position]
        if character in openers:
            if depth == 0:
                return position
            depth -= 1
        elif character == closing:
            depth += 1
    return None

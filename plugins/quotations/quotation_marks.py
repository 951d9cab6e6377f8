"""Quotation marks of several languages: finding the phrase that the last one closes."""

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
# A mark behind one of these, or behind a word, ends something; \x03 ends code and links.
BEFORE_CLOSING = frozenset(".,;:!?…)]”»\x03")


def quoted_start(text: str) -> int | None:
    """Return where the quotation begins with which *text* ends, or None if it does not.

    Marks nested in a quotation are passed over: «a «b» c» is one.
    """
    if not text or text[-1] not in OPENING:
        return None
    start = _partner(text)
    return _nearest(text) if start is None else start


def _partner(text: str) -> int | None:
    """Return the place of the mark that opens what the last one closes."""
    open_marks = [text[-1]]
    for position in range(len(text) - 2, -1, -1):
        character = text[position]
        if _looks_closing(text, position):
            open_marks.append(character)
        elif character in OPENING[open_marks[-1]]:
            open_marks.pop()
            if not open_marks:
                return position
    return None


def _nearest(text: str) -> int | None:
    """Return the nearest mark that may open, where the marks before it do not add up."""
    closing = text[-1]
    alike = closing if closing in ALIKE else ""
    places = range(len(text) - 2, -1, -1)
    for position in places:
        if text[position] in OPENING[closing] + alike and not _looks_closing(text, position):
            return position
    return next((place for place in places if text[place] in OPENING[closing]), None)


def _looks_closing(text: str, position: int) -> bool:
    character = text[position]
    if character not in OPENING or character == '"' or position == 0:
        return False
    before = text[position - 1]
    return before.isalnum() or before in BEFORE_CLOSING

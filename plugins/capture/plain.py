"""Reading a plain text."""

from __future__ import annotations

import re

from capture.charset import decode
from capture.errors import CaptureError
from capture.language import language_of
from capture.model import Page, Work
from capture.wording import one_line

BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
LONGEST_TITLE = 20  # words
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff]")


def read_plain(page: Page) -> Work:
    """Return the text as it is; a first line that stands alone is its title."""
    text, notices = decode(page.content, stated=page.charset)
    parts = parted(text)
    if not parts:
        raise CaptureError("there is no text in it; pass another file", "no-text")
    alone = len(parts) > 1 and "\n" not in parts[0]
    title = one_line(parts[0]) if alone and len(parts[0].split()) <= LONGEST_TITLE else ""
    language, _ = language_of(text, stated="")
    return Work(
        text="\n\n".join(parts),
        type="webpage" if page.url else "document",
        title=title,
        language=language,
        notices=tuple(notices),
    )


def parted(text: str) -> list[str]:
    """Return the paragraphs of *text*, their lines as they were."""
    lines = UNPRINTABLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    stripped = (part.strip() for part in BLANK.split(lines.replace("\f", "\n\n")))
    return [part for part in stripped if part]

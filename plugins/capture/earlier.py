"""What was kept of a page before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from capture.addresses import same_page
from capture.errors import CaptureError
from citations.model import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A citation of a page, and its text, or None where none was kept."""

    citation: Citation
    text: str | None

    @property
    def day(self) -> str:
        """When it was read, in ISO 8601, or an empty text."""
        return str(self.citation.accessed or "")


def captures_of(urls: Iterable[str], citations: Iterable[Citation]) -> list[Capture]:
    """Return all that was kept of the page at *urls*, the oldest first."""
    places = {same_page(url) for url in urls if url}
    found = [
        Capture(citation=each, text=text_of(each))
        for each in citations
        if each.url and same_page(each.url) in places
    ]
    return sorted(found, key=lambda capture: (capture.day, capture.citation.key))


def text_of(citation: Citation) -> str | None:
    """Return the text that was kept; raises CaptureError where it cannot be read."""
    if not citation.snapshot.is_file():
        return None
    try:
        return citation.snapshot.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{citation.snapshot} is not UTF-8; save it as UTF-8"
        raise CaptureError(message, "snapshot") from error

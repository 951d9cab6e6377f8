"""What a page is, by its server, its name and its first bytes."""

from __future__ import annotations

import re
from enum import StrEnum

from capture.errors import CaptureError
from capture.model import Page

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml"})
UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream"})
HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".shtml"})
HTML_START = re.compile(
    rb"\s*(?:<!--(?:(?!-->).)*+-->\s*|<\?xml[^>]*>\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
PDF_START = b"%PDF-"
NEAR = 1024  # bytes before which a PDF begins, in practice
WIDE = (b"\xff\xfe", b"\xfe\xff")


class Kind(StrEnum):
    """What can be read."""

    HTML = "html"
    PDF = "pdf"
    TEXT = "text"


def kind_of(page: Page) -> Kind:
    """Return what *page* is; raises CaptureError where it is nothing that holds a text."""
    content = page.content
    if PDF_START in content[:NEAR]:
        return Kind.PDF
    if not content.strip():
        raise CaptureError("there is nothing in it; look at the address or the file", "no-text")
    ending = page.path.suffix.lower() if page.path else ""
    if page.media_type in HTML_TYPES or ending in HTML_ENDINGS or HTML_START.match(content):
        return Kind.HTML
    unwide = page.charset.startswith("utf-16") or content.startswith(WIDE)
    text = page.media_type.startswith("text/") or page.media_type in UNSAID
    if text and (unwide or b"\0" not in content):
        return Kind.TEXT
    what = page.media_type or f"“{ending}”"
    raise CaptureError(
        f"this is {what}, which holds no text that can be read; pass a page, a PDF or a text",
        "media-type",
    )

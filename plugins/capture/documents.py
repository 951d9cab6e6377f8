"""Reading a plain text, and a PDF."""

from __future__ import annotations

import io
import re
import struct
import zlib

from pypdf import DocumentInformation, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from capture.charset import decode
from capture.language import language_of
from capture.model import CaptureError, Page, Work, notice
from capture.names import names_of, one_line
from problems import Problem

BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
LONGEST_TITLE = 20  # words
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff]")
# What a writing program puts there, and no person.
FILE_NAME = re.compile(
    r"^Microsoft \w+ - |\.(?:docx?|odt|rtf|indd|pdf|tex)$|^untitled", re.IGNORECASE
)

# What a file that is none, or half of one, makes of its reader.
BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


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


def read_pdf(page: Page) -> Work:
    """Return the text of a PDF, page by page, its lines as they were.

    Raises CaptureError where it is locked, broken, or holds pictures of text.
    """
    try:
        reader = _opened(page.content)
        parts = [part for each in reader.pages for part in parted(each.extract_text())]
        about = reader.metadata or DocumentInformation()
        title, author = str(about.title or ""), str(about.author or "")
        made = about.creation_date
    except DependencyError as error:
        raise CaptureError("the PDF is locked; save its text, and pass that", "pdf") from error
    except BROKEN as error:
        message = f"the PDF is broken ({error}); save its text, and pass that"
        raise CaptureError(message, "pdf") from error
    if not parts:
        message = "the pages of the PDF are pictures; have their text recognised (OCR), and pass it"
        raise CaptureError(message, "pdf")
    text = "\n\n".join(parts)
    language, _ = language_of(text, stated="")
    return Work(
        text=text,
        type="document",
        title="" if FILE_NAME.search(title) else one_line(title),
        authors=names_of([one_line(author)]),
        language=language,
        notices=_made(str(made.date()) if made else ""),
    )


def _opened(content: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise CaptureError("the PDF asks for a password; save its text and pass it", "pdf")
    return reader


def _made(day: str) -> tuple[Problem, ...]:
    if not day:
        return ()
    message = (
        f"the PDF was made on {day}; if it was published then, write “issued: {day}” into the"
        " .yaml file"
    )
    return (notice(message, "date-guessed"),)

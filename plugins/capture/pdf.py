"""Reading a PDF."""

from __future__ import annotations

import io
import re
import struct
import zlib

from pypdf import DocumentInformation, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from capture.errors import CaptureError
from capture.language import language_of
from capture.model import Page, Work
from capture.names import names_of
from capture.notices import notice
from capture.plain import parted
from capture.wording import one_line
from problems import Problem

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

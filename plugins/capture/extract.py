"""Reading a page, in a process of its own: from its bytes to the work that it is."""

from __future__ import annotations

import multiprocessing
import re
import signal
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from enum import StrEnum
from multiprocessing.connection import Connection

from lxml.etree import _Element, iterwalk
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import DEFAULT_CONFIG, Document

from capture.charset import decode
from capture.documents import read_pdf, read_plain
from capture.facts import facts_of, published
from capture.language import language_of
from capture.model import CaptureError, Page, Work
from capture.tree import AGAIN, PARTED, parsed, prepared
from capture.wrong_pages import refuse_wrong_page

# Trafilatura's names of what is a paragraph of its own; a cell is a part of its row.
BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "div"})
RAISED = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
# Not the no-break space, which a writer sets on purpose.
SPACE = re.compile(r"[ \t\r\f\v\n\x85\u2028\u2029]+")
BREAK = "\v"
EMPTY_LINE = re.compile(rf"\v\s*\v\s*|{PARTED}")
ODD = re.compile(rf"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff{AGAIN}]")
NUMBER = re.compile(r"\s*[\d+−-]+\s*")
HTML_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml"})
UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream"})
HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".shtml"})
HTML_START = re.compile(
    rb"\s*(?:<!--(?:(?!-->).)*+-->\s*|<\?xml[^>]*>\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
PDF_START = b"%PDF-"
PDF_BEGINS = 1024  # bytes before which a PDF begins, in practice
WIDE = (b"\xff\xfe", b"\xfe\xff")
# Where less is found, trafilatura takes the whole page, menus and all. A statement may be short.
LEAST = 20
NEAR = 3  # paragraphs, among which a title is looked for
# A server that has loaded everything starts a process in no time; Windows has none.
FORKING = "forkserver" in multiprocessing.get_all_start_methods()
PROCESSES = (
    multiprocessing.get_context("forkserver") if FORKING else multiprocessing.get_context("spawn")
)
INSTEAD = "save what you quote as a text, and pass the file"


def paragraphs(body: _Element) -> list[str]:
    """Return the paragraphs, headings, list items and rows of *body*, in order."""
    return [text for block in _blocks(body) for text in _parted(block)]


def _blocks(body: _Element) -> Iterator[str]:
    """Yield the text between one beginning or end of a block and the next.

    A page may be nested deeper than functions can be, so it is walked, and not descended.
    """
    parts: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in BLOCKS:
            yield "".join(parts)
            parts = []
        if event == "start":
            parts.append(BREAK if element.tag == "lb" else _own(element))
        else:
            parts.append(" " if element.tag == "cell" else "")
            parts.append(_clean(element.tail))
    yield "".join(parts)


def _own(element: _Element) -> str:
    """Return the text before the first child; raised digits stay apart: 10² is not 102."""
    text = _clean(element.text)
    raised = element.get("rend") == "#sup" and NUMBER.fullmatch(text)
    return text.translate(RAISED) if raised else text


def _clean(text: str | None) -> str:
    """Return *text* on one line, as a browser shows it."""
    return SPACE.sub(" ", ODD.sub("", text or ""))


def _parted(block: str) -> Iterator[str]:
    for text in EMPTY_LINE.split(block):
        lines = (SPACE.sub(" ", line).strip() for line in text.split(BREAK))
        if joined := "\n".join(line for line in lines if line):
            yield joined


class Kind(StrEnum):
    """What can be read."""

    HTML = "html"
    PDF = "pdf"
    TEXT = "text"


def kind_of(page: Page) -> Kind:
    """Return what *page* is; raises CaptureError where it is nothing that holds a text."""
    content = page.content
    if PDF_START in content[:PDF_BEGINS]:
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


def extract(page: Page, *, today: date) -> Work:
    """Return the work in *page*; raises CaptureError where there is none to be read."""
    kind = kind_of(page)
    if kind is Kind.PDF:
        return read_pdf(page)
    if kind is Kind.TEXT:
        return read_plain(page)
    return read_html(page, today=today)


def read_html(page: Page, *, today: date) -> Work:
    """Return the article on a web page, without menus, comments and whatever else is around it."""
    html, notices = decode(page.content, stated=page.charset)
    tree = parsed(html)
    if tree is None:
        raise CaptureError("the page is empty, or no HTML; save it in a browser", "no-text")
    text = _article(tree)
    notices += refuse_wrong_page(tree, page, sum(len(each.split()) for each in text))
    facts = facts_of(tree, url=page.url)
    issued, about_date = published(tree, url=page.url, today=today)
    language, about_language = language_of("\n".join(text), stated=facts.language)
    return Work(
        text="\n\n".join(_titled(text, facts.title)),
        type=facts.type,
        title=facts.title,
        authors=facts.authors,
        outlet=facts.outlet,
        language=language,
        issued=issued,
        url=facts.url,
        notices=(*notices, *about_date, *about_language),
    )


def _article(tree: HtmlElement) -> list[str]:
    config = deepcopy(DEFAULT_CONFIG)
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(LEAST))
    document = bare_extraction(
        prepared(deepcopy(tree)),
        include_comments=False,
        include_formatting=True,
        include_tables=True,
        favor_recall=True,
        deduplicate=False,
        # The other algorithms that it knows keep no structure, and judge by lists of words
        # that they do not have for Georgian or Armenian.
        fast=True,
        config=config,
    )
    return paragraphs(document.body) if isinstance(document, Document) else []


def _titled(text: list[str], title: str) -> list[str]:
    """Return the paragraphs below the title, which readers see as a part of the page."""
    first = {"".join(each.split()).casefold() for each in text[:NEAR]}
    known = not title or "".join(title.split()).casefold() in first
    return text if known else [title, *text]


def extract_in_time(page: Page, *, today: date, seconds: float) -> Work:
    """Return the work in *page*; raises CaptureError where none can be read in *seconds*."""
    PROCESSES.set_forkserver_preload(["capture.extract"])
    ours, theirs = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=_extract, args=(theirs, page, today), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise CaptureError(f"reading it takes longer than {seconds:g} s; {INSTEAD}", "too-slow")
        found: Work | CaptureError = ours.recv()
    except EOFError:
        raise CaptureError(f"reading it broke off; {INSTEAD}", "unreadable") from None
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(found, CaptureError):
        raise found
    return found


def _extract(answers: Connection, page: Page, today: date) -> None:
    # Whoever waits is told, and ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        answers.send(extract(page, today=today))
    except CaptureError as error:
        answers.send(error)

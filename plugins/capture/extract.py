"""Reading a page: from its bytes to the work that it is."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import DEFAULT_CONFIG, Document

from capture.charset import decode
from capture.dates import published
from capture.errors import CaptureError
from capture.facts import facts_of
from capture.kinds import Kind, kind_of
from capture.language import language_of
from capture.model import Page, Work
from capture.paragraphs import paragraphs
from capture.pdf import read_pdf
from capture.plain import read_plain
from capture.tree import parsed, prepared
from capture.wrong_pages import refuse_wrong_page

# Where less is found, trafilatura takes the whole page, menus and all. A statement may be short.
LEAST = 20
NEAR = 3  # paragraphs, among which a title is looked for


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

"""Pages that are not what they were asked for: a login, a paywall, an empty room, a lost page."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from capture.facts import things
from capture.model import CaptureError, Page, notice
from problems import Problem, counted

# A page with a password field and fewer words shows its login, and not its article.
ARTICLE = 150
# Fewer are what a page says that its script has yet to fill.
HARDLY_ANY = 25
LOST = re.compile(
    r"""\b(?:404|(?:page|article|story)\s+(?:was\s+|could\s+)?not\s+(?:be\s+)?found|not\s+found
        |(?:страница|статья|материал)\s+не\s+найден\w*
        |səhifə\s+(?:tapılmadı|mövcud\s+deyil)
        |გვერდი\s+(?:ვერ|არ)\s+(?:მოიძებნა|არსებობს)
        |էջը\s+(?:չի\s+գտնվել|չգտնվեց|գոյություն\s+չունի)
        |(?:صفحه|مطلب)\s.{0,20}(?:یافت|پیدا)\s+نشد
        |sayfa\s+bulunamadı)""",
    re.IGNORECASE | re.VERBOSE,
)
HEADINGS = "//title|//h1"


def refuse_wrong_page(tree: HtmlElement, page: Page, words: int) -> list[Problem]:
    """Return what to look at in a page of which *words* were read.

    Raises CaptureError where it is not the page that was asked for. A saved page was seen by
    a person, so of it, only that there is no text is doubted.
    """
    if page.path is None:
        _refuse_lost(tree, page, words)
        _refuse_locked(tree, page, words)
    scripted = page.path is None and bool(tree.xpath("//script|//noscript"))
    if not words or (words < HARDLY_ANY and scripted):
        raise CaptureError(
            f"the page has {_counted(words)} without its scripts; open it in a browser, save"
            f" what you see, and pass the file{_with(page)}",
            "no-text",
        )
    if words >= HARDLY_ANY:
        return []
    message = f"the page has only {_counted(words)}; compare them with what you see"
    return [notice(message, "little-text")]


def _refuse_locked(tree: HtmlElement, page: Page, words: int) -> None:
    if any(_paid(each) for each in things(tree)):
        raise CaptureError(
            "the page says that only subscribers may read all of it; open it in a browser,"
            f" save the page, and pass the file{_with(page)}",
            "paywall",
        )
    if words < ARTICLE and tree.xpath("//input[@type='password']"):
        raise CaptureError(
            "the page asks for a login; log in with a browser, save the page, and pass the"
            f" file{_with(page)}",
            "login-wall",
        )


def _refuse_lost(tree: HtmlElement, page: Page, words: int) -> None:
    headings = " ".join(element.text_content() for element in tree.xpath(HEADINGS))
    if words < ARTICLE and LOST.search(headings):
        raise CaptureError(
            "the page says that there is no such page; look at the address, or for a copy in"
            " a web archive: --archive look-up",
            "gone",
        )
    end = page.exchange.url if page.exchange else page.asked
    asked, found = (urlsplit(url).path.strip("/") for url in (page.asked, end))
    if asked and not found:
        raise CaptureError(
            f"{page.asked} leads to the front page; look for a copy in a web archive:"
            " --archive look-up",
            "gone",
        )


def _paid(thing: dict[str, object]) -> bool:
    return str(thing.get("isAccessibleForFree", "")).casefold() in {"false", "no"}


def _with(page: Page) -> str:
    return f" with --url {page.url}" if page.url else ""


def _counted(words: int) -> str:
    return counted(words, "word") if words else "no text"

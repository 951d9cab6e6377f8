"""Which elements of a page hold text: what stands around it, and what in no paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import Element, HtmlElement

# By these names trafilatura knows what is no text.
ASIDE = re.compile(
    r"(?<![a-z])(?:comments?|share|sharing|social|nav(?:bar|igation)?|menu|tags|related|promo"
    r"|footer|header|sidebar|widgets?|cookies?|subscri\w*|newsletter|banner|ads?)(?![a-z])",
    re.IGNORECASE,
)
# What tells of a paragraph that it is no part of the text.
APPARATUS = re.compile(
    r"(?<![a-z])(?:byline|author|caption|meta|date|credits?)(?![a-z])", re.IGNORECASE
)
# What such a name may say besides; any other word may be what the paragraph is about.
FURNITURE = frozenset(
    "area article articles bar block bottom box button buttons container content entry form icon"
    " icons inline inner item items js left link links list main media more news outer page panel"
    " post posts right row section site stories story text title top widget wp wrap wrapper".split()
)
WORD = re.compile(r"[a-z]+")
CONTROLS = ".//*[self::a or self::button or self::form or self::input or self::svg or self::iframe]"
FEW = 5  # words
BLOCKS = frozenset(
    "address article aside blockquote body center details dl div fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table ul".split()
)
HOLDERS = ".//div|.//section|.//main|.//article|.//details|.//figcaption|self::body|.//body"
NO_TEXT = frozenset("a button script style time".split())


def is_aside(element: HtmlElement) -> bool:
    """Tell whether the class or the id of *element* says that it is no part of the text.

    ``share-box`` does; ``social-democrats`` does where a link or a button is most of it.
    """
    named = [name for name in names_of(element).lower().split() if ASIDE.search(name)]
    if not named:
        return False
    if any(FURNITURE.issuperset(WORD.findall(ASIDE.sub(" ", name))) for name in named):
        return True
    controls = element.xpath(CONTROLS)
    return bool(controls) and words_outside(element) < FEW


def is_apparatus(element: HtmlElement) -> bool:
    """Tell whether a paragraph is a byline, a date or the like."""
    return bool(APPARATUS.search(names_of(element)))


def names_of(element: HtmlElement) -> str:
    """Return the class and the id of *element*."""
    return f"{element.get('class', '')} {element.get('id', '')}"


def words_outside(element: HtmlElement) -> int:
    """Return how many words of *element* stand in no link."""
    linked = sum(len(link.text_content().split()) for link in element.xpath(".//a"))
    return len(element.text_content().split()) - linked


def wrap_stray_text(tree: HtmlElement) -> None:
    """Put the text that stands beside paragraphs, or alone in a section, into paragraphs."""
    for holder in tree.xpath(HOLDERS):
        children = [child for child in holder if _is_block(child)]
        if holder.tag == "div" and not children:
            continue  # it becomes a paragraph itself
        _lead(holder)
        for run in list(_runs(holder)):
            _wrap(run)


def _lead(holder: HtmlElement) -> None:
    """Make elements of the text before the first child, and of that behind each block."""
    for block in [child for child in holder if _is_block(child)]:
        if (block.tail or "").strip():
            text, block.tail = block.tail, None
            block.addnext(_span(text))
    if (holder.text or "").strip():
        text, holder.text = holder.text, None
        holder.insert(0, _span(text))


def _span(text: str) -> HtmlElement:
    span = Element("span")
    span.text = text
    return span


def _runs(holder: HtmlElement) -> Iterator[list[HtmlElement]]:
    """Yield what stands between two blocks, where it holds a word that is no link."""
    run: list[HtmlElement] = []
    for child in [*holder, None]:
        if child is not None and not _is_block(child):
            run.append(child)
            continue
        if any(map(_has_text, run)):
            yield run
        run = []


def _has_text(element: HtmlElement) -> bool:
    if (element.tail or "").strip():
        return True
    words = isinstance(element.tag, str) and element.tag not in NO_TEXT
    return words and bool(element.text_content().strip())


def _wrap(run: list[HtmlElement]) -> None:
    paragraph = Element("p")
    run[0].addprevious(paragraph)
    paragraph.extend(run)


def _is_block(element: HtmlElement) -> bool:
    return element.tag in BLOCKS or next(element.iterdescendants(*BLOCKS), None) is not None

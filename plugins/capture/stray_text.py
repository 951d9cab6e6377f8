"""Text that stands in no paragraph: trafilatura would pass over it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import Element, HtmlElement

BLOCKS = frozenset(
    "address article aside blockquote body center details dl div fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table ul".split()
)
HOLDERS = ".//div|.//section|.//main|.//article|.//details|.//figcaption|self::body|.//body"
NO_TEXT = frozenset("a button script style time".split())


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

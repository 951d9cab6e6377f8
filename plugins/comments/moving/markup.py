"""HTML of comments, turned to Markdown; whatever is no mark-up there is none here."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.builder import ParserRejectedMarkup
from bs4.element import NavigableString, PageElement
from markdownify import ATX, MarkdownConverter

# What would be a sign, anywhere in a line and at its start (CommonMark 0.31, section 2.4).
_SIGN = re.compile(r"[\\`*\[\]<~^]|&(?=#|\w+;)|(?<!\w)_|_(?!\w)")
_START = re.compile(
    r"^(?P<before>\s*(?:\d{1,9}(?=[.)](?:\s|$)))?)(?P<sign>[#>+=-]|(?<=\d)[.)])", re.MULTILINE
)
_URL = re.compile(r"(https?://[^\s<>\"']*[\w/=#&%+~-])", re.ASCII)
# What may stand in an attribute, whatever marks it has.
_ADDRESS = re.compile(r"[^\s<>\"'`]*$")
_SPACE = re.compile(r"[ \t\r\f]+")
_PARAGRAPH = re.compile(r" ?\n(?:\s*\n)+ ?")
_BREAK = re.compile(r"(?<!\n) ?\n(?!\n) ?")
# And halves of characters, which JSON can say.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_BLOCKS = frozenset("p div blockquote pre ul ol li h1 h2 h3 h4 h5 h6 table tr td th hr".split())
# No comment shows these; what was written is shown as it was written.
_FOREIGN = ["script", "style", "iframe", "object", "embed", "form", "svg", "math", "template"]


def escape(text: str) -> str:
    """Return Markdown that shows *text* and nothing else."""
    text = _SIGN.sub(r"\\\g<0>", text)
    return _START.sub(r"\g<before>\\\g<sign>", text)


def clean(text: str | None) -> str:
    """Return *text* without control characters, and with one kind of line ends."""
    return _CONTROL.sub("", (text or "").replace("\r\n", "\n").replace("\r", "\n")).strip()


def one_line(text: str | None) -> str:
    """Return *text*, a name or an address, on one line."""
    return " ".join(clean(text).split())


def website(text: str | None) -> str:
    """Return *text* if it is an address on the web, or nothing."""
    address = clean(text)
    return address if _ADDRESS.match(address) and _leads_out(address, {"http", "https"}) else ""


def to_markdown(html: str | None, *, breaks: bool = False) -> str:
    """Return the Markdown of *html*.

    With *breaks*, a line's end is one, and an empty line parts paragraphs, as WordPress has it.
    """
    html = clean(html)
    converter = _Converter(breaks=breaks)
    if "<" not in html and "&" not in html:
        return converter.words(html).strip()
    try:
        soup = BeautifulSoup(html, "html.parser")
    except ParserRejectedMarkup:
        # Only this can begin what the parser gives up: it is no HTML, and shown as it is.
        soup = BeautifulSoup(html.replace("<![", "&lt;!["), "html.parser")
    for element in soup.find_all(_FOREIGN):
        if element.parent is not None:
            element.replace_with(str(element))
    try:
        text: str = converter.convert_soup(soup)
    except RecursionError:
        text = converter.words(soup.get_text())
    return text.strip()


def _leads_out(address: str | None, schemes: set[str]) -> bool:
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return False
    return parts.scheme in schemes and bool(parts.netloc or parts.scheme == "mailto")


def _is_block(element: PageElement | None) -> bool:
    return isinstance(element, Tag) and element.name in _BLOCKS


class _Converter(MarkdownConverter):
    """markdownify for comments: no pictures, no scripts, no links but to the web."""

    def __init__(self, *, breaks: bool) -> None:
        super().__init__(heading_style=ATX)
        self.breaks = breaks

    def words(self, text: str) -> str:
        """Return Markdown for *text*; a bare address becomes a link."""
        parts = _URL.split(self._lines(text))
        # Every second part is an address.
        return "".join(f"<{part}>" if n % 2 else escape(part) for n, part in enumerate(parts))

    def _lines(self, text: str) -> str:
        text = _SPACE.sub(" ", text)
        if not self.breaks:
            return " ".join(text.split("\n"))
        return _BREAK.sub("  \n", _PARAGRAPH.sub("\n\n", text))

    def process_text(self, el: NavigableString, parent_tags: set[str] | None = None) -> str:
        inside = parent_tags or set()
        if "_noformat" in inside:
            return str(el)
        text = escape(self._lines(str(el))) if "a" in inside else self.words(str(el))
        # No space, and no line's end, is shown at the edges of a block.
        if _is_block(el.previous_sibling or el.parent):
            text = text.lstrip()
        if _is_block(el.next_sibling or el.parent):
            text = text.rstrip()
        return text

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        address = one_line(str(el.get("href") or ""))
        if "_noformat" in parent_tags or not _leads_out(address, {"http", "https", "mailto"}):
            return text
        return _link(text, address, shown=el.get_text())

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - as above
        address, shown = website(str(el.get("src") or "")), one_line(str(el.get("alt") or ""))
        return _link(escape(shown or address), address, shown=shown or address) if address else ""


def _link(text: str, address: str, *, shown: str) -> str:
    if not text.strip():
        return text
    for sign in " ()<>\\":
        address = address.replace(sign, f"%{ord(sign):02X}")
    if shown.strip() == address and not address.startswith("mailto:"):
        return f"<{address}>"
    around: Any = re.fullmatch(r"(\s*)(.*?)(\s*)", text, re.DOTALL)
    return f"{around[1]}[{around[2]}]({address}){around[3]}"

"""A page as a tree, made ready so that no quotable word is lost and nothing else is kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from lxml.html import HtmlElement
from trafilatura import load_html

from capture.text_elements import is_apparatus, is_aside, wrap_stray_text

# What leads on to other articles, as outlets in the site's languages call it.
ELSEWHERE = re.compile(
    r"""\W*(?:
        (?:read|see)\s+(?:also|more)|also\s+read|related(?:\s+(?:articles|news|stories))?
        |more\s+on\s+this
        |(?:читайте|читать|смотрите|см\.)\s+(?:также|ещё|еще)|материалы\s+по\s+теме|по\s+теме
        |həmçinin\s+(?:oxu|bax)\w*|oxşar\s+xəbərlər|əlaqəli\s+xəbərlər
        |(?:ასევე\s+)?(?:წაიკითხეთ|იხილეთ)(?:\s+(?:ასევე|აგრეთვე))?|მსგავსი\s+სტატიები
        |(?:կարդա|դիտ|տես)\w*\s+նաև|նմանատիպ\s+նյութեր
        |(?:بیشتر|همچنین)\s+بخوانید|مطالب\s+مرتبط
        |(?:ayrıca|bunu\s+da)\s+oku\w*|ilgili\s+haberler
    )\b(?P<more>.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
LONGEST = 2_000
AROUND = " :՝։—–-.…»"
BLOCKS = ".//*[self::p or self::div or self::h2 or self::h3 or self::h4 or self::h5]"
# Inside a sentence, a date is a part of it.
SENTENCE = "ancestor::*[self::p or self::li or self::blockquote or self::td or self::h1]"
CUSTOM = "contains(name(), '-')"
BESIDE_TEXT = "(preceding-sibling::text()|following-sibling::text())[normalize-space()]"
# Hidden until a script shows it, and then all that there is.
WHOLE = "self::body or self::main or self::article"
UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[\w-]*\s*:[^;]*line-through",
    re.IGNORECASE,
)
# A whole division may be made visible later; a word in a sentence is hidden.
FAINT = re.compile(
    r"(?<![\w-])opacity\s*:\s*0*\.?0+\s*(?:[;!]|$)|font-size\s*:\s*0+(?:\.0+)?[a-z%]*\s*(?:[;!]|$)"
    r"|(?:left|top|text-indent)\s*:\s*-\d{4}",
    re.IGNORECASE,
)
# Trafilatura leaves them out, whatever stands in them.
CONTROLS = "self::label or self::output or self::button or self::legend or self::time"
# No page may hold the characters that these stand for (HTML, section 13.2.5.80).
BAD_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])(?!\d)|x0*(?:[0-8bcef]|1[0-9a-f])(?![0-9a-f]));?",
    re.IGNORECASE,
)
# Trafilatura reads paragraphs, and a ``div`` only where it finds none of them.
TEXT_DIVS = (
    ".//div[not(descendant::*[self::div or self::p or self::ul or self::ol"
    " or self::dl or self::table or self::blockquote or self::pre or self::section"
    " or self::article or self::main or self::aside or self::nav or self::header or self::footer"
    " or self::form or self::figure or self::h1 or self::h2 or self::h3 or self::h4 or self::h5"
    " or self::h6]) and normalize-space()]"
)
# It leaves out what it has read before; a refrain is no copy. Digits of no text.
AGAIN = "\ue0e0-\ue0e9"
NUMBERED = str.maketrans("0123456789", "".join(map(chr, range(0xE0E0, 0xE0EA))))
# It makes one break of two, with which writers part paragraphs.
PARTED = "\ue0d2"
PICTURES = ".//*[self::img or self::picture or self::video or self::svg or self::iframe]"


def parsed(html: str) -> HtmlElement | None:
    """Return the tree of *html*, or None where it is no page."""
    return load_html(BAD_REFERENCE.sub("", html))


def prepared(tree: HtmlElement) -> HtmlElement:
    """Change *tree* so that all of its text is where extraction looks for it, and return it.

    Trafilatura leaves out whatever stands in a ``figure`` or a ``time``, and knows no marks of
    ``q``; what is hidden, struck out, or leads elsewhere is not what a reader reads.
    """
    _drop(tree, f".//*[@hidden and not({WHOLE})]|.//del|.//s|.//strike|.//template")
    unseen = f".//*[@style and not({WHOLE})]"
    _drop(tree, unseen, lambda element: bool(UNSEEN.search(element.get("style", ""))))
    _drop(
        tree, f".//*[@style and {SENTENCE}]", lambda each: bool(FAINT.search(each.get("style", "")))
    )
    _renamed(tree)
    wrap_stray_text(tree)
    _drop(tree, BLOCKS, _leads_elsewhere)
    for element in tree.xpath(f".//*[({CONTROLS}) and {SENTENCE}]"):
        element.tag = "span"
    for element in tree.xpath(f".//*[@aria-hidden and {SENTENCE}]"):
        del element.attrib["aria-hidden"]
    for element in tree.xpath(".//q"):
        element.tag = "span"
        element.text = f"“{element.text or ''}"
        _append(element, "”")
    for element in tree.xpath(".//figure"):
        if element.xpath(".//blockquote|.//p|.//table|.//pre") and not element.xpath(PICTURES):
            element.tag = "div"
    for element in tree.xpath(TEXT_DIVS):
        if not is_aside(element):
            element.tag = "p"
    for element in tree.xpath(".//p[@class or @id]"):
        # It would take “message” or “naval” for a menu.
        if not is_aside(element) and not is_apparatus(element):
            for name in ("class", "id"):
                element.attrib.pop(name, None)
    for element in tree.iter("br"):
        before = element.getprevious()
        if before is not None and before.tag == "br" and not (before.tail or "").strip():
            element.tail = f"{PARTED}{element.tail or ''}"
    _tell_apart(tree)
    return tree


def _renamed(tree: HtmlElement) -> None:
    """Call elements that trafilatura does not know by names that it knows."""
    for element in tree.xpath(".//center"):
        element.tag = "div"
    for element in tree.xpath(f".//*[{CUSTOM}]"):
        element.set("class", f"{element.tag} {element.get('class', '')}")
        element.tag = "span" if element.xpath(f"boolean({BESIDE_TEXT})") else "div"


def _tell_apart(tree: HtmlElement) -> None:
    """Mark each paragraph that repeats another, by how often it was there before."""
    seen: Counter[str] = Counter()
    for element in tree.xpath(".//p|.//li"):
        text = " ".join(element.text_content().split())
        if text and seen[text]:
            _append(element, str(seen[text]).translate(NUMBERED))
        seen[text] += 1


def _drop(
    tree: HtmlElement, path: str, unwanted: Callable[[HtmlElement], bool] = lambda _: True
) -> None:
    for element in tree.xpath(path):
        if element.getparent() is not None and unwanted(element):
            element.drop_tree()


def _leads_elsewhere(element: HtmlElement) -> bool:
    """Tell whether *element* is “Read also:” and its links, or a heading that says no more."""
    # A division may hold all of the page.
    if len(text := element.text_content()) > LONGEST:
        return False
    found = ELSEWHERE.fullmatch(" ".join(text.split()))
    if found is None:
        return False
    linked = " ".join(" ".join(link.text_content().split()) for link in element.xpath(".//a"))
    rest = found["more"].strip(AROUND)
    return not rest or rest == linked.strip(AROUND)


def _append(element: HtmlElement, text: str) -> None:
    """Add *text* behind all that *element* holds."""
    if len(element):
        element[-1].tail = f"{element[-1].tail or ''}{text}"
    else:
        element.text = f"{element.text or ''}{text}"

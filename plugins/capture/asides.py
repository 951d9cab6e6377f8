"""What a page calls an element: text, or what stands around text."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

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

"""Titles and names as they stand on the page, and the names of authors in CSL’s terms."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable

from lxml.html import HtmlElement

from citations import Name

TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# Control characters, and those that turn letters round; not the joiners of Persian.
UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
JOINERS = "\u200c\u200d"
# What stands between a title and the name of its outlet.
BETWEEN = r"\s*(?:\||—|–|-|::|:|·|•|»|«|/)\s*"
LONGEST = 500
BYLINE = re.compile(
    r"""^(?:by|author|text|автор|текст|müəllif|mətn|ავტორი|ტექსტი|հեղինակ|տեքստ|نویسنده|yazar|yazan)
        [\s:՝։—–-]+(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
# Neither is a name.
NO_NAME = re.compile(r"https?:|www\.|@|\d{3}|^\W*$", re.IGNORECASE)


def one_line(text: str) -> str:
    """Return *text* without markup, entities, control characters and line breaks."""
    text = TAG.sub("", html.unescape(text))
    # A lone half of a surrogate pair can be written into no file.
    text = text.encode("utf-8", errors="ignore").decode("utf-8")
    return " ".join(UNWANTED.sub("", text).split())[:LONGEST].strip()


def without_outlet(title: str, outlet: str) -> str:
    """Return *title* without the outlet’s name before or behind it."""
    if not outlet:
        return title
    name = re.escape(outlet)
    cut = re.sub(rf"^{name}{BETWEEN}|{BETWEEN}{name}$", "", title, flags=re.IGNORECASE)
    return cut.strip() or title


def with_joiners(text: str, tree: HtmlElement) -> str:
    """Return *text* with the joiners that it has on the page; libraries take them away."""
    shown = " ".join(
        [*tree.itertext("title", "h1", "h2", "a", "span", "p"), *tree.xpath("//@content")]
    )
    if not text or not any(joiner in shown for joiner in JOINERS):
        return text
    optional = f"[{JOINERS}]*"
    pattern = optional.join(r"\s+" if letter == " " else re.escape(letter) for letter in text)
    found = re.search(pattern, shown)
    return one_line(found[0]) if found else text


def names_of(authors: Iterable[str], *, bodies: Collection[str] = ()) -> tuple[Name, ...]:
    """Return *authors* as names; *bodies* are no persons: the outlet, an agency.

    Only a person's name of two words is parted into given and family name: of a longer one
    nobody knows where it is to be parted.
    """
    kept = dict.fromkeys(BYLINE.sub("", author.strip()).strip() for author in authors)
    no_persons = {body.casefold() for body in bodies}
    return tuple(_name(each, no_persons) for each in kept if not NO_NAME.search(each))


def _name(text: str, no_persons: Collection[str]) -> Name:
    words = text.split()
    if len(words) != 2 or text.casefold() in no_persons:
        return Name(literal=text)
    return Name(given=words[0], family=words[1])

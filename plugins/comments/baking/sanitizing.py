"""What others wrote, made harmless, and none of its words lost."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, tzinfo

import nh3
import regex
from markupsafe import Markup

from comments.model import Comment
from languages import bidi

LONGEST_NAME = 80
LONGEST_TEXT = 10_000
LONGEST_WORD = 100
# With all its marks: a page has no room for more, and elements in elements take long to read.
LONGEST_MARKUP = 3 * LONGEST_TEXT

_LINK = "ugc nofollow noopener"
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SHOWN = frozenset("p br a strong em b i del code pre blockquote ul ol li".split())


def _cleaner(tags: frozenset[str]) -> nh3.Cleaner:
    # Of an address on the site nobody knows whether it is there: it would break our links.
    return nh3.Cleaner(
        tags=tags,
        attributes={"a": {"href"}, "img": {"src", "alt"}} if "img" in tags else {"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        url_relative="deny",
        link_rel=_LINK,
    )


_loose, _strict = _cleaner(_SHOWN | _HEADINGS | {"img"}), _cleaner(_SHOWN)

_HEADING = re.compile(r"<(?P<end>/?)h[1-6]>")
_PICTURE = re.compile(r"<img(?P<attributes>[^>]*)>")
_ATTRIBUTE = re.compile(r'(?P<name>\w+)="(?P<value>[^"]*)"')
# Without an address, or without a word.
_DEAD_LINK = re.compile(rf'<a rel="{_LINK}">(?P<text>.*?)</a>|<a [^>]*></a>', re.DOTALL)
_PIECE = re.compile(r"<[^>]*>|&[^;]*;|[^<&]+")
_OVERRIDES = re.compile("[\u202d\u202e]")
# What has no form of its own: controls, marks of direction, fillers. The joiners write
# Persian, Indian scripts and emoji.
_INVISIBLE = regex.compile(
    r"[[\p{C}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]--[\u200c\u200d]]",
    regex.V1,
)
_VISIBLE = regex.compile(r"[\p{L}\p{N}\p{P}\p{S}]")
_PILED = regex.compile(r"(\p{M}{4})\p{M}+")


def sanitized(comment: Comment, zone: tzinfo = UTC) -> Comment:
    """Return *comment* and its answers as they may be shown; the text is a Markup.

    They are dated by the calendar of *zone*.
    """
    text, cut = clean_text(comment.text)
    return replace(
        comment,
        id=re.sub(r"[^\w.:-]+", "-", comment.id),
        author=clean_name(comment.author),
        written=comment.written.astimezone(zone).replace(microsecond=0),
        text=text,
        cut=cut,
        replies=tuple(sanitized(each, zone) for each in comment.replies),
    )


def clean_name(name: str) -> str:
    """Return *name* as plain text that can be seen, or "" where nothing of it can."""
    spaced = " ".join(_encodable(name).split())
    text = " ".join(_INVISIBLE.sub("", spaced).split())
    if not _VISIBLE.search(text):
        return ""
    text = _PILED.sub(r"\1", text)
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1].rstrip()}…"


def clean_text(html: str) -> tuple[Markup, bool]:
    """Return *html* with nothing in it but text and its form, and whether it had to be cut."""
    begun = _encodable(html)[:LONGEST_MARKUP]
    text = _HEADING.sub(_paragraph, _loose.clean(begun))
    text, cut = _shortened(_PICTURE.sub(_linked, text))
    cut = cut or len(html) > LONGEST_MARKUP
    # Whatever was made of it, the last word is the sanitizer's; it closes what is open, too.
    text = _DEAD_LINK.sub(lambda link: link["text"] or "", _strict.clean(text))
    text = bidi.closed(_OVERRIDES.sub("", text))
    shown = Markup(text.strip())  # noqa: S704 - it was sanitized
    return (shown, cut) if _VISIBLE.search(shown.striptags()) else (Markup(), False)


def _encodable(text: str) -> str:
    """Return *text* without halves of characters, which JSON can spell."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _paragraph(heading: re.Match[str]) -> str:
    return "</strong></p>" if heading["end"] else "<p><strong>"


def _linked(picture: re.Match[str]) -> str:
    """Return a link to a picture: to show it would tell its server who reads here."""
    stated = dict(_ATTRIBUTE.findall(picture["attributes"]))
    src, alt = stated.get("src", ""), stated.get("alt", "")
    return f'<a href="{src}">{alt or src}</a>' if src else alt


def _shortened(html: str) -> tuple[str, bool]:
    """Return *html* up to the end of a word at LONGEST_TEXT characters, and whether more was."""
    if len(html) <= LONGEST_TEXT:
        return html, False
    kept, left = [], LONGEST_TEXT
    for piece in _PIECE.findall(html):
        length = 0 if piece.startswith("<") else 1 if piece.startswith("&") else len(piece)
        if length > left:
            kept.append(_whole_words(piece, left))
            return f"{''.join(kept).rstrip()} …", True
        kept.append(piece)
        left -= length
    return html, False


def _whole_words(text: str, most: int) -> str:
    """Return the words of *text* that end before *most*; a part of one that ends nowhere near."""
    begun = text[:most]
    end = max(begun.rfind(" "), begun.rfind("\n"), 0)
    return begun[:end] if len(begun) - end < LONGEST_WORD else begun

"""Disqus: its export (help.disqus.com, “Comments export”; disqus.com/api/schemas/1.0)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from lxml import etree

from comments.moving.markup import one_line, to_markdown
from comments.moving.model import Contents, MovingError, OldComment, OldThread, Progress, State
from comments.moving.xml_file import date_of, elements, line_of, local, text

_ID = "{http://disqus.com/disqus-internals}id"


def read(path: Path, progress: Progress) -> Contents:
    """Return the comments of all pages. Raises MovingError."""
    contents = Contents()
    pages: dict[str, OldThread] = {}
    deleted: set[str] = set()
    entries: defaultdict[str, list[OldComment]] = defaultdict(list)
    parts = elements(path, root="disqus", within="disqus", contents=contents, progress=progress)
    for element in parts:
        if local(element) == "thread":
            name = element.get(_ID, "")
            pages[name] = _page(element)
            if _true(element, "isDeleted"):
                deleted.add(name)
        elif local(element) == "post":
            # All pages come before.
            name = _reference(element, "thread")
            if name not in pages:
                message = "this comment names no page of the file"
                raise MovingError(message, line=line_of(element))
            if name in deleted:
                contents.left_out["of a deleted page"] += 1
            else:
                entries[name].append(_entry(element, contents))
    contents.threads = [
        replace(page, entries=tuple(entries[name]))
        for name, page in pages.items()
        if name in entries
    ]
    return contents


def _page(thread: etree._Element) -> OldThread:
    # The site's own name of the page is its address in most cases, and otherwise says nothing.
    addresses = (text(thread, "link").strip(), text(thread, "id").strip())
    return OldThread(
        addresses=tuple(address for address in addresses if address),
        title=one_line(text(thread, "title")),
        entries=(),
        line=line_of(thread),
    )


def _entry(post: etree._Element, contents: Contents) -> OldComment:
    words = to_markdown(text(post, "message"))
    state = State.HELD if text(post, "isApproved").strip() == "false" else State.SHOWN
    reason = _reason(post, words)
    if reason:
        contents.left_out[reason] += 1
    author = post.find("{*}author")
    return OldComment(
        id=post.get(_ID, ""),
        parent=_reference(post, "parent"),
        author="" if author is None else one_line(text(author, "name")),
        email="" if author is None else one_line(text(author, "email")),
        address=one_line(text(post, "ipAddress")),
        written=date_of(post, text(post, "createdAt").strip(), "2019-03-14T16:09:00Z"),
        text=words,
        state=State.GONE if reason else state,
    )


def _reason(post: etree._Element, words: str) -> str:
    """Return why the comment stays behind, or an empty text."""
    if _true(post, "isSpam"):
        return "spam"
    if _true(post, "isDeleted"):
        return "deleted"
    return "" if words else "empty"


def _true(element: etree._Element, name: str) -> bool:
    return text(element, name).strip() == "true"


def _reference(post: etree._Element, name: str) -> str:
    found = post.find(f"{{*}}{name}")
    return "" if found is None else found.get(_ID, "")

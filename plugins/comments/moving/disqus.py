"""Disqus: its export (help.disqus.com, “Comments export”; disqus.com/api/schemas/1.0)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from comments.moving.markup import one_line, to_markdown
from comments.moving.model import Contents, MovingError, OldComment, OldThread, Progress, State
from comments.moving.xml_file import elements, line_of, local, text

_ID = "{http://disqus.com/disqus-internals}id"
# With and without parts of a second.
_DATES = ("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%dT%H:%M:%S")


@dataclass(slots=True, kw_only=True)
class _Page:
    addresses: tuple[str, ...]
    title: str
    line: int | None
    deleted: bool
    entries: list[OldComment] = field(default_factory=list)


def read(path: Path, progress: Progress) -> Contents:
    """Return the comments of all pages. Raises MovingError."""
    contents, pages = Contents(), dict[str, _Page]()
    parts = elements(path, root="disqus", within="disqus", contents=contents, progress=progress)
    for element in parts:
        if local(element) == "thread":
            pages[element.get(_ID, "")] = _page(element)
        elif local(element) == "post":
            _take(element, pages, contents)
    contents.threads = [
        OldThread(
            addresses=page.addresses,
            title=page.title,
            entries=tuple(page.entries),
            line=page.line,
        )
        for page in pages.values()
        if page.entries
    ]
    return contents


def _page(thread: etree._Element) -> _Page:
    # The site's own name of the page is its address in most cases, and otherwise says nothing.
    addresses = (text(thread, "link").strip(), text(thread, "id").strip())
    return _Page(
        addresses=tuple(address for address in addresses if address),
        title=one_line(text(thread, "title")),
        line=line_of(thread),
        deleted=_true(thread, "isDeleted"),
    )


def _take(post: etree._Element, pages: dict[str, _Page], contents: Contents) -> None:
    """Put the comment with its page: all pages come before."""
    page = pages.get(_reference(post, "thread"))
    if page is None:
        raise MovingError("this comment names no page of the file", line=line_of(post))
    if page.deleted:
        contents.left_out["of a deleted page"] += 1
        return
    page.entries.append(_entry(post, contents))


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
        written=_written(post),
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


def _written(post: etree._Element) -> datetime:
    stated = text(post, "createdAt").strip()
    for form in _DATES:
        try:
            return datetime.strptime(stated, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    raise MovingError(
        f"“{stated}” is no date of a comment; write it as 2019-03-14T16:09:00Z",
        line=line_of(post),
    )


def _true(element: etree._Element, name: str) -> bool:
    return text(element, name).strip() == "true"


def _reference(post: etree._Element, name: str) -> str:
    found = post.find(f"{{*}}{name}")
    return "" if found is None else found.get(_ID, "")

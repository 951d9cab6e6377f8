"""Our own form of comments: JSON that any program can read, and that is described in the README."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC
from pathlib import Path
from typing import Any

from comments.moving.markup import clean, one_line, to_markdown, website
from comments.moving.model import (
    Contents,
    MovingError,
    OldComment,
    OldThread,
    Progress,
    State,
    moment,
)

FORM, VERSION = "comments", 1
MARKDOWN, HTML = "markdown", "html"
Object = Mapping[str, object]


def out_thread(name: str, title: str, comments: Iterable[Object]) -> Object:
    """Return a thread as JSON has it."""
    return {"id": name, "title": title, "comments": list(comments)}


def comment(entry: OldComment, replies: Iterable[Object] = ()) -> Object:
    """Return *entry* as JSON has it. Addresses, of mail and of the network, are left out."""
    found = {
        "id": entry.id,
        "author": entry.author,
        "website": entry.website,
        "written": entry.written.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "text": entry.text,
    }
    held = {"held": True} if entry.state is State.HELD else {}
    return {**found, **held, "replies": list(replies)}


def dump(threads: Iterable[Object], *, markup: str) -> str:
    """Return the file's text; the same comments are the same bytes."""
    body = sorted(threads, key=lambda thread: str(thread["id"]))
    whole = {"format": FORM, "version": VERSION, "markup": markup, "threads": body}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read(path: Path, progress: Progress) -> Contents:
    """Return the comments of a file that was exported here. Raises MovingError."""
    try:
        whole = json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        message = f"this is no whole JSON ({error.msg}); export or download it again"
        raise MovingError(message, line=error.lineno) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise MovingError("this is no JSON that can be read; export it again") from error
    if not isinstance(whole, dict) or whole.get("format") != FORM:
        raise MovingError('this JSON is no export of comments: it has no "format": "comments"')
    if whole.get("version") != VERSION:
        raise MovingError(f"its version is {whole.get('version')!r}; this program reads {VERSION}")
    contents = Contents(keeps_ids=True)
    threads = whole.get("threads", [])
    try:
        for number, thread in enumerate(threads, 1):
            contents.threads.append(_thread(thread, html=whole["markup"] == HTML))
            progress(number / len(threads))
    except (KeyError, TypeError, ValueError, RecursionError, AttributeError) as error:
        place = f"thread {len(contents.threads) + 1}"
        raise MovingError(f"{place} is not as an export has it ({error!r})") from error
    return contents


def _thread(thread: Any, *, html: bool) -> OldThread:
    found: list[OldComment] = []
    for one in thread["comments"]:
        _take(one, parent="", html=html, found=found)
    return OldThread(
        addresses=(str(thread["id"]),), title=one_line(thread["title"]), entries=tuple(found)
    )


def _take(one: Any, *, parent: str, html: bool, found: list[OldComment]) -> None:
    """Put the comment, and its replies after it, to those that were *found*."""
    words = to_markdown(one["text"]) if html else clean(one["text"])
    state = State.HELD if one.get("held") else State.SHOWN
    entry = OldComment(
        id=str(one["id"]),
        parent=parent,
        author=one_line(one["author"]),
        website=website(one.get("website")),
        written=moment(one["written"]),
        text=words,
        state=state if words else State.GONE,
    )
    found.append(entry)
    for reply in one.get("replies", ()):
        _take(reply, parent=entry.id, html=html, found=found)

"""Our own form of comments: JSON that any program can read, and that is described in the README."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from comments.moving.markup import clean, one_line, to_markdown, website
from comments.moving.model import Contents, MovingError, OldComment, OldThread, Progress, State

FORM, VERSION = "comments", 1
MARKDOWN, HTML = "markdown", "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutThread:
    """A thread to be written: its comments as objects of JSON, replies in them."""

    id: str
    title: str
    comments: Sequence[Mapping[str, object]]


def comment(entry: OldComment, replies: Iterable[OldComment] = ()) -> dict[str, object]:
    """Return *entry* as JSON has it. Addresses, of mail and of the network, are left out."""
    found: dict[str, object] = {
        "id": entry.id,
        "author": entry.author,
        "website": entry.website,
        "written": written(entry.written),
        "text": entry.text,
    }
    if entry.state is State.HELD:
        found["held"] = True
    return found | {"replies": [comment(reply) for reply in replies]}


def written(time: datetime) -> str:
    """Return *time* in UTC (ISO 8601, RFC 3339)."""
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


def dump(threads: Iterable[OutThread], *, markup: str) -> str:
    """Return the file's text; the same comments are the same bytes."""
    body = [
        {"id": thread.id, "title": thread.title, "comments": list(thread.comments)}
        for thread in sorted(threads, key=lambda thread: thread.id)
    ]
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
    time = datetime.fromisoformat(one["written"])
    entry = OldComment(
        id=str(one["id"]),
        parent=parent,
        author=one_line(one["author"]),
        website=website(one.get("website")),
        written=time if time.tzinfo else time.replace(tzinfo=UTC),
        text=words,
        state=state if words else State.GONE,
    )
    found.append(entry)
    for reply in one.get("replies", ()):
        _take(reply, parent=entry.id, html=html, found=found)

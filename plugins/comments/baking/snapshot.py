"""What was read of a comment server, kept for the next build and for when it is down."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from comments.model import Comment
from files import replace_text

VERSION = 1
# What comes of reading a file that was cut short, or that another program wrote.
UNREADABLE = (
    OSError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
    RecursionError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A thread as it was *read*, when the server said that it had *count* comments."""

    comments: tuple[Comment, ...]
    count: int
    read: datetime

    @property
    def newest(self) -> datetime:
        """When its last comment was written; when it was read, where it has none."""
        written = [one.written for top in self.comments for one in top.walk()]
        return max(written, default=self.read)


@dataclass(slots=True)
class Snapshot:
    """The threads that had comments, by id.

    Of a comment it keeps what a page shows: no address of any kind. *damaged* tells that there
    was a file, and nobody knows which comments it had.
    """

    threads: dict[str, Kept] = field(default_factory=dict)
    damaged: bool = False

    @classmethod
    def load(cls, path: Path) -> Snapshot:
        """Return what *path* holds; nothing where it is damaged, or of another version."""
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            if kept["version"] == VERSION:
                return cls({thread: _thread(each) for thread, each in kept["threads"].items()})
        except FileNotFoundError:
            return cls()
        except UNREADABLE:
            pass
        return cls(damaged=True)

    def save(self, path: Path) -> None:
        """Write it to *path*, at once or not at all."""
        threads = {thread: _thread_data(kept) for thread, kept in sorted(self.threads.items())}
        replace_text(path, json.dumps({"version": VERSION, "threads": threads}))


def _thread(kept: Mapping[str, Any]) -> Kept:
    return Kept(
        comments=_comments(kept["comments"]),
        count=int(kept["count"]),
        read=datetime.fromtimestamp(kept["read"], UTC),
    )


def _comments(kept: Iterable[Mapping[str, Any]]) -> tuple[Comment, ...]:
    return tuple(
        Comment(
            id=str(each["id"]),
            author=str(each["author"]),
            written=datetime.fromtimestamp(each["written"], UTC),
            text=str(each["text"]),
            replies=_comments(each.get("replies", ())),
        )
        for each in kept
    )


def _thread_data(kept: Kept) -> dict[str, object]:
    comments = [_comment_data(each) for each in kept.comments]
    return {"count": kept.count, "read": kept.read.timestamp(), "comments": comments}


def _comment_data(comment: Comment) -> dict[str, object]:
    data: dict[str, object] = {
        "id": comment.id,
        "author": comment.author,
        "written": comment.written.timestamp(),
        "text": comment.text,
    }
    if comment.replies:
        data["replies"] = [_comment_data(each) for each in comment.replies]
    return data

"""Isso: comments in SQLite, served by ourselves (https://isso-comments.de)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from typing import Any, ClassVar

from comments.model import Archive, Comment, Fetch, Sources, Thread
from comments.urls import ServiceUrl, in_query, origin

# The languages whose plural rules Isso's client has. The words are ours in every language.
_PLURALS = frozenset(
    "bg ca cs da de el en eo es fa fi fr gl hr hu id it ja ko nl".split()
    + "oc pl pt ru sk sv tr uk vi zh".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Isso(Archive):
    """*url* is where the server is, with its path where it has one."""

    name: ClassVar[str] = "isso"
    title: ClassVar[str] = "Isso"
    anchor: ClassVar[str] = "isso-"
    url: ServiceUrl

    @property
    def sources(self) -> Sources:
        server = origin(self.url)
        # It draws its menu's arrows as data.
        return {"script-src": (server,), "connect-src": (server,), "img-src": ("data:",)}

    def attributes(self, thread: Thread) -> Mapping[str, str]:
        """Return what comments.js needs (probe), isso.js (script), and Isso itself."""
        language = thread.language.split("-")[0].lower()
        return {
            "data-probe": f"{self.url}/?uri={in_query(thread.id)}&limit=0",
            "data-script": f"{self.url}/js/embed.min.js",
            "data-title": thread.title,
            "data-isso": self.url,
            "data-isso-id": thread.id,
            # For a language it lacks, Isso would take the browser's.
            "data-isso-lang": language if language in _PLURALS else "en",
            "data-isso-css": "false",
            "data-isso-avatar": "false",
            "data-isso-vote": "false",
        }

    def counts(self, fetch: Fetch, ids: Sequence[str]) -> Mapping[str, int]:
        found: Any = fetch(f"{self.url}/count", body=list(ids))
        return dict(zip(ids, found, strict=True))

    def comments(self, fetch: Fetch, thread: str) -> Sequence[Comment]:
        return _comments(fetch(f"{self.url}/?uri={in_query(thread)}&sort=oldest"))


def _comments(answer: Any) -> tuple[Comment, ...]:
    """Return what Isso answers for a thread, or for one of its comments."""
    return tuple(
        Comment(
            id=str(int(one["id"])),
            # Isso keeps names as HTML.
            author=unescape(str(one["author"] or "")),
            written=datetime.fromtimestamp(float(one["created"]), UTC),
            text=one["text"],
            # Answers have none of their own.
            replies=_comments(one) if "replies" in one else (),
        )
        for one in answer["replies"]
    )


PROVIDER = Isso

"""Waline: comments in PostgreSQL, served by ourselves (https://waline.js.org)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar, Literal
from urllib.parse import quote, unquote, urlencode

from comments.model import AnswerError, Archive, Comment, Fetch, Sources, Thread
from comments.urls import ServiceUrl, origin

# So many that a request stays short, and as many as the server gives at once.
_ASKED, _PAGE = 50, 100


class Login(StrEnum):
    """Whether readers can have an account."""

    DISABLE = "disable"
    ENABLE = "enable"
    FORCE = "force"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waline(Archive):
    """A Waline server.

    *url* is where it is, *client* the folder that waline.umd.js is served from, both with an
    address or a path on the site. *login* says whether readers can have an account, and
    *required_meta* what they must state otherwise: ``nick``, ``mail``.
    """

    name: ClassVar[str] = "waline"
    title: ClassVar[str] = "Waline"
    anchor: ClassVar[str] = "waline-"
    url: ServiceUrl
    client: ServiceUrl
    login: Login = Login.DISABLE
    required_meta: tuple[Literal["nick", "mail"], ...] = ()

    @property
    def sources(self) -> Sources:
        return {"script-src": (origin(self.client),), "connect-src": (origin(self.url),)}

    def attributes(self, thread: Thread) -> Mapping[str, str]:
        """Return what comments.js needs (probe), and waline.js."""
        return {
            "data-probe": self._counting([thread.id]),
            "data-script": f"{self.client}/waline.umd.js",
            "data-server": self.url,
            "data-path": unquote(thread.id),
            "data-login": self.login,
            "data-required": " ".join(self.required_meta),
        }

    def counts(self, fetch: Fetch, ids: Sequence[str]) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for start in range(0, len(ids), _ASKED):
            asked = ids[start : start + _ASKED]
            counts = _data(fetch(self._counting(asked)))
            found |= zip(asked, counts[:-1], strict=True)
        return found

    def comments(self, fetch: Fetch, thread: str) -> Sequence[Comment]:
        found: list[Any] = []
        page, pages = 0, 1
        while page < pages:
            page += 1
            words = {"path": unquote(thread), "pageSize": _PAGE, "page": page}
            asked = urlencode(words | {"sortBy": "insertedAt_desc"})
            answer = _data(fetch(f"{self.url}/api/comment?{asked}"))
            pages = int(answer["totalPages"])
            for top in answer["data"]:
                found += [top, *top["children"]]
        return tuple(_answers_to(None, found))

    def _counting(self, ids: Sequence[str]) -> str:
        # A single one would be split at its commas: the last is asked for twice.
        asked = "&".join(f"url={quote(unquote(one), safe='/')}" for one in [*ids, *ids[-1:]])
        return f"{self.url}/api/comment?type=count&{asked}"


def _data(answer: Any) -> Any:
    if answer["errno"] != 0:
        raise AnswerError(f"Waline says no: {answer['errmsg']}")
    return answer["data"]


def _answers_to(parent: int | None, all_of_them: Sequence[Any]) -> Iterator[Comment]:
    """Yield the answers to *parent*, the oldest first; to none, those that answer nobody."""
    for one in sorted(all_of_them, key=lambda one: (one["time"], one["objectId"])):
        if (one["pid"] or None) == parent:
            yield Comment(
                id=str(int(one["objectId"])),
                author=str(one["nick"] or ""),
                written=datetime.fromtimestamp(float(one["time"]) / 1000, UTC),
                text=one["comment"],
                replies=tuple(_answers_to(int(one["objectId"]), all_of_them)),
            )


PROVIDER = Waline

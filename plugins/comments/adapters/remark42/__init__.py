"""Remark42: comments in one file, served by ourselves (https://remark42.com)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, ClassVar
from urllib.parse import urlencode

from comments.adapters import in_language, spoken
from comments.model import Archive, Comment, Fetch, Sources, Spam, Thread
from comments.urls import Address, ServiceUrl, origin
from options import such

LANGUAGES = frozenset("en ru tr fa".split())
_SITE = re.compile(r"[\w.-]+")
# So many that a request stays short.
_ASKED = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark42(Archive):
    """A site of a Remark42 server.

    *url* is where it is, *site_id* what it calls the site. It keeps threads under addresses, and
    links to them in its mails: *base* is what they begin with, the address that the site had
    when comments began. It stays as it is when the site moves.
    """

    name: ClassVar[str] = "remark42"
    title: ClassVar[str] = "Remark42"
    anchor: ClassVar[str] = "remark42__comment-"
    spam: ClassVar[Spam] = Spam.LOGIN
    url: ServiceUrl
    site_id: Annotated[str, "what SITE says there, as remark", such(_SITE.fullmatch)]
    base: Address

    @property
    def sources(self) -> Sources:
        server = origin(self.url)
        return {"script-src": (server,), "frame-src": (server,), "connect-src": (server,)}

    def attributes(self, thread: Thread) -> Mapping[str, str]:
        """Return what comments.js needs (probe), and remark42.js."""
        language = spoken(thread.language, LANGUAGES)
        # It overlooks the address, by which a web server before it can refuse a thread.
        return {
            "data-probe": self._asking("config", url=self._address(thread.id)),
            "data-script": f"{self.url}/web/embed.js",
            "data-host": self.url,
            "data-site-id": self.site_id,
            "data-url": self._address(thread.id),
            "data-locale": language,
            **in_language(thread, language),
        }

    def counts(self, fetch: Fetch, ids: Sequence[str]) -> Mapping[str, int]:
        url = self._asking("counts")
        threads = {self._address(one): one for one in ids}
        found: dict[str, int] = {}
        for start in range(0, len(ids), _ASKED):
            asked = [self._address(one) for one in ids[start : start + _ASKED]]
            answer: Any = fetch(url, body=asked)
            found |= {threads[one["url"]]: one["count"] for one in answer}
        return found

    def comments(self, fetch: Fetch, thread: str) -> Sequence[Comment]:
        url = self._asking("find", url=self._address(thread), sort="time", format="tree")
        answer: Any = fetch(url)
        return tuple(_comments(answer["comments"] or ()))

    def _address(self, thread: str) -> str:
        return f"{self.base}{thread}"

    def _asking(self, what: str, **words: str) -> str:
        return f"{self.url}/api/v1/{what}?{urlencode({'site': self.site_id} | words)}"


def _comments(nodes: Iterable[Any]) -> Iterator[Comment]:
    """Yield the comments of a tree: a deleted one has no text."""
    for node in nodes:
        one = node["comment"]
        yield Comment(
            id=str(one["id"]),
            author=str(one["user"]["name"]),
            written=datetime.fromisoformat(one["time"]),
            text="" if one.get("delete") else one["text"],
            replies=tuple(_comments(node.get("replies") or ())),
        )


PROVIDER = Remark42

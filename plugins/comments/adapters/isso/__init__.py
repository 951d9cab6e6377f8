"""Isso: comments in SQLite, served by ourselves (https://isso-comments.de)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from comments.model import Provider, Thread
from comments.urls import base_url, origin

# The languages whose plural rules Isso's client has. The words are ours in every language.
_PLURALS = frozenset(
    "bg ca cs da de el en eo es fa fi fr gl hr hu id it ja ko nl".split()
    + "oc pl pt ru sk sv tr uk vi zh".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Isso(Provider):
    """*url* is where the server is, with its path where it has one."""

    name: ClassVar[str] = "isso"
    url: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "url", base_url(self.url, what='COMMENTS["url"]'))

    @property
    def origins(self) -> tuple[str, ...]:
        return (origin(self.url),)

    def attributes(self, thread: Thread) -> Mapping[str, str]:
        """Return what comments.js needs (probe, anchor), isso.js (script), and Isso itself."""
        language = thread.language.split("-")[0].lower()
        return {
            "data-probe": f"{self.url}/?uri={quote(thread.id)}&limit=0",
            "data-anchor": "isso-",
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


PROVIDER = Isso

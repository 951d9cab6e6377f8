"""Comentario: comments in PostgreSQL, served by ourselves (https://comentario.app)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from comments.adapters import in_language, spoken
from comments.model import Provider, Sources, Thread
from comments.urls import ServiceUrl, origin

LANGUAGES = frozenset("en ru".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Comentario(Provider):
    """*url* is where the server is; the site's host must be a domain of it."""

    name: ClassVar[str] = "comentario"
    title: ClassVar[str] = "Comentario"
    anchor: ClassVar[str] = "comentario-"
    url: ServiceUrl

    @property
    def sources(self) -> Sources:
        server = origin(self.url)
        return dict.fromkeys(("script-src", "style-src", "connect-src", "img-src"), (server,))

    def attributes(self, thread: Thread) -> Mapping[str, str]:
        """Return what comentario.js gives Comentario's element."""
        language = spoken(thread.language, LANGUAGES)
        return {
            "data-script": f"{self.url}/comentario.js",
            "data-page-id": thread.id,
            "data-language": language,
            **in_language(thread, language),
        }


PROVIDER = Comentario

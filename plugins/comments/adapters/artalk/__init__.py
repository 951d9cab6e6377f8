"""Artalk: comments in SQLite, PostgreSQL or MySQL, served by ourselves (https://artalk.js.org)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar
from urllib.parse import urlencode

from comments.model import Provider, Sources, Thread
from comments.urls import ServiceUrl, origin
from options import such

_SITE = re.compile(r"\S(.*\S)?")
# What Artalk writes into attributes: "display: none" and "display: none;", by their digests.
_HIDDEN = (
    "'unsafe-hashes'",
    "'sha256-ZdHxw9eWtnxUb3mk6tBS+gIiVUPE3pGM470keHPDFlE='",
    "'sha256-biLFinpqYMtWHmXfkA1BPeCY0/fNt46SAZ+BBk5YUog='",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Artalk(Provider):
    """*url* is where the server is, *site* what it calls the site."""

    name: ClassVar[str] = "artalk"
    title: ClassVar[str] = "Artalk"
    anchor: ClassVar[str] = "atk-comment-"
    url: ServiceUrl
    site: Annotated[str, "the name that Artalk has for the site", such(_SITE.fullmatch)]

    @property
    def sources(self) -> Sources:
        server = origin(self.url)
        own = dict.fromkeys(("script-src", "connect-src"), (server,))
        # Its signs are data; what it asks robots comes from the server.
        return own | {"style-src": (server, *_HIDDEN), "img-src": ("data:", server)}

    def attributes(self, thread: Thread) -> Mapping[str, str]:
        """Return what comments.js needs (probe), and artalk.js."""
        asked = urlencode({"page_key": thread.id, "site_name": self.site, "limit": 1})
        return {
            "data-probe": f"{self.url}/api/v2/comments?{asked}",
            "data-script": f"{self.url}/dist/Artalk.js",
            "data-styles": f"{self.url}/dist/Artalk.css",
            "data-server": self.url,
            "data-site": self.site,
            "data-page-key": thread.id,
            "data-page-title": thread.title,
        }


PROVIDER = Artalk

"""Disqus: comments on the servers of Disqus, which knows its readers (https://disqus.com)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comments.adapters import in_language, spoken
from comments.model import Provider, Sources, Spam, Thread
from options import such

LANGUAGES = frozenset("en ru tr fa".split())
_FILES = "https://c.disquscdn.com"
_HOST = "https://disqus.com"
_SHORTNAME = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disqus(Provider):
    """*shortname* is what Disqus calls the site: what stands before ``.disqus.com``."""

    name: ClassVar[str] = "disqus"
    title: ClassVar[str] = "Disqus"
    policy: ClassVar[str] = "https://help.disqus.com/en/articles/1717103-disqus-privacy-policy"
    spam: ClassVar[Spam] = Spam.SERVICE
    shortname: Annotated[
        str, "what stands before .disqus.com, as river-post", such(_SHORTNAME.fullmatch)
    ]

    @property
    def sources(self) -> Sources:
        own = f"https://{self.shortname}.disqus.com"
        return {
            "script-src": (own, _HOST, _FILES),
            "style-src": (_FILES,),
            "frame-src": (_HOST,),
            "connect-src": (_HOST, "https://links.services.disqus.com"),
            "img-src": (_FILES, "https://referrer.disqus.com"),
        }

    def attributes(self, thread: Thread) -> Mapping[str, str]:
        """Return what disqus.js tells Disqus of the thread."""
        language = spoken(thread.language, LANGUAGES)
        return {
            "data-script": f"https://{self.shortname}.disqus.com/embed.js",
            "data-identifier": thread.id,
            "data-title": thread.title,
            "data-language": language,
            **in_language(thread, language),
        }


PROVIDER = Disqus

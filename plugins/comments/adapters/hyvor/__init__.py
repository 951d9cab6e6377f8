"""Hyvor Talk: comments on the servers of HYVOR, paid by the site (https://talk.hyvor.com)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comments.adapters import spoken
from comments.model import Provider, Sources, Spam, Thread
from options import such

HOST = "https://talk.hyvor.com"
# What has no text of ours is in the nearest of these.
LANGUAGES = frozenset("en ru tr".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyvor(Provider):
    """*website_id* is the number that Hyvor Talk's console gives the site."""

    name: ClassVar[str] = "hyvor"
    title: ClassVar[str] = "Hyvor Talk"
    policy: ClassVar[str] = f"{HOST}/docs/privacy"
    spam: ClassVar[Spam] = Spam.SERVICE
    website_id: Annotated[
        int, "the number that the console gives, as 1234", such(lambda number: number > 0)
    ]

    @property
    def sources(self) -> Sources:
        return dict.fromkeys(("script-src", "style-src", "connect-src", "img-src"), (HOST,))

    def attributes(self, thread: Thread) -> Mapping[str, str]:
        """Return what hyvor.js gives Hyvor's element: each ``data-hyvor-x`` as ``x``."""
        return {
            "data-script": f"{HOST}/embed/embed.js",
            "data-hyvor-website-id": str(self.website_id),
            "data-hyvor-page-id": thread.id,
            "data-hyvor-page-title": thread.title,
            "data-hyvor-page-language": spoken(thread.language, LANGUAGES),
            # Nobody is told who is reading or typing.
            "data-hyvor-settings": '{"realtime":{"on":false}}',
        }


PROVIDER = Hyvor

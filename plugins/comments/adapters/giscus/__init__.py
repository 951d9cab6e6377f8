"""giscus: comments in the discussions of a repository on GitHub (https://giscus.app)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comments.adapters import in_language, spoken
from comments.model import Provider, Sources, Spam, Thread
from options import such

HOST = "https://giscus.app"
LANGUAGES = frozenset("en az ka ru tr fa".split())
_REPO = re.compile(r"[\w-]+/[\w.-]+", re.ASCII)
# GitHub's older ids are in Base64, and begin with their own kind.
_REPO_ID = re.compile(r"(R_|MDEw)[\w-]+=*", re.ASCII)
_CATEGORY = re.compile(r"\S(.*\S)?")
_CATEGORY_ID = re.compile(r"(DIC_|MDE4)[\w-]+=*", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Giscus(Provider):
    """The *category* of discussions in *repo*, and the ids of both, as giscus.app gives them."""

    name: ClassVar[str] = "giscus"
    title: ClassVar[str] = "giscus"
    policy: ClassVar[str] = "https://github.com/giscus/giscus/blob/main/PRIVACY-POLICY.md"
    spam: ClassVar[Spam] = Spam.LOGIN
    repo: Annotated[str, "an owner and a name, as river/comments", such(_REPO.fullmatch)]
    repo_id: Annotated[str, "the id that giscus.app gives, R_…", such(_REPO_ID.fullmatch)]
    category: Annotated[str, "the name of a category", such(_CATEGORY.fullmatch)]
    category_id: Annotated[str, "the id that giscus.app gives, DIC_…", such(_CATEGORY_ID.fullmatch)]

    @property
    def sources(self) -> Sources:
        return dict.fromkeys(("script-src", "style-src", "frame-src"), (HOST,))

    def attributes(self, thread: Thread) -> Mapping[str, str]:
        """Return what giscus.js hands on to giscus: each ``data-giscus-x`` as ``data-x``."""
        language = spoken(thread.language, LANGUAGES)
        return {
            "data-script": f"{HOST}/client.js",
            "data-giscus-repo": self.repo,
            "data-giscus-repo-id": self.repo_id,
            "data-giscus-category": self.category,
            "data-giscus-category-id": self.category_id,
            "data-giscus-mapping": "specific",
            "data-giscus-term": thread.id,
            # The discussion with just this id, not one whose title is like it.
            "data-giscus-strict": "1",
            "data-giscus-reactions-enabled": "0",
            "data-giscus-emit-metadata": "0",
            "data-giscus-input-position": "top",
            "data-giscus-lang": language,
            **in_language(thread, language),
        }


PROVIDER = Giscus

"""Who writes here, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorRecord:
    """An author; *names* are the name in other languages' scripts, by language."""

    title: str
    slug: str
    path: Path
    names: Mapping[str, str] = field(default_factory=dict)
    url: str = ""
    image: str = ""
    text: str = ""

    def name_in(self, language: str) -> str:
        """Return the name as readers of *language* know it."""
        return self.names.get(language, self.title)

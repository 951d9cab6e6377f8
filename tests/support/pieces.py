"""Articles and sections as plugins read them, made without a site."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from contract.text import Text
from files.headers import read_header

DAY = datetime.datetime(2026, 3, 14, 9, tzinfo=datetime.UTC)


def carried(head: str = "", *, path: Path = Path("a.md")) -> Text:
    """Return what a text with these header lines carries, as it is read."""
    return Text(path=path, header=read_header(head))


@dataclass(frozen=True)
class SomeSubject:
    """A section, a tag or an author."""

    name: str
    address: str = ""

    @property
    def slug(self) -> str:
        return self.address or self.name.lower()

    @property
    def url(self) -> str:
        return f"{self.slug}/"

    @property
    def save_as(self) -> str:
        return f"{self.slug}/index.html"

    def __str__(self) -> str:
        return self.name


@dataclass(kw_only=True)
class SomePiece:
    """An article."""

    title: str = "A river"
    slug: str = "a"
    lang: str = "en"
    date: datetime.datetime = DAY
    status: str = "published"
    summary: str = ""
    category: SomeSubject = SomeSubject("Rivers")
    tags: Sequence[SomeSubject] = ()
    authors: Sequence[SomeSubject] = ()
    in_default_lang: bool = True
    source_path: str = "a.md"
    relative_source_path: str = "a.md"
    metadata: Mapping[str, object] = field(default_factory=dict)
    translations: Sequence[SomePiece] = ()
    text: Text = field(default_factory=carried)
    _content: str = ""

    @property
    def url(self) -> str:
        return f"{self.slug}/" if self.lang == "en" else f"{self.lang}/{self.slug}/"

    @property
    def save_as(self) -> str:
        return f"{self.url}index.html"

    def get_content(self, siteurl: str) -> str:  # noqa: ARG002 - it has no links
        return self._content

"""Who writes here: ``content/authors/*.md``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from files.headers import read_header
from metadata.checks import SLUG
from metadata.model import AuthorRecord
from problems import Problem, did_you_mean

FIELDS = frozenset("title slug names url image".split())
WEB_URL = re.compile(r"https?://[^/\s]+\S*", re.IGNORECASE)


def read_authors(content: Path) -> tuple[dict[str, AuthorRecord], list[Problem]]:
    """Return the authors below *content* by their names, and what is wrong."""
    authors: dict[str, AuthorRecord] = {}
    problems: list[Problem] = []
    for path in sorted((content / "authors").glob("*.md")):
        author = _read(path, problems)
        if author:
            problems += _clashes(author, authors.values())
            authors.setdefault(author.title, author)
    return authors, problems


def _clashes(author: AuthorRecord, others: Iterable[AuthorRecord]) -> Iterator[Problem]:
    """Say what *author* shares with one of the *others*: one of the two would be lost."""
    for other in others:
        for what, shared in (("name", author.title), ("slug", author.slug)):
            if shared in (other.title, other.slug):
                message = f"the {what} “{shared}” is taken by {other.path.name}; choose another"
                yield Problem.at(author.path, message, "duplicate-author")


def _read(path: Path, problems: list[Problem]) -> AuthorRecord | None:
    def fail(message: str, code: str, line: int = 1) -> None:
        problems.append(Problem.at(path, message, code, line=line))

    try:
        header = read_header(path.read_text(encoding="utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        fail("the file is not UTF-8; save it as UTF-8", "encoding")
        return None
    for name, line in header.lines.items():
        if name not in FIELDS:
            fail(f"unknown field “{name}”{did_you_mean(name, FIELDS)}", "unknown-field", line)
    url = header.fields.get("url", "")
    if url and not WEB_URL.fullmatch(url):
        message = f"the link “{url}” leads to no web page; use an address that begins with https://"
        fail(message, "unsafe-link", header.lines["url"])
        return None
    if not header.fields.get("title"):
        fail("name the author, as in “Title: Nino Example”", "missing-field")
        return None
    fields = header.fields
    slug = fields.get("slug") or path.stem
    if not SLUG.fullmatch(slug):
        message = f"“{slug}” is no slug; write small letters, digits and hyphens: nino-example"
        fail(message, "slug", header.lines.get("slug", 1))
    return AuthorRecord(
        title=fields["title"],
        slug=slug,
        path=path,
        names=_names(fields.get("names", "")),
        url=fields.get("url", ""),
        image=fields.get("image", ""),
        text=" ".join(header.body.split()),
    )


def _names(text: str) -> dict[str, str]:
    """Return the names in ``ka: …; ru: …``."""
    pairs = (part.partition(":") for part in text.split(";") if ":" in part)
    return {language.strip(): name.strip() for language, _, name in pairs}

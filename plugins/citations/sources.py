"""Reading ``sources/<slug>.md``: an outlet that is quoted."""

from __future__ import annotations

import re
from pathlib import Path

from citations.keys import LANGUAGE_CODE, web_url
from citations.model import Source
from files.headers import Header, read_header
from problems import Problem, did_you_mean
from verification import QuotationError

# It becomes a part of an address, and the name of a folder.
SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
FIELDS = frozenset("title slug url place country languages kind owner since".split())


def read_source(path: Path, problems: list[Problem]) -> Source | None:
    """Return the outlet that *path* describes; add what is wrong to *problems*.

    Returns None where the file cannot be used.
    """
    try:
        header = read_header(path.read_text(encoding="utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        message = f"the file is not UTF-8 (byte {error.start}); save it as UTF-8"
        problems.append(Problem.at(path, message, "source"))
        return None
    found = [
        Problem.at(path, message, code, line=header.lines.get(field, 1))
        for message, field, code in _wrong(path, header)
    ]
    problems += found
    return None if found else _source(path, header)


def _wrong(path: Path, header: Header) -> list[tuple[str, str, str]]:
    """Return message, field and code of all that is wrong."""
    wrong = [
        (f"unknown field “{name}”{did_you_mean(name, FIELDS)}", name, "unknown-field")
        for name in header.fields
        if name not in FIELDS
    ]
    if not header.fields.get("title"):
        wrong.append(("name the outlet, as in “Title: The Courier”", "title", "source"))
    slug = _slug(path, header)
    if not SLUG.fullmatch(slug):
        message = f"“{slug}” is no slug; write small letters, digits and hyphens: the-courier"
        wrong.append((message, "slug", "source"))
    wrong += [
        (f"“{code}” is no language code; write ka, hy, az, ru, en …", "languages", "source")
        for code in _languages(header)
        if not LANGUAGE_CODE.fullmatch(code)
    ]
    try:
        if header.fields.get("url"):
            web_url(header.fields["url"])
    except QuotationError as error:
        wrong.append((str(error), "url", error.code))
    return wrong


def _source(path: Path, header: Header) -> Source:
    fields = header.fields
    return Source(
        slug=_slug(path, header),
        title=fields["title"],
        path=path,
        url=fields.get("url", ""),
        place=fields.get("place", ""),
        country=fields.get("country", ""),
        languages=tuple(_languages(header)),
        kind=fields.get("kind", ""),
        owner=fields.get("owner", ""),
        since=fields.get("since", ""),
        text=" ".join(header.body.split()),
    )


def _slug(path: Path, header: Header) -> str:
    return header.fields.get("slug") or path.stem


def _languages(header: Header) -> list[str]:
    return header.fields.get("languages", "").replace(",", " ").split()

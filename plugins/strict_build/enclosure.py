"""Nothing is published but what is in the content and the theme: not through links either."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from contract.publication import Settings
from files.enclosed import is_inside, strays
from problems import Location, Problem

CLOSED = "citations"


class File(Protocol):
    """A file that Pelican publishes as it is."""

    source_path: str
    relative_source_path: str

    @property
    def save_as(self) -> str: ...


class LinkingText(Protocol):
    """A text, which may link to such files."""

    source_path: str

    def get_static_links(self) -> Collection[str]: ...


def strays_of(settings: Settings) -> Iterator[Problem]:
    """Yield what in the content, or in the theme's static files, leads elsewhere."""
    content, theme = Path(settings["PATH"]), Path(settings["THEME"])
    found = list(strays(content, closed=content / CLOSED))
    for name in settings["THEME_STATIC_PATHS"]:
        found += strays(theme / name)
    for path, message in found:
        yield Problem(message=message, code="outside-content", location=Location(path=path))


def strays_among(
    files: list[File], texts: Iterable[LinkingText | None], content: Path
) -> Iterator[Problem]:
    """Take those from *files* that lie outside *content*, or would go outside of the output.

    Pelican would write these too. Yield what they are, at the first of *texts* that links there.
    """
    for file in list(files):
        name = file.relative_source_path
        inside = is_inside(content / name, content) or not Path(file.source_path).exists()
        if inside and not os.path.normpath(file.save_as).startswith((os.pardir, os.sep)):
            continue
        files.remove(file)
        linking = (text for text in texts if text and name in text.get_static_links())
        path = next((Path(text.source_path) for text in linking), None)
        yield Problem(
            message=f"{name} is no file of the content’s, or would be written outside the site;"
            " put a copy into the content",
            code="outside-content",
            location=Location(path=path) if path else None,
        )

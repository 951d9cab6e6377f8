"""The outlets in sources/, and finding one by the title that a library has for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from citations.model import Source
from citations.sources import read_source
from problems import Problem


def read_sources(content: Path) -> dict[str, Source]:
    """Return the outlets below *content* by their names; a build says what is wrong with others."""
    said: list[Problem] = []
    read = (read_source(path, said) for path in sorted((content / "sources").glob("*.md")))
    return {source.slug: source for source in read if source}


def by_title(sources: Mapping[str, Source], title: str) -> Source | None:
    """Return the outlet of this *title*, whatever its case; None where there is not just one."""
    wanted = title.casefold()
    found = [source for source in sources.values() if source.title.casefold() == wanted]
    return found[0] if len(found) == 1 else None

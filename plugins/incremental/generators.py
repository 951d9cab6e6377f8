"""Pelican's generators of articles and pages, which have their texts read beforehand."""

from __future__ import annotations

from typing import Any

from pelican import contents, generators

from incremental.reading import Reading, Restoring


class _Prepared:
    """What both have in common. Its class is made for one build, with its *reading*."""

    kind: type
    paths: str
    reading: Reading | None = None

    def generate_context(self) -> None:
        """Have all texts read, and gather them as Pelican does."""
        mine: Any = self
        if self.reading:
            excluded = mine.settings[f"{self.paths}_EXCLUDES"]
            files = mine.get_files(mine.settings[f"{self.paths}_PATHS"], exclude=excluded)
            self.reading.prepare(mine, files, self.kind)
        mine.readers = Restoring(mine.readers, self.reading)
        super().generate_context()  # type: ignore[misc]

    def get_files(self, *arguments: Any, **more: Any) -> Any:
        """Return files in the order of their names, whatever the disk and the seed."""
        return dict.fromkeys(sorted(super().get_files(*arguments, **more)))  # type: ignore[misc]


class ArticlesGenerator(_Prepared, generators.ArticlesGenerator):  # type: ignore[misc]
    """Writes articles, and what lists them."""

    kind, paths = contents.Article, "ARTICLE"


class PagesGenerator(_Prepared, generators.PagesGenerator):  # type: ignore[misc]
    """Writes pages."""

    kind, paths = contents.Page, "PAGE"

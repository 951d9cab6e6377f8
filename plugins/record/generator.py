"""The pages of the sources, written by Pelican."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer

from quotations.document import Setting
from quotations.model import Source
from quotations.reader import SETTING
from record.source_pages import source_pages


class SourcesGenerator(Generator):  # type: ignore[misc]
    """Writes a page for each source."""

    @property
    def _sources(self) -> Iterable[Source]:
        setting: Setting = self.settings[SETTING]
        return setting.library.sources.values()

    def generate_context(self) -> None:
        """Let texts link to a source as they do to an article: {filename}/sources/x.md."""
        for page in source_pages(self._sources, ()):
            path = f"sources/{page.source.path.name}"
            self.context["generated_content"][path] = page

    def gather(self) -> None:
        """Say in the context who quotes what, once all articles are read."""
        articles = _published(self.context)
        self.context["sources"] = source_pages(self._sources, articles)

    def generate_output(self, writer: Writer) -> None:
        """Write the pages."""
        template = self.get_template("source")
        for page in self.context["sources"]:
            writer.write_file(
                page.save_as,
                template,
                self.context,
                self.settings["RELATIVE_URLS"],
                url=page.url,
                source_page=page,
                lang=self.settings["DEFAULT_LANG"],
            )


def _published(context: dict[str, Any]) -> list[Any]:
    """Return all published articles and their translations, newest first."""
    articles = [
        each for article in context["articles"] for each in (article, *article.translations)
    ]
    return sorted(articles, key=lambda each: (each.date, each.slug, each.lang), reverse=True)

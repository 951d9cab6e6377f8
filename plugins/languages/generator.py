"""The lists of a Pelican site, in each of its languages."""

from __future__ import annotations

from pelican.generators import Generator
from pelican.paginator import Paginator
from pelican.writers import Writer

from contract.publication import publication_of
from languages.pages import ListPage, years


class ListsGenerator(Generator):  # type: ignore[misc]
    """Writes front pages, archives, and the pages of sections, tags and authors."""

    def generate_output(self, writer: Writer) -> None:
        """Write every list."""
        for page in publication_of(self.settings).lists or ():
            values = dict(page.values)
            if page.template == "archives":
                values["years"] = self._years(page)
            writer.write_file(
                page.save_as,
                self.get_template(page.template),
                self.context,
                self.settings["RELATIVE_URLS"],
                template_name=page.template,
                url=page.url,
                lang=page.lang,
                articles=list(page.articles),
                page_versions=page.versions,
                first_url=page.url,
                **values,
            )

    def _years(self, page: ListPage) -> list[tuple[int, str]]:
        """Return each year of the archive with the address of the page on which it begins."""
        paginated = self.settings["PAGINATED_TEMPLATES"]
        per_page = paginated.get(page.template, 0) or self.settings["DEFAULT_PAGINATION"]
        if page.template not in paginated or not per_page:
            return [(year, page.url) for year in years(page.articles)]
        pages = Paginator(page.save_as, page.url, page.articles, self.settings, per_page)
        return [
            (year, pages.page(min(place // per_page + 1, pages.num_pages)).url)
            for year, place in years(page.articles).items()
        ]

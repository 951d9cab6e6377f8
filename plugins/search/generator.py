"""Search in a Pelican site: a page for each language, and the index."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from pathlib import Path

from pelican.generators import Generator
from pelican.writers import Writer

from contract.piece import pieces_in
from contract.publication import publication_of
from languages.addresses import Address, address_in
from languages.translator import Translators
from problems import Problem, tell
from search.choices import Choices
from search.documents import IndexingError, make_index, write_document
from search.folding import FOLDS
from search.model import INDEX, PLACE, SearchPages
from search.reading import record_of


class SearchGenerator(Generator):  # type: ignore[misc]
    """Writes the pages to search on, and the index."""

    def generate_context(self) -> None:
        """Say where the pages will be; languages are known by now."""
        publication = publication_of(self.settings)
        default = publication.language
        languages = dict.fromkeys((default, *publication.languages_used))
        versions = tuple(address_in(each, PLACE, default=default) for each in languages)
        self._pages = SearchPages(default=default, versions=versions)
        publication.search = self._pages
        self.context["generated_content"].update({each.url: each for each in versions})

    def generate_output(self, writer: Writer) -> None:
        """Write them."""
        choices: defaultdict[str, Choices] = defaultdict(Choices)
        publication, translators = publication_of(self.settings), Translators.of(self.settings)
        with tempfile.TemporaryDirectory() as place:
            documents = Path(place, "documents")
            documents.mkdir()
            for text in pieces_in(self.context, "articles", "pages"):
                record = record_of(text, publication, translators(text.lang))
                choices[record.language].add(record.choices)
                write_document(documents, record)
            try:
                make_index(documents, Path(self.output_path, INDEX))
            except IndexingError as error:
                message = f"no search: {error}; is Pagefind there? pip install 'pagefind[bin]'"
                tell(Problem(message=message, code="search-index"))
        for address in self._pages.versions:
            self._write(writer, address, choices[address.lang])

    def _write(self, writer: Writer, address: Address, choices: Choices) -> None:
        writer.write_file(
            address.save_as,
            self.get_template("search"),
            self.context,
            self.settings["RELATIVE_URLS"],
            template_name="search",
            url=address.url,
            lang=address.lang,
            page_versions=self._pages.versions,
            choices=choices.by_kind(),
            folds=FOLDS,
        )

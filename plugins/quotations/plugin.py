"""Quotations in a Pelican site: the reader, and what templates need."""

from __future__ import annotations

import math
from pathlib import Path
from xml.etree.ElementTree import tostring

from markupsafe import Markup, escape
from pelican import Pelican, signals
from pelican.generators import StaticGenerator
from pelican.readers import Readers

import contract.plugin
from citations import Library, SnapshotCache, Source
from contract.piece import Piece
from contract.publication import Publication, publication_of
from files import why_unusable
from files.enclosed import is_inside
from languages.translator import Translator, Translators
from problems import Problem, Severity, tell
from quotations.document import Setting, SourceHref, no_href
from quotations.length import words_of
from quotations.markup import OMISSION, check_details, summary_text
from quotations.model import Quotation
from quotations.reader import MarkdownReader
from quotations.settings import quotation_options
from quotations.titles import headline_of, opening, plain

WORDS_A_MINUTE = 220


def _source_href(publication: Publication) -> SourceHref:
    """Return what leads from a text to an outlet's page, where a site has any."""

    def href(source: Source, language: str) -> str:
        folder = "" if language == publication.language else f"/{language}"
        return f"{{filename}}{folder}/sources/{source.path.name}"

    return href if "record" in publication.plugins else no_href


def use_reader(readers: Readers) -> None:
    """Read Markdown with our reader."""
    for extension in MarkdownReader.file_extensions:
        readers.reader_classes[extension] = MarkdownReader


def set_up(pelican: Pelican) -> None:
    """Load the record, and say what is wrong with it."""
    settings = pelican.settings
    options, wrong = quotation_options(settings.get("QUOTATIONS", {}))
    content = Path(settings["PATH"])
    cache = Path(settings["CACHE_PATH"]) / "snapshots"
    if error := why_unusable(cache):
        message = f"{cache} cannot be used ({error.strerror}); each build takes longer without it"
        tell(Problem(message=message, code="cache", severity=Severity.WARNING))
    library = Library.load(content, cache=SnapshotCache(cache))
    tell(*wrong, *library.problems)
    publication = publication_of(settings)
    publication.library = library
    library.answer_texts()
    setting = Setting(
        library=library,
        translate=Translators.of(settings),
        language=publication.language,
        strict=options.strict,
        source_href=_source_href(publication),
    )
    publication.keep(setting)
    settings["JINJA_FILTERS"] = {
        "omissions": omissions,
        "minutes": minutes,
        "headline": headline_of,
        "plain": plain,
        "opening": opening,
        "check": check,
        "verdict": summary_text,
        **settings["JINJA_FILTERS"],
    }


def omissions(text: str) -> Markup:
    """Return *text* with every […] in a span of its own."""
    parts = []
    start = 0
    for match in OMISSION.finditer(text):
        parts += [
            escape(text[start : match.start()]),
            Markup('<span class="omission">{}</span>').format(match[0]),
        ]
        start = match.end()
    return Markup("").join([*parts, escape(text[start:])])


def minutes(article: Piece) -> int:
    """Return how long an article takes to read, in whole minutes; pull-quotes do not count."""
    return max(1, math.ceil(words_of(article) / WORDS_A_MINUTE))


def check(quotation: Quotation, t: Translator) -> Markup:
    """Return the details of how *quotation* was checked, as they stand under a block quote."""
    details = check_details(quotation, t)
    return Markup(tostring(details, encoding="unicode", method="html"))  # noqa: S704 - escaped there


def keep_snapshots(generator: StaticGenerator) -> None:
    """Refuse to publish what is ours only to compare with: a link to it would."""
    folder = Path(generator.settings["PATH"]) / "citations"
    for file in generator.staticfiles:
        path = Path(file.source_path)
        if path.exists() and is_inside(path, folder):
            message = "snapshots and citations are not published; take out the link to this file"
            tell(Problem.at(path, message, "snapshot-published"))


def register() -> None:
    """Connect the handlers."""
    contract.plugin.register()
    signals.initialized.connect(set_up)
    signals.readers_init.connect(use_reader)
    signals.static_generator_finalized.connect(keep_snapshots)

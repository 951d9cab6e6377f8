"""Pelican's Markdown reader, with quotations checked while a text is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from markdown import Markdown
from pelican.readers import MarkdownReader as PelicanMarkdownReader
from pelican.utils import SafeDatetime, truncate_html_words

from citations import parse_date
from contract.publication import Metadata, publication_of
from contract.text import TEXT, Text
from files.headers import read_header
from problems import ContentError, Location, Problem
from quotations.document import Document, Setting
from quotations.length import own_words
from quotations.markdown_ext import QuotationsExtension, document_of
from quotations.model import Correction, Republication
from quotations.pull_quotes import without_pull_quotes
from quotations.republication import compared, republication_of
from verification import QuotationError

MOST_BYTES = 2_000_000
FIELDS_WITH_DATES = ("date", "modified")
# In the place of a date that is none.
NO_DATE = SafeDatetime(1970, 1, 1)
# What was found in checking, and what is said of a picture, is no part of a summary.
BESIDE = re.compile(
    r'<details class="(?:check|original)">.*?</details>|<figure class="picture".*?</figure>',
    re.DOTALL,
)
_CORRECTION = re.compile(r"(?P<date>\d[\d-]*)[:,]?\s+(?P<text>.+)")


class MarkdownReader(PelicanMarkdownReader):  # type: ignore[misc]
    """Reads an article or a page; its class name is Pelican's, for caches and plugins.

    What it needs from the site is the `Setting` that the plugin keeps.
    """

    @property
    def setting(self) -> Setting:
        """The record to check against, and the site's defaults."""
        return publication_of(self.settings).own(Setting)

    def read(self, source_path: str) -> tuple[str, Metadata]:
        """Return the HTML and metadata of *source_path*.

        Raises ContentError where the file cannot be used.
        """
        path = Path(source_path)
        self._source_path = source_path  # for what Pelican says of its metadata
        source = self._text(path)
        self._carried = text = Text(path=path, header=read_header(source))
        language = text.header.fields.get("lang", "") or self._language_in(path)
        text.republication = self._republication(text)
        setting = replace(
            self.setting,
            path=path,
            language=language or self.setting.language,
            republished=text.republication is not None,
        )
        options = dict(self.settings["MARKDOWN"])
        options["extensions"] = [*options["extensions"], QuotationsExtension(setting)]
        self._md = Markdown(**options)
        content = self._md.convert(source)
        document = document_of(self._md)
        # Formatting the summary converts once more, and forgets the metadata.
        meta: dict[str, list[str]] = dict(getattr(self._md, "Meta", {}))
        metadata: dict[str, Any] = self._parse_metadata(meta)
        self._carry(text, document, meta, content, language=setting.language)
        quotes = document.pull_quotes or document.quotations
        if "summary" not in metadata and (quotes or BESIDE.search(content)):
            metadata["summary"] = self._summary(content)
        return content, {**metadata, TEXT: text}

    def process_metadata(self, name: str, value: object) -> object:
        """Return the value of a field; a date that is none is an error with its line."""
        try:
            return super().process_metadata(name, value)
        except ValueError:
            if name not in FIELDS_WITH_DATES or not hasattr(self, "_carried"):
                raise
            message = f"“{name.title()}: {value}” is no date; write it as 2026-03-14 09:00"
            self._carried.tell(message, "bad-date", name)
            # Whatever else is wrong with the text is told in the same build.
            return NO_DATE

    def _language_in(self, path: Path) -> str:
        """Return the language that a name such as ``slug.ka.md`` tells, or an empty text."""
        suffix = Path(path.stem).suffix.lstrip(".")
        return suffix if suffix in self.settings.get("LANGUAGES", ()) else ""

    def _text(self, path: Path) -> str:
        """Return the text of *path* without byte order mark and carriage returns."""

        def refuse(message: str, code: str, line: int | None = None) -> ContentError:
            return ContentError(Problem.at(path, message, code, line=line))

        size = path.stat().st_size
        if size > MOST_BYTES:
            raise refuse(
                f"{size / 1e6:.1f} MB of text is more than an article may have"
                f" ({MOST_BYTES / 1e6:.0f} MB); part it, or move data to extra/",
                "too-long",
            )
        raw = path.read_bytes()
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise refuse("the file is not UTF-8; save it as UTF-8", "encoding", line) from error
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            raise refuse("the file is empty; write “Title: …” and a text, or delete it", "empty")
        return text

    def _carry(
        self,
        text: Text,
        document: Document,
        meta: dict[str, list[str]],
        content: str,
        *,
        language: str,
    ) -> None:
        """Give *text* what was found in it, and tell what is wrong there."""
        text.words = own_words(content)
        text.quotations = document.quotations
        text.pull_quotes = document.pull_quotes
        text.works = document.works
        if text.republication:
            line = text.header.lines.get("source")
            text.republication = compared(
                text.republication, document, language=language, line=line
            )
        problems = list(document.problems)
        summary = document_of(self._md)
        if summary is not document:
            location = Location(path=text.path, line=text.header.lines.get("summary"))
            problems += [replace(problem, location=location) for problem in summary.problems]
        # A draft may be unfinished: its problems are told, and stop nothing.
        if text.is_draft:
            problems = [replace(problem, severity=text.severity) for problem in problems]
        text.tell_all(problems)
        if not text.header.body.strip():
            text.tell("there is only metadata here; write the text below an empty line", "no-text")
        try:
            text.corrections = corrections_in(meta)
        except QuotationError as error:
            text.tell(str(error), error.code, "correction")

    def _republication(self, text: Text) -> Republication | None:
        """Return where *text* was taken from; what is wrong there is told."""
        try:
            return republication_of(text.header.fields, self.setting.library)
        except QuotationError as error:
            text.tell(str(error), error.code, "source")
            return None

    def _summary(self, content: str) -> str:
        """Return the summary that Pelican would make, of the text alone."""
        length = self.settings["SUMMARY_MAX_LENGTH"]
        own = BESIDE.sub("", without_pull_quotes(content))
        suffix = self.settings["SUMMARY_END_SUFFIX"]
        return own if length is None else str(truncate_html_words(own, length, suffix))


def corrections_in(metadata: Mapping[str, Sequence[str]]) -> tuple[Correction, ...]:
    """Return the corrections of ``Correction: 2026-04-02 What was wrong.`` lines.

    Raises QuotationError where a line does not begin with a date.
    """
    return tuple(_correction(line) for line in metadata.get("correction", ()) if line.strip())


def _correction(line: str) -> Correction:
    match = _CORRECTION.fullmatch(line.strip())
    date = parse_date(match["date"]) if match else None
    if match is None or date is None:
        raise QuotationError(
            f"“{line}” does not begin with a date; write “Correction: 2026-04-02 What was wrong.”",
            "correction",
        )
    return Correction(date=date, text=match["text"])

"""Texts converted with a record of citations beside them, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from markdown import Markdown

from citations import Library
from problems import Problem, Severity
from quotations.document import Document, Setting
from quotations.markdown_ext import QuotationsExtension, document_of
from quotations.model import Quotation
from tests.support.building import write_files

ARTICLE = Path("article.md")
RECORD = {
    "sources/courier.md": "Title: Kura Courier\nURL: https://courier.example/\n\nA paper.\n",
    "citations/water.yaml": (
        "type: article-newspaper\ntitle: Water without borders\nauthor:\n"
        "  - given: Nino\n    family: Example\ncontainer: courier\n"
        "URL: https://courier.example/water\nlanguage: en\nissued: 2026-03-14\n"
        "accessed: 2026-03-16\n"
    ),
    "citations/water.txt": (
        "The river keeps its own time as it always has and it will tomorrow.\n\n"
        "The gauge below the bridge is read at eight, by hand, in all weathers.\n"
    ),
    "citations/bell.yaml": "type: webpage\ntitle: The bell\nURL: https://bell.example/\n",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """The HTML of a text, and the record that the conversion left."""

    html: str
    document: Document

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        return self.document.quotations

    @property
    def problems(self) -> list[Problem]:
        """The problems, but for the warning that nothing was there to compare with."""
        return [each for each in self.document.problems if each.code != "unchecked"]

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]

    @property
    def errors(self) -> list[str]:
        return [each.code for each in self.problems if each.severity is Severity.ERROR]

    @property
    def lines(self) -> list[int | None]:
        return [each.location.line for each in self.problems if each.location]

    def one(self, selector: str) -> Tag:
        (found,) = self.all(selector)
        return found

    def all(self, selector: str) -> Sequence[Tag]:
        return BeautifulSoup(self.html, "html.parser").select(selector)

    def text(self, selector: str) -> str:
        return " ".join(self.one(selector).get_text().split())


def library(folder: Path, files: Mapping[str, str] = RECORD) -> Library:
    """Return the record that *files* are."""
    return Library.load(write_files(folder / "content", dict(files)))


def convert(
    text: str,
    *,
    record: Library | None = None,
    extensions: Sequence[str] = ("meta", "extra"),
    language: str = "en",
    strict: bool = False,
) -> Converted:
    """Return what *text* becomes in an article in *language*."""
    setting = Setting(library=record or Library(), language=language, path=ARTICLE, strict=strict)
    md = Markdown(extensions=[*extensions, QuotationsExtension(setting)])
    html = md.convert(text)
    return Converted(html=html, document=document_of(md))

"""The first texts of a new publication, in each of its languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template

import yaml

from new_publication.model import Publication

FOLDER = Path(__file__).with_name("texts")
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
# What each page of the house is for, as plugins/structured_data knows it.
PAGES = {
    "about": "about, principles",
    "how-we-check": "fact-checking",
    "corrections": "corrections",
    "privacy": "",
}
PIECE, WORK, OUTLET = "a-first-quotation", "example-bridge", "example-gazette"
OUTLET_URL = "https://gazette.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the house."""

    title: str
    summary: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What stands around the quotation of the first piece."""

    title: str
    summary: str
    before: str
    within: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is said in one language."""

    pages: Mapping[str, Page]
    piece: Piece
    comments: str
    author: str
    outlet: str
    outlet_text: str
    work: str
    snapshot: str
    speaker: str
    role: str
    quotation: str
    inline: str


@cache
def words(language: str) -> Words:
    """Return what is said in *language*."""
    said = yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    pages = {name: Page(**said.pop(name)) for name in PAGES}
    return Words(pages=pages, piece=Piece(**said.pop("piece")), **said)


def privacy(languages: tuple[str, ...]) -> dict[str, str]:
    """Return what readers are told of comments on a server of the site's own."""
    return {language: words(language).comments for language in languages}


def texts(publication: Publication) -> dict[str, str]:
    """Return the texts of *publication*, by their paths in its content."""
    ours = Texts(publication, publication.language)
    found = {
        f"authors/{publication.author_slug}.md": ours.author(),
        f"sources/{OUTLET}.md": ours.outlet(),
        f"citations/{WORK}.yaml": ours.work(),
        f"citations/{WORK}.txt": ours.said.snapshot,
    }
    for language in publication.languages:
        end = ".md" if language == publication.language else f".{language}.md"
        told = Texts(publication, language)
        for page in PAGES:
            found[f"pages/{page}{end}"] = told.page(page)
        found[f"articles/{publication.today.year}/{PIECE}{end}"] = told.piece()
    return found


@dataclass(frozen=True)
class Texts:
    """The texts of a publication in one of its languages."""

    publication: Publication
    language: str

    @property
    def said(self) -> Words:
        """What is said in this language."""
        return words(self.language)

    @property
    def is_original(self) -> bool:
        """Whether it is the language at the root of the site."""
        return self.language == self.publication.language

    def page(self, name: str) -> str:
        """Return a page of the house."""
        said = self.said.pages[name]
        head = {"Title": said.title, "Purpose": self.is_original and PAGES[name]}
        body = said.text
        if name == "privacy" and self.publication.comments != "none":
            body += f"\n{self.said.comments}\n"
        return self._filled({**head, "Summary": said.summary}, body)

    def author(self) -> str:
        """Return the page of the author."""
        name = self.publication.author
        head = {"Title": name, "Slug": self.publication.author_slug}
        return self._filled(head, f"{self.said.author}\n")

    def outlet(self) -> str:
        """Return the page of the outlet that is quoted."""
        said = self.said
        head = {"Title": said.outlet, "Slug": OUTLET, "URL": f"{OUTLET_URL}/"}
        return self._filled({**head, "Languages": self.language}, f"{said.outlet_text}\n")

    def work(self) -> str:
        """Return the description of the work that is quoted."""
        day = self.publication.today.isoformat()
        described = {
            "type": "article-newspaper",
            "title": self.said.work,
            "container": OUTLET,
            "URL": f"{OUTLET_URL}/{WORK}",
            "language": self.language,
            "issued": day,
            "accessed": day,
        }
        return "".join(f"{name}: {value}\n" for name, value in described.items())

    def piece(self) -> str:
        """Return the first piece, which shows how a quotation is written."""
        said = self.said
        head = {
            "Title": said.piece.title,
            "Date": self.publication.today.isoformat(),
            "Category": self.publication.sections[0],
            "Author": self.publication.author,
            "Summary": said.piece.summary,
        }
        parts = [said.piece.before, "\n".join(self._quotation())]
        if self.is_original:  # what stands inside a sentence has no original beside it
            within = Template(said.piece.within)
            parts.append(within.substitute(inline=said.inline, key=f"[@{WORK}]"))
        return self._filled(head, "\n\n".join([*parts, f"{said.piece.after}\n"]))

    def _quotation(self) -> Iterator[str]:
        said = self.said
        yield f"> {said.quotation}"
        yield ">"
        if not self.is_original:
            original = self.publication.language
            yield f"> > {words(original).quotation}"
            yield f"> > {{: lang={original} }}"
            yield ">"
        yield f"> — {said.speaker}, {said.role}, [@{WORK}]"

    def _filled(self, head: Mapping[str, object], body: str) -> str:
        """Return a text whose *head* has the fields that say something."""
        lines = "".join(f"{name}: {value}\n" for name, value in head.items() if value)
        names = self.publication.translations.get(self.language, {})
        name = names.get(self.publication.name, self.publication.name)
        told = {"name": name, "author": self.publication.author}
        return Template(f"{lines}\n{body}").safe_substitute(told)

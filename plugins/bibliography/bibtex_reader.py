"""Reading BibTeX and biblatex, as Zotero, Better BibTeX and others export them.

Fields are read as pandoc reads them (Text.Pandoc.Citeproc.BibTeX) and Zotero does (its BibTeX
translator): `number` of an article is its issue, `organization` of a page the site’s name.
"""

from __future__ import annotations

from pathlib import Path

from bibliography.bibtex_file import RawEntry, read_entries
from bibliography.bibtex_parts import AND_OTHERS, read_dates, read_names
from bibliography.bibtex_types import ARTICLES, CHAPTERS, KINDS, csl_type, knows_subtype
from bibliography.draft import LONG, Draft, contents_of
from bibliography.latex import from_latex, from_verbatim
from bibliography.model import NAMES, Contents
from bibliography.texts import one_line, without_markup
from problems import Location, did_you_mean

TEXTS = {
    "shorttitle": "title-short",
    "origtitle": "original-title",
    "address": "publisher-place",
    "location": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "eid": "number",
    "chapter": "section",
    "abstract": "abstract",
    "note": "note",
}
VERBATIM = {"doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "container": "container"}
PUBLISHERS = ("school", "institution", "organization", "publisher")
# biblatex’s keys for the kind of a thesis or report, in words (its manual, “Localization Keys”).
GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
}
_THESES = {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}
_EPRINTS = {
    "arxiv": "https://arxiv.org/abs/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
}


def read_bibtex(text: str, path: Path) -> Contents:
    """Return the works of *text*; *path* is where problems are said to be.

    Raises LibraryError where it is no BibTeX.
    """
    entries, problems = read_entries(text, path)
    return contents_of([_Reading(entry, path).read() for entry in entries], problems)


class _Reading:
    """One entry while its fields are taken one by one; what remains has no place."""

    def __init__(self, entry: RawEntry, path: Path) -> None:
        self.kind = entry.kind
        self.rest = dict(entry.fields)
        location = Location(path=path, line=entry.line)
        self.draft = Draft(name=f"“{entry.key}”", location=location, wish=entry.key)

    def read(self) -> Draft:
        self._read_addresses()
        self._read_type()
        self._read_titles()
        for name in NAMES:
            self._read_names(name)
        read_dates(self.draft, self.take)
        self._read_numbers()
        self._read_publisher()
        for name, field in TEXTS.items():
            self._put(field, self.text(name))
        for name, field in VERBATIM.items():
            self.draft.put(field, from_verbatim(self.take(name)))
        languages = [self.text(name) for name in ("language", "langid", "hyphenation")]
        self.draft.put_language(next(filter(None, languages), ""))
        for name, value in self.rest.items():
            if value:
                self.draft.leave_out(name)
        return self.draft

    def take(self, name: str) -> str:
        return self.rest.pop(name, "")

    def text(self, name: str) -> str:
        return self._decoded(name, self.take(name))

    def _decoded(self, name: str, value: str) -> str:
        try:
            return from_latex(value)
        except ValueError as error:
            self.draft.fail(f"{name}: {error}")
            return ""

    def _put(self, field: str, text: str) -> None:
        self.draft.put(field, without_markup(text) if field in LONG else text)

    def _read_addresses(self) -> None:
        self.draft.put_address("URL", from_verbatim(self.take("url")))
        self.draft.put_address("archive", from_verbatim(self.take("archiveurl")))
        published = self.rest.get("howpublished", "")
        address = from_verbatim(published)
        if address.startswith(("http://", "https://")):
            del self.rest["howpublished"]
            self.draft.put_address("URL", address)
        self._put("medium", self.text("howpublished"))
        service = self.rest.get("eprinttype", self.rest.get("archiveprefix", "")).lower()
        if service in _EPRINTS and "eprint" in self.rest and "URL" not in self.draft.fields:
            self.draft.put_address("URL", _EPRINTS[service] + from_verbatim(self.take("eprint")))
            for name in ("eprinttype", "archiveprefix"):
                self.take(name)

    def _read_type(self) -> None:
        subtype = self.rest.get("entrysubtype", "").lower()
        if knows_subtype(subtype):
            del self.rest["entrysubtype"]
        event = any(name in self.rest for name in ("eventdate", "eventtitle", "venue"))
        address = "URL" in self.draft.fields
        kind = csl_type(self.kind, subtype=subtype, address=address, event=event)
        if self.kind not in KINDS:
            hint = did_you_mean(self.kind, KINDS)
            self.draft.fail(f"there is no kind of work @{self.kind}{hint}; write @misc")
        self.draft.fields["type"] = kind
        genre = self.rest.get("type") or _THESES.get(self.kind, "")
        if genre in GENRES:
            self.rest["type"] = GENRES[genre]
        self._put("genre", self.text("type"))

    def _read_titles(self) -> None:
        self._put("title", self._title("title", "subtitle"))
        if self.kind in CHAPTERS:
            names = [("booktitle", "booksubtitle"), ("journaltitle", "journalsubtitle")]
        else:
            names = [("journaltitle", "journalsubtitle"), ("booktitle", "booksubtitle")]
        names += [("journal", "journalsubtitle")]
        if KINDS.get(self.kind) == "webpage":
            names += [("organization", ""), ("titleaddon", "")]
        for title, subtitle in names:
            if "container-title" not in self.draft.fields or title == "journal":
                self._put("container-title", self._title(title, subtitle))

    def _title(self, title: str, subtitle: str) -> str:
        """Return a title with its subtitle, a colon between them where no other sign stands."""
        first, second = one_line(self.text(title)), one_line(self.text(subtitle))
        colon = "" if first.endswith((":", "?", "!", "—", "–", ".")) else ":"
        return f"{first}{colon} {second}" if first and second else first or second

    def _read_names(self, name: str) -> None:
        value = self.take(name)
        try:
            self.draft.put_names(name, read_names(value))
        except ValueError as error:
            self.draft.fail(f"{name}: {error}")
        if AND_OTHERS.search(value):
            self.draft.leave_out(f"{name}: and others")

    def _read_numbers(self) -> None:
        is_issue = self.kind in ARTICLES and "issue" not in self.rest
        self._put("issue" if is_issue else "number", self.text("number"))
        # “12--15” is what BibTeX writes for “12-15”.
        pages = [self._decoded("pages", part) for part in self.take("pages").split("--")]
        self._put("page", "-".join(pages))

    def _read_publisher(self) -> None:
        names = [text for name in PUBLISHERS if (text := one_line(self.text(name)))]
        self._put("publisher", "; ".join(dict.fromkeys(names)))

"""A BibTeX file as its entries: macros resolved, values without braces, crossref followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import (
    MonthIntMiddleware,
    RemoveEnclosingMiddleware,
)
from bibtexparser.middlewares.middleware import BlockMiddleware
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
)

from bibliography.bibtex_types import ARTICLES, CHAPTERS
from bibliography.foreign import foreign_text
from bibliography.model import LibraryError
from problems import Problem

# What an entry says of itself alone (biblatex’s manual, “Cross-referencing”).
_OWN = frozenset(
    "ids crossref xref xdata entryset entrysubtype execute label options presort related"
    " relatedoptions relatedstring relatedtype shorthand shorthandintro shorttitle sortkey"
    " sorttitle indextitle".split()
)
LONGEST_MACRO = 100_000
_TITLES = ("title", "subtitle", "titleaddon")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """One entry: its fields by their names in small letters, their values still LaTeX."""

    kind: str
    key: str
    fields: Mapping[str, str]
    line: int


class _Macros(BlockMiddleware):
    """Puts in the texts of macros, and joins ``"14~" # mar``.

    bibtexparser does the first only, and not where a macro is itself made of two.
    """

    def transform(self, library: Library) -> Library:
        self.texts: dict[str, str] = {}
        for string in library.strings:
            text = self._joined(_pieces(string.value))
            if len(text) > LONGEST_MACRO:
                raise LibraryError(
                    f"the macro “{string.key}” is longer than {LONGEST_MACRO} characters",
                    line=(string.start_line or 0) + 1,
                )
            self.texts[string.key.lower()] = text
        return super().transform(library)

    def transform_entry(self, entry: Entry, library: Library) -> Block:  # noqa: ARG002
        for field in entry.fields:
            pieces = _pieces(field.value)
            if len(pieces) > 1 or pieces[0].lower() in self.texts:
                field.value = f"{{{self._joined(pieces)}}}"
        return entry

    def _joined(self, pieces: list[str]) -> str:
        return "".join(self.texts.get(each.lower(), _unenclosed(each)) for each in pieces)


def _pieces(value: str) -> list[str]:
    """Split at each # that stands in no braces and no quotation marks."""
    if "#" not in value:
        return [value.strip()]
    pieces, depth, quoted = [""], 0, False
    for before, character in zip(f" {value}", value, strict=False):
        if before != "\\":
            depth += {"{": 1, "}": -1}.get(character, 0)
            quoted ^= character == '"' and depth == 0
        if character == "#" and depth == 0 and not quoted:
            pieces.append("")
        else:
            pieces[-1] += character
    return [piece.strip() for piece in pieces]


def _unenclosed(value: str) -> str:
    return value[1:-1] if value[:1] + value[-1:] in {"{}", '""'} and len(value) > 1 else value


def read_entries(text: str, path: Path) -> tuple[list[RawEntry], list[Problem]]:
    """Return the entries of *text*, and what is wrong with those that cannot be read.

    Raises LibraryError where it is no BibTeX.
    """
    if told := foreign_text(text, wanted="bibtex"):
        raise LibraryError(told)
    library = parse_string(
        text,
        parse_stack=[
            _Macros(),
            RemoveEnclosingMiddleware(),
            MonthIntMiddleware(),
        ],
    )
    if text.strip() and not library.entries and not library.failed_blocks:
        raise LibraryError("there is no entry in this file: @article{…}")
    return list(_entries(library)), [_problem(block, path) for block in library.failed_blocks]


def _problem(block: ParsingFailedBlock, path: Path) -> Problem:
    line = (block.start_line or 0) + 1
    if isinstance(block, DuplicateBlockKeyBlock):
        first = (block.previous_block.start_line or 0) + 1
        message = f"“{block.key}” stands in this file twice, first on line {first}; delete one"
    elif isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(f"“{name}”" for name in sorted(block.duplicate_keys))
        message = f"{names} stands in this entry twice; delete one"
    else:
        reason = getattr(block.error, "abort_reason", "") or str(block.error)
        said = " ".join(reason.split())
        message = f"this entry is broken; look at its braces and commas ({said})"
    return Problem.at(path, message, "bad-item", line=line)


def _entries(library: Library) -> Iterator[RawEntry]:
    entries = [_raw(entry) for entry in library.entries]
    by_key = {entry.key: entry for entry in entries}
    for entry in entries:
        if entry.kind != "xdata":
            yield _with_inherited(entry, by_key)


def _raw(entry: Entry) -> RawEntry:
    fields: dict[str, str] = {}
    for field in entry.fields:
        fields.setdefault(field.key.lower(), str(field.value).strip())
    kind, line = entry.entry_type.lower(), (entry.start_line or 0) + 1
    return RawEntry(kind=kind, key=entry.key.strip(), fields=fields, line=line)


def _with_inherited(entry: RawEntry, by_key: Mapping[str, RawEntry]) -> RawEntry:
    """Return *entry* with the fields of what its crossref and its xdata name."""
    fields = dict(entry.fields)
    for name in ("crossref", "xdata"):
        keys = [key.strip() for key in fields.get(name, "").split(",") if key.strip()]
        if keys and all(key in by_key for key in keys):
            del fields[name]
            for key in keys:
                fields = {**_inherited(by_key[key], entry.kind), **fields}
    return RawEntry(kind=entry.kind, key=entry.key, fields=fields, line=entry.line)


def _inherited(parent: RawEntry, kind: str) -> dict[str, str]:
    prefix = "journal" if kind in ARTICLES else "book" if kind in CHAPTERS else ""
    if parent.kind == "xdata":
        prefix = ""
    return {
        f"{prefix}{name}" if name in _TITLES else name: value
        for name, value in parent.fields.items()
        if name not in _OWN
    }

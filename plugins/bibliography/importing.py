"""From a library's works to content/citations/: what is new is written, nothing overwritten."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bibliography.bibtex_reader import read_bibtex
from bibliography.csl_file import read_csl
from bibliography.exporting import names_of
from bibliography.matching import by_title, identities, is_key, made_key, read_sources
from bibliography.model import NAMES, Item
from citations import (
    FIELDS,
    Fields,
    FieldsError,
    Source,
    free_key,
    read_citation,
    read_fields,
    write_citation,
)
from problems import Problem, Severity

READERS = {"csl": read_csl, "bibtex": read_bibtex}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A citation that is there: its key, and what its file says; None where it cannot be read."""

    key: str
    fields: Fields | None
    imported: bool = False


@dataclass(slots=True, kw_only=True)
class Import:
    """Takes works over into *content*, one by one, and keeps what came of it.

    *new* has the key and the title of each work that was written; *dry*, none is.
    """

    content: Path
    dry: bool = False
    new: list[tuple[str, str]] = field(default_factory=list)
    unchanged: int = 0
    different: int = 0
    problems: list[Problem] = field(default_factory=list)
    _sources: Mapping[str, Source] = field(init=False)
    # By the key in small letters, and by what tells a work from others.
    _known: dict[str, Known] = field(init=False, default_factory=dict)
    _same: dict[tuple[str, ...], list[Known]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._sources = read_sources(self.content)
        for path in sorted((self.content / "citations").glob("*.yaml")):
            self._learn(Known(key=path.stem, fields=_fields_in(path, self._sources)))

    def take(self, item: Item) -> None:
        """Write *item*, or say why it is not: it is there already, or would be of no use.

        Raises OSError where the file cannot be written.
        """
        fields = with_outlet(item.fields, self._sources)
        wished = is_key(item.wish)
        twin = self._twin(fields)
        known = self._known.get(item.wish.casefold()) if wished else twin
        if known and (wished or not known.imported or not differing(fields, known)):
            self._compare(item, known, fields)
            return
        key = item.wish if wished else self._free(made_key(item.wish, fields))
        if self._is_usable(item, key, fields):
            if not self.dry:
                write_citation(self.content / "citations", key, fields)
            self._learn(Known(key=key, fields=fields, imported=True))
            self.new.append((key, fields.get("title", "")))
            self._tell(item, key, fields, twin)

    def _twin(self, fields: Fields) -> Known | None:
        """Return the citation of the same work, best the one that says all that *fields* say."""
        twins = [each for name in identities(fields) for each in self._same.get(name, ())]
        return next(
            (each for each in twins if not differing(fields, each)), next(iter(twins), None)
        )

    def _free(self, key: str) -> str:
        taken = key.casefold() in self._known
        return free_key(key, (each.key for each in self._known.values())) if taken else key

    def _is_usable(self, item: Item, key: str, fields: Fields) -> bool:
        """Read the citation before it is there; tell what a build would say of it."""
        told: list[Problem] = []
        with tempfile.TemporaryDirectory() as folder:
            path = write_citation(Path(folder), key, fields)
            citation = read_citation(path, self._sources, told)
        for problem in told:
            message = f"“{item.wish or key}”: {problem.message}"
            self.problems.append(replace(problem, message=message, location=item.location))
        return citation is not None

    def _learn(self, known: Known) -> None:
        self._known[known.key.casefold()] = known
        for identity in identities(known.fields or {}):
            self._same.setdefault(identity, []).append(known)

    def _compare(self, item: Item, known: Known, fields: Fields) -> None:
        if known.fields is None:
            told = "is there already, and its file cannot be read; mend it first"
        elif names := differing(fields, known):
            told = f"is there already, with another {', '.join(names)}; it stays as it is"
        else:
            self.unchanged += 1
            return
        self.different += 1
        if known.imported:
            told = "is the key of an earlier work of this file, too; give one of them another"
            self._say(item, f"[@{known.key}] {told}", "bad-item", Severity.ERROR)
        else:
            self._say(item, f"[@{known.key}] {told}", "different")

    def _tell(self, item: Item, key: str, fields: Fields, twin: Known | None) -> None:
        """Say what an author should know of a work that was written."""
        if item.wish and item.wish != key:
            self._say(item, f"“{item.wish}” is no key to cite by; cite it as [@{key}]", "new-key")
        if twin:
            told = f"[@{key}] is the same work as [@{twin.key}]; keep one of the two"
            self._say(item, told, "same-work")
        left_out = list(item.left_out)
        if (outlet := item.fields.get("container")) and "container" not in fields:
            left_out.append(f"container (there is no sources/{outlet}.md)")
        if left_out:
            told = f"[@{key}]: left out, as a citation has no place for it: {', '.join(left_out)}"
            self._say(item, told, "left-out")

    def _say(
        self, item: Item, message: str, code: str, severity: Severity = Severity.WARNING
    ) -> None:
        self.problems.append(
            Problem(message=message, code=code, location=item.location, severity=severity)
        )


def differing(fields: Fields, known: Known) -> list[str]:
    """Return which of *fields* the citation has not, or otherwise; it may have more."""
    there = known.fields or {}
    return [name for name in FIELDS if name in fields and fields[name] != there.get(name)]


def with_outlet(fields: Fields, sources: Mapping[str, Source]) -> Fields:
    """Return *fields* with the outlet by its name in sources/, where it is known there."""
    found = dict(fields)
    slug, title = found.pop("container", ""), found.get("container-title", "")
    source = sources.get(slug) if slug else by_title(sources, title)
    if source:
        found["container"] = source.slug
        if title.casefold() == source.title.casefold():
            del found["container-title"]
    return found


def _fields_in(path: Path, sources: Mapping[str, Source]) -> Fields | None:
    """Return what a citation's file says, in the form in which works are read from libraries."""
    try:
        values = read_fields(path).values
    except (FieldsError, OSError):
        return None
    fields = {
        name: value.strip() if isinstance(value, str) else value for name, value in values.items()
    }
    names = {name: names_of(fields[name]) for name in NAMES if fields.get(name)}
    texts = all(isinstance(fields.get(name, ""), str) for name in ("container", "container-title"))
    return {**(with_outlet(fields, sources) if texts else fields), **names}

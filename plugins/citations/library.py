"""The record: which works are cited, and the outlets they come from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from citations.citation import read_citation
from citations.model import Citation, Source
from citations.snapshots import SnapshotCache, read_snapshot
from citations.sources import read_source
from incremental import answer, ask, share
from problems import Problem, did_you_mean
from verification import Snapshot

# Endings that people write, and the one that is read.
ENDINGS = {".yaml": ".yaml", ".yml": ".yaml", ".txt": ".txt"}


@dataclass(frozen=True, kw_only=True)
class Library:
    """All citations by key and all sources by slug, and what is wrong with their files.

    *broken* are the keys whose files are there, and cannot be used.
    """

    citations: Mapping[str, Citation] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    cache: SnapshotCache | None = None

    @classmethod
    def load(cls, content: Path, *, cache: SnapshotCache | None = None) -> Library:
        """Read ``sources/*.md`` and ``citations/*.yaml`` below *content*.

        A file that cannot be read becomes a problem; the others are still loaded.
        """
        problems: list[Problem] = []
        sources: dict[str, Source] = {}
        for path in sorted((content / "sources").glob("*.md")):
            source = read_source(path, problems)
            if source and source.slug in sources:
                problems.append(_twice(path, source, sources[source.slug]))
            elif source:
                sources[source.slug] = source
        citations: dict[str, Citation] = {}
        paths = sorted((content / "citations").glob("*.yaml"))
        for path in paths:
            citation = read_citation(path, sources, problems)
            if citation:
                citations[citation.key] = citation
        problems += _orphans(content / "citations", citations)
        problems += _misnamed(content / "citations")
        return cls(
            citations=citations,
            sources=sources,
            broken=frozenset(path.stem for path in paths) - citations.keys(),
            problems=tuple(problems),
            cache=cache,
        )

    def citation(self, key: str) -> Citation | None:
        """Return the work with *key*, or None."""
        ask("citation", key)
        return self.citations.get(key)

    def unknown(self, key: str) -> str:
        """Return what to tell the author of an unknown *key*."""
        if key in self.broken:
            return f"citations/{key}.yaml cannot be used as it stands; mend that file"
        return (
            f"no citation “{key}” in citations/{did_you_mean(key, self.citations)}"
            if self.citations
            else f"no citation “{key}”; describe the work in citations/{key}.yaml"
        )

    def snapshot(self, citation: Citation) -> Snapshot | None:
        """Return the text of the work, or None where none was kept.

        Raises SnapshotError where the file cannot be read as UTF-8.
        """
        if not citation.snapshot.is_file():
            return None
        return (self.cache.read if self.cache else read_snapshot)(citation.snapshot)

    def source_named(self, name: str) -> Source | None:
        """Return the source whose title or slug is *name*, whatever its case."""
        ask("source", name)
        return self._by_name.get(name.casefold())

    def answer_texts(self) -> None:
        """Let texts that were read before be compared with what this has now."""
        answer("citation", self._files_of)
        answer("source", lambda name: _of(self._by_name.get(name.casefold())))
        share(Citation, "citation", lambda each: each.key, self.citations.__getitem__)
        share(Source, "source", lambda each: each.slug, self.sources.__getitem__)

    def _files_of(self, key: str) -> object:
        """Return what the text of a work, its record and its source are made of."""
        citation = self.citations.get(key)
        if citation is None:
            return key in self.broken
        return _digest(citation.path), _digest(citation.snapshot), _of(citation.source)

    @cached_property
    def _by_name(self) -> dict[str, Source]:
        known: dict[str, Source] = {}
        for source in self.sources.values():
            known.setdefault(source.title.casefold(), source)
            known.setdefault(source.slug.casefold(), source)
        return known


def _of(source: Source | None) -> object:
    return source and (source.slug, _digest(source.path))


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return str(error.errno)


def _twice(path: Path, source: Source, first: Source) -> Problem:
    message = f"the slug “{source.slug}” is taken by {first.path.name}; choose another"
    return Problem.at(path, message, "duplicate-source")


def _orphans(folder: Path, citations: Mapping[str, Citation]) -> list[Problem]:
    """Say which snapshots belong to no citation: a misspelt name would go unnoticed."""
    return [
        Problem.at(
            path,
            "no citation uses this snapshot; name it like its .yaml file"
            f"{did_you_mean(path.stem, citations)}",
            "orphan-snapshot",
        )
        for path in sorted(folder.glob("*.txt"))
        if path.stem not in citations and not path.with_suffix(".yaml").exists()
    ]


def _misnamed(folder: Path) -> list[Problem]:
    """Say which files of the record nobody reads: another ending, or a folder further down."""
    return [
        Problem.at(
            path,
            f"nobody reads this file; name it citations/{path.stem}{ENDINGS[ending]}",
            "citation",
        )
        for path in sorted(folder.rglob("*"))
        if (ending := path.suffix.lower()) in ENDINGS
        and (path.parent != folder or path.suffix != ENDINGS[ending])
    ]

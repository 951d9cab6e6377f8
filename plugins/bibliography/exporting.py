"""From content/citations/ to one file that Zotero reads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bibliography.bibtex_writer import write_bibtex
from bibliography.csl_file import write_csl
from bibliography.matching import by_title, read_sources
from bibliography.model import DATES, NAMES, Exported
from citations import (
    FIELDS,
    NAME_FIELDS,
    Source,
    StatedFields,
    parse_date,
    read_citation,
    read_fields,
)
from problems import Problem

WRITERS = {"csl": write_csl, "bibtex": write_bibtex}


def export_citations(content: Path, problems: list[Problem]) -> list[Exported]:
    """Return all citations below *content*, by their keys; add what is wrong to *problems*.

    A citation that cannot be used is left out.
    """
    sources = read_sources(content)
    paths = sorted((content / "citations").glob("*.yaml"), key=lambda path: path.stem)
    read = (_exported(path, sources, problems) for path in paths)
    return [work for work in read if work]


def _exported(
    path: Path, sources: Mapping[str, Source], problems: list[Problem]
) -> Exported | None:
    if read_citation(path, sources, problems) is None:
        return None
    read = read_fields(path)
    wrong = _wrong(read, path)
    problems += wrong
    if wrong:
        return None
    values = {name: _value(name, read.values[name]) for name in FIELDS if read.values.get(name)}
    fields = {name: value for name, value in values.items() if value}
    own = fields.get("container-title", "")
    source = sources.get(fields.pop("container", ""))
    if source is None:
        return Exported(key=path.stem, fields=fields)
    fields["container-title"] = own or source.title
    alone = fields["container-title"] == source.title and by_title(sources, source.title) == source
    ordered = {name: fields[name] for name in FIELDS if name in fields}
    return Exported(key=path.stem, fields=ordered, container="" if alone else source.slug)


def _wrong(read: StatedFields, path: Path) -> list[Problem]:
    """Say which fields hold what no other program could take; a build does not look at them."""
    return [
        Problem.at(
            path,
            f"“{name}” is no {'list of names' if name in NAMES else 'text'};"
            " other programs cannot read it",
            "citation",
            line=read.lines.get(name, 1),
        )
        for name, value in read.values.items()
        if value is not None
        and not (isinstance(value, str) or (name in NAMES and _are_names(value)))
    ]


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(name, str)
        or (
            isinstance(name, dict)
            and NAME_FIELDS.issuperset(name)
            and all(isinstance(part, str) for part in name.values())
        )
        for name in value
    )


def _value(name: str, value: Any) -> Any:
    if name in NAMES:
        return names_of(value)
    if name in DATES:
        return str(parse_date(value))
    return value.strip()


def names_of(value: object) -> list[object]:
    """Return the names of a citation as a list of parts; a bare text is a `literal`."""
    names = value if isinstance(value, list) else [value]
    return [{"literal": name} if isinstance(name, str) else name for name in names]

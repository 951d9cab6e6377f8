"""Reading ``citations/<key>.yaml``: one cited work in CSL's terms, written as YAML.

The names of fields and types are those of the CSL-JSON schema
(Citation Style Language 1.0.2, csl-data.json), plus `container` (a source's slug)
and `archive` (the address of an archived copy).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from citations.keys import LANGUAGE_CODE, citation_key, web_url
from citations.model import (
    FIELDS,
    NAME_FIELDS,
    Citation,
    Name,
    PartialDate,
    Source,
    parse_date,
)
from citations.yaml_files import FieldsError, read_fields
from problems import Problem, Severity, did_you_mean
from verification import QuotationError

TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast"
    " chapter classic collection dataset document entry entry-dictionary"
    " entry-encyclopedia event figure graphic hearing interview legal_case legislation"
    " manuscript map motion_picture musical_score pamphlet paper-conference patent"
    " performance periodical personal_communication post post-weblog regulation report"
    " review review-book software song speech standard thesis treaty webpage".split()
)
# What is read below, each in its own way; of the rest it is enough that it is text, or names.
READ = frozenset(
    "type title author container container-title URL language issued accessed archive note".split()
)
MORE_NAMES = frozenset({"editor", "translator"})
# East of whoever builds the site, it may be tomorrow already.
AHEAD = datetime.timedelta(days=1)


@dataclass(slots=True, kw_only=True)
class _File:
    """One YAML file while it is checked: its fields, their lines, and its problems."""

    path: Path
    fields: Mapping[str, Any]
    lines: Mapping[str, int]
    problems: list[Problem]
    today: datetime.date
    failed: bool = field(default=False)

    def fail(self, message: str, name: str = "", *, code: str = "citation") -> None:
        self.note(message, name, code=code, severity=Severity.ERROR)

    def note(self, message: str, name: str, *, code: str, severity: Severity) -> None:
        line = self.lines.get(name, 1)
        self.problems.append(Problem.at(self.path, message, code, line=line, severity=severity))
        self.failed = self.failed or severity is Severity.ERROR

    def text(self, name: str) -> str:
        value = self.fields.get(name, "")
        if not isinstance(value, str):
            self.fail(f"“{name}” is no text; put it in quotation marks", name)
            return ""
        return value.strip()

    def url(self, name: str) -> str:
        text = self.text(name)
        try:
            return web_url(text) if text else ""
        except QuotationError as error:
            self.fail(str(error), name, code=error.code)
            return ""

    def date(self, name: str) -> PartialDate | None:
        text = self.fields.get(name)
        if text is None:
            return None
        date = parse_date(text) if isinstance(text, str) else None
        if date is None:
            self.fail(f"“{name}: {text}” is no date; write 2026, 2026-03 or 2026-03-14", name)
        return date

    def past(self, name: str, severity: Severity) -> PartialDate | None:
        """Return a date; one that has not come yet is no error where some outlets set it ahead."""
        date = self.date(name)
        if date and _begins(date) > self.today + AHEAD:
            message = f"“{name}: {date}” has not come yet; look at the date again"
            self.note(message, name, code="future-date", severity=severity)
        return date


def _begins(date: PartialDate) -> datetime.date:
    return datetime.date(date.year, date.month or 1, date.day or 1)


def read_citation(
    path: Path,
    sources: Mapping[str, Source],
    problems: list[Problem],
    *,
    today: datetime.date | None = None,
) -> Citation | None:
    """Return the work that *path* describes; add what is wrong to *problems*.

    Returns None where the file cannot be used. *today* is the clock’s, where none is given:
    a work is read in its own time, whenever the site is said to be built.
    """
    file = _parse(path, problems, today or datetime.date.today())  # noqa: DTZ011 - with AHEAD
    if file is None:
        return None
    _check_fields(file)
    container = file.text("container") if "container" in file.fields else ""
    if container and container not in sources:
        hint = did_you_mean(container, sources)
        file.fail(f"no source “{container}” in sources/{hint}", "container", code="unknown-source")
    citation = Citation(
        key=path.stem,
        path=path,
        type=_type(file),
        title=file.text("title"),
        authors=_names(file, "author"),
        source=sources.get(container) or _titled(file.text("container-title"), sources),
        container_title=file.text("container-title"),
        url=file.url("URL"),
        language=_language(file),
        issued=file.past("issued", Severity.WARNING),
        accessed=file.past("accessed", Severity.ERROR),
        archive=file.url("archive"),
        note=file.text("note"),
    )
    return None if file.failed else citation


def _titled(title: str, sources: Mapping[str, Source]) -> Source | None:
    """Return the outlet of that title, as an author may well write it in the place of its slug."""
    named = (each for each in sources.values() if each.title.casefold() == title.casefold())
    return next(named, None) if title else None


def _parse(path: Path, problems: list[Problem], today: datetime.date) -> _File | None:
    try:
        citation_key(path.stem)
        fields = read_fields(path)
    except QuotationError as error:
        message, line = f"{error}; it is the file’s name", 1
    except FieldsError as error:
        message, line = str(error), error.line
    else:
        values, lines = fields.values, fields.lines
        return _File(path=path, fields=values, lines=lines, problems=problems, today=today)
    problems.append(Problem.at(path, message, "citation", line=line))
    return None


def _check_fields(file: _File) -> None:
    for name in file.fields:
        if name not in FIELDS:
            hint = did_you_mean(name, FIELDS)
            file.fail(f"unknown field “{name}”{hint}", name, code="unknown-field")
        elif name in MORE_NAMES:
            _names(file, name)
        elif name not in READ:
            file.text(name)


def _type(file: _File) -> str:
    if "type" not in file.fields:
        file.fail("name the type of the work, as in “type: article-newspaper”")
        return ""
    kind = file.text("type")
    if kind and kind not in TYPES:
        file.fail(f"unknown type “{kind}”{did_you_mean(kind, TYPES)}", "type")
    return kind


def _language(file: _File) -> str:
    language = file.text("language")
    if language and not LANGUAGE_CODE.fullmatch(language):
        file.fail(f"“{language}” is no language code; write ka, hy, az, ru, en …", "language")
    return language


def _names(file: _File, field: str) -> tuple[Name, ...]:
    listed = file.fields.get(field, [])
    if isinstance(listed, str):
        return (Name(literal=listed),)
    if not isinstance(listed, list):
        file.fail(f"“{field}” is a list of names: - given: …, family: …", field)
        return ()
    return tuple(name for item in listed if (name := _name(item, field, file)))


def _name(item: Any, field: str, file: _File) -> Name | None:
    if isinstance(item, str):
        return Name(literal=item)
    is_name = isinstance(item, dict) and item and NAME_FIELDS.issuperset(item)
    if is_name and all(isinstance(part, str) for part in item.values()):
        return Name(**item)
    file.fail(f"“{field}” holds “{item}”; a name has given and family, or literal", field)
    return None

"""Reading ``citations/<key>.yaml``: one cited work in CSL's terms, written as YAML.

The names of fields and types are those of the CSL-JSON schema
(Citation Style Language 1.0.2, csl-data.json), plus `container` (a source's slug)
and `archive` (the address of an archived copy).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from problems import Location, Problem
from problems.suggestions import did_you_mean
from quotations.attribution import KEY_SHAPE, web_url
from quotations.dates import parse_date
from quotations.errors import QuotationError
from quotations.model import Citation, Name, PartialDate, Source

TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast"
    " chapter classic collection dataset document entry entry-dictionary"
    " entry-encyclopedia event figure graphic hearing interview legal_case legislation"
    " manuscript map motion_picture musical_score pamphlet paper-conference patent"
    " performance periodical personal_communication post post-weblog regulation report"
    " review review-book software song speech standard thesis treaty webpage".split()
)
FIELDS = frozenset(
    "type title author editor translator container container-title URL language issued"
    " accessed archive note abstract publisher publisher-place page volume issue number"
    " section genre medium original-title title-short DOI ISBN ISSN".split()
)
NAME_FIELDS = frozenset({"given", "family", "literal"})
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")


@dataclass(slots=True, kw_only=True)
class _File:
    """One YAML file while it is checked: its fields, their lines, and its problems."""

    path: Path
    fields: Mapping[str, Any]
    lines: Mapping[str, int]
    problems: list[Problem]
    failed: bool = field(default=False)

    def fail(self, message: str, name: str = "", *, code: str = "citation") -> None:
        line = self.lines.get(name, 1)
        self.problems.append(
            Problem(message=message, code=code, location=Location(path=self.path, line=line))
        )
        self.failed = True

    def text(self, name: str) -> str:
        value = self.fields.get(name, "")
        if isinstance(value, bool | list | dict | float) or value is None:
            self.fail(f"“{name}” is no text; put it in quotation marks", name)
            return ""
        return str(value).strip()

    def url(self, name: str) -> str:
        text = self.text(name)
        try:
            return web_url(text) if text else ""
        except QuotationError as error:
            self.fail(str(error), name, code=error.code)
            return ""

    def date(self, name: str) -> PartialDate | None:
        value = self.fields.get(name)
        if value is None:
            return None
        text = value.isoformat() if isinstance(value, datetime.date) else str(value)
        date = parse_date(text)
        if date is None:
            self.fail(f"“{name}: {text}” is no date; write 2026, 2026-03 or 2026-03-14", name)
        return date


def read_citation(
    path: Path, sources: Mapping[str, Source], problems: list[Problem]
) -> Citation | None:
    """Return the work that *path* describes; add what is wrong to *problems*.

    Returns None where the file cannot be used.
    """
    file = _parse(path, problems)
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
        type=file.text("type"),
        title=file.text("title"),
        authors=_names(file, "author"),
        source=sources.get(container),
        container_title=file.text("container-title"),
        url=file.url("URL"),
        language=_language(file),
        issued=file.date("issued"),
        accessed=file.date("accessed"),
        archive=file.url("archive"),
        note=file.text("note"),
    )
    return None if file.failed else citation


def _parse(path: Path, problems: list[Problem]) -> _File | None:
    def fail(message: str, line: int = 1) -> None:
        location = Location(path=path, line=line)
        problems.append(Problem(message=message, code="citation", location=location))

    if not KEY_SHAPE.fullmatch(path.stem):
        fail(f"“{path.stem}” is no citation key; name the file with letters, digits and hyphens")
        return None
    try:
        text = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        fields = yaml.safe_load(text)
    except UnicodeDecodeError as error:
        fail(f"the file is not UTF-8 (byte {error.start}); save it as UTF-8")
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        fail(f"this is no YAML: {error.problem or error.context}", line)
    except (yaml.YAMLError, ValueError) as error:
        fail(f"this is no YAML: {error}")
    else:
        if isinstance(fields, dict) and isinstance(node, yaml.MappingNode):
            lines = {key.value: key.start_mark.line + 1 for key, _ in node.value}
            return _File(path=path, fields=fields, lines=lines, problems=problems)
        fail("describe the work in fields, one a line: “title: …”")
    return None


def _check_fields(file: _File) -> None:
    for name in file.fields:
        if name not in FIELDS:
            hint = did_you_mean(str(name), FIELDS)
            file.fail(f"unknown field “{name}”{hint}", str(name), code="unknown-field")
    if "type" not in file.fields:
        file.fail("name the type of the work, as in “type: article-newspaper”")
    elif file.fields["type"] not in TYPES:
        hint = did_you_mean(str(file.fields["type"]), TYPES)
        file.fail(f"unknown type “{file.fields['type']}”{hint}", "type")


def _language(file: _File) -> str:
    language = file.text("language")
    if language and not LANGUAGE.fullmatch(language):
        file.fail(f"“{language}” is no language code; write ka, hy, az, ru, en …", "language")
    return language


def _names(file: _File, name: str) -> tuple[Name, ...]:
    listed = file.fields.get(name, [])
    if isinstance(listed, str):
        return (Name(literal=listed),)
    if not isinstance(listed, list):
        file.fail(f"“{name}” is a list of names: - given: …, family: …", name)
        return ()
    names = []
    for item in listed:
        if isinstance(item, str):
            names.append(Name(literal=item))
        elif isinstance(item, dict) and item and NAME_FIELDS.issuperset(item):
            names.append(Name(**{part: str(value) for part, value in item.items()}))
        else:
            file.fail(f"“{name}” holds “{item}”; a name has given and family, or literal", name)
    return tuple(names)

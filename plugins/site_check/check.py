"""Checking a built site: it is only read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from problems import Location, Problem, Severity
from site_check.addresses import Addresses, files_in
from site_check.findings import Finding, dead_ends, faults, versions
from site_check.reading import Page, read_page


def check_site(folder: Path, *, home: str, sources: Mapping[str, Path]) -> Iterator[Problem]:
    """Yield what is wrong with the site in *folder*, which is published at *home*.

    *sources* names the text that a page was made from, by the page's path in *folder*.
    What is the same on several pages is told once; on drafts alone it is a warning.
    """
    files = files_in(folder)
    paths = sorted(path for path in files if path.endswith(".html"))
    pages = {path: read_page(folder, path) for path in paths}
    addresses = Addresses(home=home, files=files)
    found: dict[Finding, list[Page]] = {}
    for page in pages.values():
        for finding in (
            *faults(page),
            *dead_ends(page, pages, addresses),
            *versions(page, pages, addresses),
        ):
            found.setdefault(finding, []).append(page)
    for finding, where in found.items():
        yield from _told(finding, where, sources)


def _told(finding: Finding, where: list[Page], sources: Mapping[str, Path]) -> Iterator[Problem]:
    severity = Severity.WARNING if all(page.draft for page in where) else Severity.ERROR
    written = {
        location
        for page in where
        if page.path in sources and (location := _line(sources[page.path], finding.needle))
    }
    if written:
        for location in sorted(written):
            yield _problem(finding, finding.message, location, severity)
        return
    several = f", on {len(where)} pages" if len(where) > 1 else ""
    only = sources.get(where[0].path) if len(where) == 1 else None
    location = Location(path=only or Path(where[0].path))
    yield _problem(finding, f"{finding.message}{several}", location, severity)


def _problem(finding: Finding, message: str, location: Location, severity: Severity) -> Problem:
    return Problem(message=message, code=finding.code, location=location, severity=severity)


def _line(source: Path, needle: str) -> Location | None:
    """Return where *needle* stands in *source*, if it does."""
    rows: Iterable[str] = _rows(source) if needle else ()
    number = next((number for number, row in enumerate(rows, 1) if needle in row), None)
    return Location(path=source, line=number) if number else None


@cache
def _rows(source: Path) -> tuple[str, ...]:
    return tuple(source.read_text(encoding="utf-8", errors="replace").split("\n"))

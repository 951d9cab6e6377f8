"""What is wrong with a built site: on a page by itself, and between pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from languages.translator import direction
from problems import Location, Problem, Severity
from site_check.addresses import SCHEMES, Addresses, files_in
from site_check.reading import Page, read_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong; *needle* is what to look for in the text that the page was made from."""

    code: str
    message: str
    needle: str = ""


def faults(page: Page) -> Iterator[Finding]:
    """Yield what is wrong with *page* by itself."""
    for name in page.repeated:
        yield Finding(
            code="duplicate-id",
            message=f"the identifier “{name}” is given to two elements; choose another for one",
            needle=name,
        )
    for address in page.without_alt:
        yield Finding(
            code="image-without-alt",
            message=f"the image “{address}” has no alternative text; say what is to be seen on it",
            needle=address.rpartition("/")[2],
        )
    if page.headings != 1:
        message = (
            f"there are {page.headings} headings of the first level; a page has one, its title"
        )
        yield Finding(code="headings", message=message, needle="# ")
    if not page.title:
        yield Finding(code="no-title", message="the page has no title; give it one")
    if page.indexed and not page.description:
        message = (
            "search engines find no description of the page; add “Summary:” or a first sentence"
        )
        yield Finding(code="no-description", message=message)
    if not page.charset:
        message = "the charset is not said at the beginning of the page; add it to the template"
        yield Finding(code="no-charset", message=message)
    yield from _language(page)


def _language(page: Page) -> Iterator[Finding]:
    if not page.language:
        message = "the page does not say its language; add lang to its html element"
        yield Finding(code="no-language", message=message)
    elif direction(page.language) != (page.direction or "ltr"):
        message = (
            f"a page in “{page.language}” is to run {direction(page.language)}; say so with dir"
        )
        yield Finding(code="direction", message=message)
    for language in dict.fromkeys(page.turned):
        message = (
            f"a passage in “{language}” runs the wrong way; add dir=“{direction(language)}” to it"
        )
        yield Finding(code="direction", message=message, needle=f"lang={language}")


def dead_ends(page: Page, pages: Mapping[str, Page], addresses: Addresses) -> Iterator[Finding]:
    """Yield the links and media of *page* that lead to nothing on the site."""
    for address in dict.fromkeys((*page.links, *page.media)):
        if address.startswith("{"):
            continue  # told, with its line, while the text was read
        if addresses.scheme(address) not in SCHEMES:
            message = f"“{address}” leads neither to the web nor to the site; link to a page"
            yield Finding(code="link-scheme", message=message, needle=address)
            continue
        target = addresses.target(page.path, address)
        if target is None:
            continue
        if not addresses.is_file(target):
            what = "file" if address in page.media else "link"
            message = f"the {what} “{address}” is not on the site; mend its address"
            needle = address.partition("#")[0].removeprefix(addresses.home)
            yield Finding(code="dead-link", message=message, needle=needle)
        elif target.fragment and not _has(pages.get(target.path), target.fragment):
            message = f"“{address}” names no place on that page; mend what follows “#”"
            yield Finding(code="dead-fragment", message=message, needle=f"#{target.fragment}")


def _has(page: Page | None, fragment: str) -> bool:
    return page is None or fragment in page.identifiers or fragment == "top"


def versions(page: Page, pages: Mapping[str, Page], addresses: Addresses) -> Iterator[Finding]:
    """Yield what is wrong with the addresses that search engines are told of *page*."""
    if page.indexed and len(page.canonicals) != 1:
        message = f"the page names {len(page.canonicals)} canonical addresses; it needs one"
        yield Finding(code="canonical", message=message)
    for address in page.canonicals:
        target = addresses.target(page.path, address)
        if addresses.home and not address.startswith("http"):
            message = f"the canonical address “{address}” is not absolute; begin it with https://"
            yield Finding(code="canonical", message=message)
        elif target and not addresses.is_file(target):
            message = f"the canonical address “{address}” leads to no page; mend it"
            yield Finding(code="canonical", message=message)
    for language, address in page.alternates:
        target = addresses.target(page.path, address)
        other = pages.get(target.path) if target else None
        if other is None or not _answers(other, page, addresses):
            message = (
                f"the version in “{language}”, {address}, does not name this page as one of"
                " its own; let both name each other"
            )
            yield Finding(code="hreflang", message=message)


def _answers(other: Page, page: Page, addresses: Addresses) -> bool:
    named = (addresses.target(other.path, address) for _, address in other.alternates)
    return any(target and target.path == page.path for target in named)


def check_site(
    folder: Path,
    *,
    home: str,
    sources: Mapping[str, Path],
    left_out: Set[str] = frozenset(),
) -> Iterator[Problem]:
    """Yield what is wrong with the site in *folder*, which is published at *home*.

    *sources* names the text that a page was made from, by the page's path in *folder*.
    *left_out* are paths of files that would be there, had nothing been wrong before.
    What is the same on several pages is told once; on drafts alone it is a warning.
    """
    files = files_in(folder)
    paths = sorted(path for path in files if path.endswith(".html"))
    pages = {path: read_page(folder, path) for path in paths}
    addresses = Addresses(home=home, files=files | left_out)
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

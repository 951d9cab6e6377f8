"""Which of the cited pages are gone or changed since they were read."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import chain, count

from capture.addresses import host_of, same_page
from capture.archive import Archive, Wish
from capture.differences import count_changed, same_words
from capture.extract import extract_in_time
from capture.files import Capture, captures_of
from capture.model import CaptureError, Limits, Page
from citations import Citation, FieldsError, read_fields
from problems import Problem, Severity

PAUSE = 1.0  # seconds between two requests to one host
HOSTS = 8  # that are asked at the same time
SAME, CHANGED, GONE, UNREACHABLE = "unchanged", "changed", "gone", "not reached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshing:
    """Asks for every cited page once; a host is asked for one page at a time.

    *fetch* returns the page at an address; reading it may take as many *seconds*.
    *wish* has a copy of what is gone looked up.
    *told* is called after each page, with how many are done, and how many there are.
    """

    fetch: Callable[[str], Page]
    today: date
    archive: Archive
    wish: Wish | None = None
    pause: float = PAUSE
    seconds: float = Limits().seconds
    told: Callable[[int, int], None] = lambda _done, _all: None

    def run(self, citations: Iterable[Citation]) -> tuple[list[Problem], Counter[str]]:
        """Return what is gone or changed, and how many pages are what."""
        pages = _pages(citations)
        hosts: dict[str, list[list[Capture]]] = defaultdict(list)
        for captures in pages:
            hosts[host_of(captures[-1].citation.url)].append(captures)
        done = count(1)
        with ThreadPoolExecutor(max_workers=HOSTS) as pool:
            asked = pool.map(lambda there: self._host(there, done, len(pages)), hosts.values())
            found = list(chain.from_iterable(asked))
        problems = [problem for _, told in found for problem in told]
        return problems, Counter(state for state, _ in found)

    def _host(
        self, pages: list[list[Capture]], done: Iterator[int], total: int
    ) -> list[tuple[str, list[Problem]]]:
        found = []
        for number, captures in enumerate(pages):
            time.sleep(self.pause if number else 0)
            found.append(self._page(captures))
            self.told(next(done), total)
        return found

    def _page(self, captures: list[Capture]) -> tuple[str, list[Problem]]:
        latest = captures[-1].citation
        try:
            page = self.fetch(latest.url)
            texts = [each.text for each in captures if each.text is not None]
            work = extract_in_time(page, today=self.today, seconds=self.seconds)
        except CaptureError as error:
            return self._failure(latest, error)
        moved = _moved(latest, page)
        if not texts or any(same_words(text, work.text) for text in texts):
            return SAME, moved
        words = count_changed(texts[-1], work.text)
        message = (
            f"{latest.url} has changed since it was read{_on(latest)}: {words}"
            f" {'word differs' if words == 1 else 'words differ'}; inv cite keeps the new text"
            " beside the old one"
        )
        return CHANGED, [_told(latest, message, "page-changed"), *moved]

    def _failure(self, citation: Citation, error: CaptureError) -> tuple[str, list[Problem]]:
        if error.code != "gone":
            message = f"{citation.url} was not compared: {error}"
            return UNREACHABLE, [_told(citation, message, "page-unreachable")]
        copy = citation.archive or self._copy(citation)
        where = f"; a copy is at {copy}" if copy else "; look for a copy: --archive look-up"
        if copy and not citation.archive:
            where += f": write “archive: {copy}” here"
        message = f"{citation.url} is gone; its text stays here{where}"
        return GONE, [_told(citation, message, "page-gone")]

    def _copy(self, citation: Citation) -> str:
        if self.wish is None:
            return ""
        try:
            return self.archive.look_up(citation.url, day=str(citation.accessed or ""))
        except CaptureError:
            return ""


def _pages(citations: Iterable[Citation]) -> list[list[Capture]]:
    """Return the captures of each page, the oldest first."""
    pages: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.url:
            pages[same_page(citation.url)].append(citation)
    return [captures_of([group[0].url], group) for group in pages.values()]


def _moved(citation: Citation, page: Page) -> list[Problem]:
    if same_page(page.url) == same_page(citation.url):
        return []
    message = f"{citation.url} leads to {page.url} now; if it is the same work, write that here"
    return [_told(citation, message, "page-moved")]


def _on(citation: Citation) -> str:
    return f" on {citation.accessed}" if citation.accessed else ""


def _told(citation: Citation, message: str, code: str) -> Problem:
    try:
        line = read_fields(citation.path).lines.get("URL")
    except FieldsError:
        line = None
    return Problem.at(citation.path, message, code, line=line, severity=Severity.WARNING)

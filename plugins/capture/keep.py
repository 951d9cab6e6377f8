"""Keeping a work: from an address or a file to ``citations/<key>.yaml`` and its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from capture.addresses import recorded
from capture.archive import Archive, Wish
from capture.differences import same_words, shown
from capture.files import Capture, as_snapshot, captures_of, citation_fields, text_of, write_all_new
from capture.keys import check_key, propose_key
from capture.language import only_language
from capture.model import CaptureError, Page, Work, notice
from capture.outcome import Kept, Outcome
from capture.outlets import Outlet, find_outlet
from capture.warc import warc
from citations import Citation, Library, Source, citation_text, free_key
from problems import Problem


@dataclass(slots=True, kw_only=True)
class Keeper:
    """Keeps works in the folder *content*; *library* is what is there already.

    *key* is the one that was asked for. *describe* is asked whether an unknown outlet is to be
    described. *wish* says what is asked of *archive*, if anything. *write* writes new files.
    """

    content: Path
    library: Library
    today: date
    key: str = ""
    with_warc: bool = False
    describe: Callable[[Source], bool] = lambda _: False
    write: Callable[[Mapping[Path, bytes]], None] = write_all_new
    wish: Wish | None = None
    archive: Archive = field(default_factory=Archive)
    notices: list[Problem] = field(default_factory=list)

    def keep(self, page: Page, work: Work) -> Kept:
        """Keep *work*, which was read in *page*; raises CaptureError where it cannot be."""
        self.notices = list(work.notices)
        url = self._url(page, work)
        check_key(self.key)
        earlier = self._earlier(page, url)
        same = [each for each in earlier if each.text and same_words(each.text, work.text)]
        if same:
            return self._unchanged(same[-1], work, url)
        if earlier and earlier[-1].text is None:
            return self._text_of(earlier[-1], page, work, url)
        return self._new(page, work, url, earlier)

    def _url(self, page: Page, work: Work) -> str:
        if page.url or not work.url:
            return recorded(page.url) if page.url else ""
        message = (
            f"the page says that it is {work.url}, and that was written down; look whether it is"
        )
        self.notices.append(notice(message, "stated-address"))
        return recorded(work.url)

    def _earlier(self, page: Page, url: str) -> list[Capture]:
        """Return what was kept of the page before, the oldest first."""
        found = captures_of(
            [url, page.asked if page.exchange else ""], self.library.citations.values()
        )
        named = self.library.citations.get(self.key)
        if named is None or any(each.citation.key == named.key for each in found):
            return found
        if url and named.url:
            raise CaptureError(
                f"“{named.key}” is {named.url}; choose another --key for {url}", "key-taken"
            )
        return [Capture(citation=named, text=text_of(named))]

    def _unchanged(self, capture: Capture, work: Work, url: str) -> Kept:
        self.notices = []
        files = self._outlet_of(capture.citation, work, url)
        return self._known(capture, Outcome.UNCHANGED, work, url, files)

    def _known(
        self,
        capture: Capture,
        outcome: Outcome,
        work: Work,
        url: str,
        files: Mapping[Path, bytes],
    ) -> Kept:
        """Keep *files* beside a citation that is there, and stays as it is."""
        citation = capture.citation
        self.write(files)
        self._tell_key(citation.key)
        self._tell_archived(citation, url)
        return Kept(
            key=citation.key,
            outcome=outcome,
            work=work,
            outlet=citation.outlet,
            files=tuple(sorted(files)),
            earlier=capture.day,
            notices=tuple(self.notices),
        )

    def _outlet_of(self, citation: Citation, work: Work, url: str) -> dict[Path, bytes]:
        """Return the file of an outlet that is to be described now that its work is kept."""
        outlet = Outlet() if citation.source else self._find_outlet(work, url)
        if outlet.source is None or not outlet.file:
            return {}
        advice = f"write “container: {outlet.source.slug}” into {citation.path.name}"
        self.notices.append(notice(f"{advice} instead of “container-title”", "by-hand"))
        return {outlet.source.path: outlet.file.encode()}

    def _find_outlet(self, work: Work, url: str) -> Outlet:
        return find_outlet(
            work,
            url,
            sources=self.library.sources,
            folder=self.content / "sources",
            describe=self.describe,
        )

    def _text_of(self, capture: Capture, page: Page, work: Work, url: str) -> Kept:
        """Keep the text of a work that somebody described by hand."""
        citation = capture.citation
        files = {citation.snapshot: as_snapshot(work), **self._raw(page, citation.path)}
        message = f"{citation.path.name} stays as it is; write “accessed: {self.today}” into it"
        self.notices.append(notice(message, "by-hand"))
        return self._known(capture, Outcome.TEXT, work, url, files)

    def _raw(self, page: Page, path: Path) -> dict[Path, bytes]:
        """Return the file with what the server sent, where it is wanted."""
        if not self.with_warc:
            return {}
        if page.exchange is None:
            message = "--warc keeps what a server sent; of a file there is nothing to keep"
            self.notices.append(notice(message, "no-warc"))
            return {}
        name = f"{path.stem}.warc.gz"
        return {path.with_name(name): warc(page.exchange, name=name)}

    def _tell_key(self, key: str) -> None:
        if self.key not in {"", key}:
            message = f"this work is kept as {key}; --key {self.key} was not used"
            self.notices.append(notice(message, "other-key"))

    def _tell_archived(self, citation: Citation, url: str) -> None:
        """Say where a copy is; what is written down already is not touched."""
        if not citation.archive and (found := self._archived(url)):
            message = f"a copy is at {found}; write “archive: {found}” into {citation.path.name}"
            self.notices.append(notice(message, "by-hand"))

    def _new(self, page: Page, work: Work, url: str, earlier: list[Capture]) -> Kept:
        outlet = self._find_outlet(work, url)
        self.notices += outlet.notices
        work = _in_language(work, outlet.source)
        key = self._new_key(work, outlet.source, url, earlier)
        path = self.content / "citations" / f"{key}.yaml"
        files = self._files(page, work, outlet, path, url)
        self.write(files)
        return Kept(
            key=key,
            outcome=Outcome.CHANGED if earlier else Outcome.NEW,
            work=work,
            outlet=outlet.name,
            files=tuple(sorted(files)),
            earlier=earlier[-1].day if earlier else "",
            difference=_difference(earlier[-1], work, path) if earlier else "",
            notices=tuple(self.notices),
        )

    def _files(
        self, page: Page, work: Work, outlet: Outlet, path: Path, url: str
    ) -> dict[Path, bytes]:
        """Return all files of a new work by their paths; *path* is that of its citation."""
        archive = page.archive or self._archived(url)
        fields = citation_fields(
            work, outlet=outlet, url=url, accessed=str(self.today), archive=archive
        )
        files = {path.with_suffix(".txt"): as_snapshot(work), path: citation_text(fields).encode()}
        if outlet.source and outlet.file:
            files[outlet.source.path] = outlet.file.encode()
        return files | self._raw(page, path)

    def _new_key(self, work: Work, source: Source | None, url: str, earlier: list[Capture]) -> str:
        folder = self.content / "citations"
        # Some disks take “A” and “a” for one name.
        taken = {path.stem.removesuffix(".warc").lower() for path in folder.glob("*.*")}
        if self.key and self.key.lower() not in taken:
            return self.key
        if earlier and self.key in {"", *(each.citation.key for each in earlier)}:
            return free_key(f"{earlier[0].citation.key}-{self.today}", taken)
        if self.key:
            raise CaptureError(f"“{self.key}” is taken; choose another --key", "key-taken")
        return propose_key(work, source=source, url=url, year=self.today.year, taken=taken)

    def _archived(self, url: str) -> str:
        """Return the address of an archived copy, where one is wished for and there is one."""
        if self.wish is None or not url:
            return ""
        try:
            return self.archive.copy(url, self.wish, day=str(self.today))
        except CaptureError as error:
            self.notices.append(notice(str(error), error.code))
            return ""


def _in_language(work: Work, source: Source | None) -> Work:
    """Return *work* in the language of its outlet, where its letters leave no other."""
    if work.language or source is None:
        return work
    return replace(work, language=only_language(work.text, source.languages))


def _difference(earlier: Capture, work: Work, path: Path) -> str:
    names = (f"citations/{earlier.citation.snapshot.name}", f"citations/{path.stem}.txt")
    return shown(earlier.text or "", work.text, names=names)

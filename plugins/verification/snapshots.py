"""Snapshots: the text of a work as it was read, and a cache of what it folds to."""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from files import replace_bytes
from verification.characters import SUPERSCRIPTS
from verification.fold import BROKEN, VERSION, fold, fold_lines
from verification.source_text import BREAK, SourceText

_MARKS = re.compile(rf"\[[1-9][0-9]{{0,2}}\]|[{SUPERSCRIPTS}]")
_APART = re.compile(r"\xad[\s\xad]*\s[\s\xad]*")
_HEADER = f"folded text {VERSION}"
# About 30 MB: each character is held up to three times, in up to two bytes.
_MOST_HELD = 5_000_000


class SnapshotError(ValueError):
    """The snapshot is no text; *line* is the line that shows it."""

    code = "snapshot"

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class Snapshot:
    """The text that a quotation is compared with."""

    def __init__(self, text: str, *, folded: str | None = None) -> None:
        self._raw = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        self.lines = fold_lines(self._raw, source=True) if folded is None else folded

    @cached_property
    def text(self) -> str:
        """The text in which positions count: composed (NFC), its lines ended by line feeds."""
        return unicodedata.normalize("NFC", self._raw)

    @classmethod
    def read(cls, path: Path, cache: SnapshotCache | None = None) -> Snapshot:
        """Return the snapshot in a file; raise SnapshotError where it is not UTF-8."""
        return cls(_decode(path.read_bytes())) if cache is None else cache.read(path)

    def readings(self, quoted: str) -> Iterator[SourceText]:
        """Return the ways in which this source may be read to find *quoted*.

        A word broken at the end of a line is first read as *quoted* has it; marks of
        footnotes are read where *quoted* holds any.
        """
        if self._breaks:
            folded = fold(_APART.sub(BROKEN, quoted))
            asked = tuple(_as_quoted(found, folded) for found in self._breaks)
            count = len(asked)
            for hyphens in dict.fromkeys((asked, ("",) * count, ("-",) * count)):
                yield SourceText(self._raw, self.lines, hyphens)
        else:
            yield self.plain
        if _MARKS.search(quoted):
            yield SourceText(self._raw, fold_lines(self._raw))

    @cached_property
    def plain(self) -> SourceText:
        """The source as it is read first, by those who quote nothing in particular."""
        return SourceText(self._raw, self.lines, ("",) * len(self._breaks))

    @cached_property
    def _breaks(self) -> list[re.Match[str]]:
        is_broken = "-\n" in self.lines or "\xad\n" in self.lines
        return list(BREAK.finditer(self.lines)) if is_broken else []


def _as_quoted(found: re.Match[str], quoted: str) -> str:
    """Return what to read for a hyphen and line break, so that it agrees with *quoted*."""
    before = re.search(r"\w+$", found.string[: found.start()][-80:])
    after = re.match(r"\w+", found.string[found.end() : found.end() + 80])
    head, tail = before[0] if before else "", after[0] if after else ""
    # Who copies the soft hyphen with the break quotes a word in two.
    if found[0][0] == "\xad" and f"{head}{BROKEN}{tail}" in quoted:
        return " "
    return next((kept for kept in ("-", "- ") if f"{head}{kept}{tail}" in quoted), "")


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SnapshotError(
            f"the byte 0x{data[error.start]:02X} in line {line} is not UTF-8;"
            " save the file as UTF-8",
            line,
        ) from error


class SnapshotCache:
    """Keeps folded texts in a folder, a file for each snapshot, and a few in memory.

    What is held in memory counts for as long as the cache lives: one build. A file counts
    only while the bytes of its snapshot and the rules of folding are those it was made from;
    anything else in its place is ignored, and replaced.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._held: OrderedDict[Path, Snapshot] = OrderedDict()
        self._size = 0

    def read(self, path: Path) -> Snapshot:
        """Return the snapshot in a file; raise SnapshotError where it is not UTF-8."""
        if path in self._held:
            self._held.move_to_end(path)
            return self._held[path]
        data = path.read_bytes()
        kept, digest = self.folder / f"{path.stem}.folded", hashlib.sha256(data).digest()
        folded = self._load(kept, digest)
        snapshot = Snapshot(_decode(data), folded=folded)
        if folded is None:
            self._store(kept, digest, snapshot.lines)
        self._hold(path, snapshot)
        return snapshot

    def _hold(self, path: Path, snapshot: Snapshot) -> None:
        self._held[path] = snapshot
        self._size += len(snapshot.lines)
        while self._size > _MOST_HELD and len(self._held) > 1:
            self._size -= len(self._held.popitem(last=False)[1].lines)

    def _load(self, path: Path, digest: bytes) -> str | None:
        try:
            head, _, body = path.read_bytes().partition(b"\n")
        except OSError:
            return None
        return body.decode() if head == _head(digest, body) else None

    def _store(self, path: Path, digest: bytes, folded: str) -> None:
        """Keep it where that can be done: without, the next build folds again."""
        body = folded.encode()
        with suppress(OSError):
            replace_bytes(path, _head(digest, body) + b"\n" + body, lasting=False)


def _head(digest: bytes, body: bytes) -> bytes:
    """Return the line that a file begins with, if it is whole and belongs to *digest*."""
    return f"{_HEADER} {digest.hex()} {zlib.crc32(body):08x}".encode()

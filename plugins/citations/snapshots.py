"""The text of a work in its file, and a cache of what it folds to."""

from __future__ import annotations

import hashlib
import zlib
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path

from files import replace_bytes
from verification import FOLDING_VERSION, Snapshot

_HEADER = f"folded text {FOLDING_VERSION}"
# About 30 MB: each character is held up to three times, in up to two bytes.
_MOST_HELD = 5_000_000


class SnapshotError(ValueError):
    """The snapshot is no text; *line* is the line that shows it."""

    code = "snapshot"

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def read_snapshot(path: Path) -> Snapshot:
    """Return the snapshot in a file; raise SnapshotError where it is not UTF-8."""
    return Snapshot(_decode(path.read_bytes()))


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

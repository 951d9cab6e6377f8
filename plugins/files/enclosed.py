"""What a folder holds that is not its own: links that lead out of it, and what is no file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Identity = tuple[int, int]


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether *path* is really in *folder*, or is it, by whatever names both are reached."""
    wanted = _identity(folder)
    real = Path(os.path.realpath(path))
    return wanted is not None and any(_identity(each) == wanted for each in (real, *real.parents))


def _identity(path: Path) -> Identity | None:
    """Return what a path of another case, or a mount of the same folder, has as well."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def strays(folder: Path, *, closed: Path | None = None) -> Iterator[tuple[Path, str]]:
    """Yield what in *folder* may not be published, each with what is wrong and what to do.

    Of *closed*, a folder inside it, no link from elsewhere may speak.
    """
    if folder.is_dir():
        yield from _Walk(root=folder, closed=closed).strays(folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """A walk through all folders, linked ones too, each once; *above* are those around it."""

    root: Path
    closed: Path | None
    above: list[Identity | None] = field(default_factory=list)
    seen: set[Identity | None] = field(default_factory=set)

    def strays(self, folder: Path) -> Iterator[tuple[Path, str]]:
        here = _identity(folder)
        self.seen.add(here)
        self.above.append(here)
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda each: each.name)
        except OSError as error:
            yield folder, f"cannot be read: {error.strerror}; mend its permissions"
            entries = []
        for entry in entries:
            yield from self._stray(entry)
        self.above.pop()

    def _stray(self, entry: os.DirEntry[str]) -> Iterator[tuple[Path, str]]:
        path = Path(entry.path)
        if entry.is_symlink():
            if wrong := self._wrong_link(path):
                yield path, wrong
                return
            if not path.exists():
                return
        if path.is_dir() if entry.is_symlink() else entry.is_dir():
            if _identity(path) not in self.seen:
                yield from self.strays(path)
        elif not (path.is_file() if entry.is_symlink() else entry.is_file()):
            yield path, "this is no file, but a pipe or a device; take it out"

    def _wrong_link(self, path: Path) -> str | None:
        try:
            real = Path(os.path.realpath(path, strict=True))
        except OSError:
            # An editor's mark, such as Emacs leaves beside a file that is being changed.
            return None if path.name.startswith(".") else "the link leads to no file; mend it"
        if not is_inside(real, self.root):
            return "the link leads out of the folder; put a copy of what it leads to in its place"
        closed = self.closed
        if closed and is_inside(real, closed) and not is_inside(path.parent, closed):
            return f"the link leads into {closed.name}/, which is not published; take it out"
        if _identity(real) in self.above:
            return "the link leads back to a folder that it is in; take it out"
        return None

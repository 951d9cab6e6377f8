"""Exchanging the files of one folder for others, all of them or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

# Where what was there is kept meanwhile: beside the staged files, or on the disk that it is on.
BEFORE = ".before"
ROOM = ".publishing-"


class NotRestoredError(OSError):
    """Files were exchanged, others could not be, and the first could not all be put back."""


@dataclass(slots=True)
class Exchange:
    """Puts files of *staged* into *output*; what fails, or leaves this context early, is undone.

    Whatever needs space is done by ``prepare``, before the first file moves. What is left then
    are renames, each in one step.
    """

    staged: Path
    output: Path
    _undo: ExitStack = field(default_factory=ExitStack)
    _rooms: dict[int, Path] = field(default_factory=dict)
    _new: dict[str, Path] = field(default_factory=dict)
    _old: dict[str, Path] = field(default_factory=dict)
    _failed: list[OSError] = field(default_factory=list)
    _kept: int = 0

    def __enter__(self) -> Self:
        device = self.staged.stat().st_dev
        self._rooms[device] = self.staged.with_name(f"{self.staged.name}{BEFORE}")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            self._undo.close()
        if self._failed:  # what was there is left for people to look at
            where = ", ".join(str(room) for room in self._rooms.values() if room.exists())
            raise NotRestoredError(f"{self._failed[0]}; what was there is in {where}") from error
        for room in self._rooms.values():
            shutil.rmtree(room, ignore_errors=True)

    def undo(self, action: Callable[..., object], *arguments: object) -> None:
        """Let *action* take back what was just done, if it comes to that."""
        self._undo.callback(self._try, action, *arguments)

    def _try(self, action: Callable[..., object], *arguments: object) -> None:
        try:
            action(*arguments)
        except OSError as error:
            self._failed.append(error)

    def prepare(self, name: str) -> None:
        """Bring *name* to the disk that it will be on, and keep what it replaces."""
        source, target = self.staged / name, self.output / name
        room = self._room(target)
        if source.stat().st_dev != room.stat().st_dev:
            self._new[name] = self._place(room)
            shutil.copy2(source, self._new[name], follow_symlinks=False)
        if target.is_symlink() or target.is_file():
            old = self._place(room)
            try:
                os.link(target, old, follow_symlinks=False)
            except OSError:  # not every disk has links, and not every file may be linked
                shutil.copy2(target, old, follow_symlinks=False)
            self._old[name] = old

    def install(self, name: str) -> None:
        """Move *name* into its place; what was there before comes back where that is undone."""
        source, target = self._new.get(name, self.staged / name), self.output / name
        old = self._old.get(name)
        if target.is_dir() and not target.is_symlink():
            self._put_away(target)
        self._make_folder(target.parent)
        source.replace(target)
        self.undo(*((old.replace, target) if old else (target.unlink,)))

    def remove(self, name: str) -> bool:
        """Take *name* out of the output, and tell whether it was there, and a file."""
        target = self.output / name
        if not target.is_file() and not target.is_symlink():
            return False
        self._put_away(target)
        return True

    def _put_away(self, target: Path) -> None:
        old = self._place(self._room(target))
        target.replace(old)
        self.undo(old.replace, target)

    def _make_folder(self, folder: Path) -> None:
        """Make *folder*, where a file of an earlier build may stand in the way."""
        if folder.is_dir():
            return
        if folder.is_file():
            self._put_away(folder)
        else:
            self._make_folder(folder.parent)
        folder.mkdir()
        self.undo(folder.rmdir)

    def _place(self, room: Path) -> Path:
        """Return a path that nothing is at yet."""
        self._kept += 1
        return room / str(self._kept)

    def _room(self, target: Path) -> Path:
        """Return the folder for what is exchanged on the disk of *target*."""
        folder = next(each for each in target.parents if each.is_dir())
        device = folder.stat().st_dev
        if device not in self._rooms:
            top = folder
            while top != self.output and top.parent.stat().st_dev == device:
                top = top.parent
            self._rooms[device] = top / f"{ROOM}{os.getpid()}"
        room = self._rooms[device]
        room.mkdir(exist_ok=True)
        return room

"""From a finished build to the published folder, so that a failed build changes nothing."""

from __future__ import annotations

import errno
import filecmp
import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from files import replace_bytes
from strict_build.exchange import BEFORE, ROOM, Exchange

PAGES = frozenset({".html", ".xml", ".json"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """How many files were written because they changed, and removed because they are gone."""

    written: int
    removed: int


def staging_folder(output: Path) -> Path:
    """Return a new folder beside *output*, and clear away those of builds that died.

    Raises OSError where none can be made, or where *output* is a file.
    """
    if output.exists() and not output.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(output))
    output.parent.mkdir(parents=True, exist_ok=True)
    _clear(output.parent, f".{output.name}.building-")
    if output.is_dir():
        _clear(output, ROOM)
    staged = output.parent / f".{output.name}.building-{os.getpid()}"
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir()
    return staged


def _clear(folder: Path, start: str) -> None:
    """Clear away what builds that died left in *folder* under names that begin with *start*."""
    for left in folder.iterdir():
        builder = left.name.removeprefix(start).removesuffix(BEFORE)
        if left.name.startswith(start) and builder.isdecimal() and not _alive(int(builder)):
            shutil.rmtree(left, ignore_errors=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def publish(
    staged: Path,
    output: Path,
    *,
    manifest: Path,
    keep: Iterable[str] | None = None,
) -> Published:
    """Make *output* hold what *staged* holds.

    A file whose bytes did not change is left alone. What the last build wrote (named in
    *manifest*) and this one did not is removed; other files stay, unless *keep* lists the
    top-level names that alone may stay. Files move one by one, each in one step: pages after
    the assets that they need, removals last.

    Raises OSError where not all could be done, and *output* is as it was; NotRestoredError where
    it is not.
    """
    names = sorted(_files(staged), key=lambda name: (Path(name).suffix in PAGES, name))
    known = _read(manifest)
    # All are compared before the first moves: the output is neither site for as short as can be.
    changed = [name for name in names if _differs(staged / name, output / name)]
    gone = known - set(names)
    if keep is not None:
        kept = set(keep)
        gone = {name for name in _files(output) if Path(name).parts[0] not in kept} - set(names)
    output.mkdir(parents=True, exist_ok=True)
    with Exchange(staged, output) as exchange:
        _write(manifest, known | set(names))
        exchange.undo(_write, manifest, known)
        for name in changed:
            exchange.prepare(name)
        for name in changed:
            exchange.install(name)
        removed = [name for name in sorted(gone) if exchange.remove(name)]
        _write(manifest, set(names))
    for name in removed:
        _remove_empty(output, Path(name).parent)
    return Published(written=len(changed), removed=len(removed))


def _files(folder: Path) -> set[str]:
    return {
        str((Path(place) / name).relative_to(folder))
        for place, _, names in os.walk(folder)
        for name in names
    }


def _read(manifest: Path) -> set[str]:
    try:
        text = manifest.read_text(encoding="utf-8")
        # A name may hold the end of a line; until version 1, there was a name on each.
        return set(json.loads(text) if text.startswith("[") else text.split("\n")) - {""}
    except (OSError, ValueError):
        return set()


def _write(manifest: Path, names: set[str]) -> None:
    listed = json.dumps(sorted(names), indent=0)
    replace_bytes(manifest, listed.encode(), lasting=False)


def _differs(source: Path, target: Path) -> bool:
    if target.is_symlink() or not target.is_file():
        return True
    # What a build takes from its cache may be the same file, and need not be read.
    return not (source.samefile(target) or filecmp.cmp(source, target, shallow=False))


def _remove_empty(output: Path, folder: Path) -> None:
    with suppress(OSError):  # the folder still holds something
        for each in (folder, *folder.parents):
            if each.parts:
                (output / each).rmdir()

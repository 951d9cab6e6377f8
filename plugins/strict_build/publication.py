"""From a finished build to the published folder, so that a failed build changes nothing."""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

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
    start = f".{output.name}.building-"
    for left in output.parent.iterdir():
        builder = left.name.removeprefix(start)
        if left.name.startswith(start) and builder.isdecimal() and not _alive(int(builder)):
            shutil.rmtree(left, ignore_errors=True)
    staged = output.parent / f"{start}{os.getpid()}"
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir()
    return staged


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
    """
    names = sorted(_files(staged), key=lambda name: (Path(name).suffix in PAGES, name))
    known = _read(manifest)
    _write(manifest, known | set(names))
    # All are compared before the first moves: the output is neither site for as short as can be.
    changed = [name for name in names if _differs(staged / name, output / name)]
    for name in changed:
        _install(staged / name, output / name)
    gone = known - set(names)
    if keep is not None:
        kept = set(keep)
        gone = {name for name in _files(output) if Path(name).parts[0] not in kept} - set(names)
    removed = sum(_remove(output, name) for name in gone)
    _write(manifest, set(names))
    return Published(written=len(changed), removed=removed)


def _files(folder: Path) -> set[str]:
    return {
        str((Path(place) / name).relative_to(folder))
        for place, _, names in os.walk(folder)
        for name in names
    }


def _read(manifest: Path) -> set[str]:
    try:
        return set(manifest.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return set()


def _write(manifest: Path, names: set[str]) -> None:
    manifest.parent.mkdir(parents=True, exist_ok=True)
    new = manifest.with_name(f"{manifest.name}.{os.getpid()}")
    new.write_text("".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")
    new.replace(manifest)


def _differs(source: Path, target: Path) -> bool:
    if target.is_symlink() or not target.is_file():
        return True
    return not filecmp.cmp(source, target, shallow=False)


def _install(source: Path, target: Path) -> None:
    """Move *source* to *target* in one step."""
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    _make_folder(target.parent)
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:  # the output is a mount point
            raise
        beside = target.with_name(f".{target.name}.new")
        shutil.copy2(source, beside)
        beside.replace(target)


def _make_folder(folder: Path) -> None:
    """Make *folder*, where a file of an earlier build may stand in the way."""
    for ancestor in [folder, *folder.parents]:
        if ancestor.is_file():
            ancestor.unlink()
    folder.mkdir(parents=True, exist_ok=True)


def _remove(output: Path, name: str) -> bool:
    path = output / name
    if not path.is_file() and not path.is_symlink():
        return False
    path.unlink()
    with suppress(OSError):  # the folder still holds something
        for folder in path.parents:
            if folder == output:
                break
            folder.rmdir()
    return True

"""Files that are there whole, or as they were."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def replace_text(path: Path, text: str) -> None:
    """Write *text* beside *path* first, and then in its place, in one step. Raises OSError."""
    replace_bytes(path, text.encode())


def replace_bytes(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """Write *content* beside *path* first, and then in its place, in one step. Raises OSError.

    Where a link leads elsewhere, the file there is replaced; it keeps its permissions. What can
    be made again need not be *lasting*: a thousand files are written in a second, not in ten.
    """
    path = Path(os.path.realpath(path))
    with _written(path.parent, content, lasting=lasting) as part:
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)


def put(path: Path, content: bytes) -> None:
    """Write *content* to *path*, in a folder that is made: what a build makes, nobody reads yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def write_new(path: Path, content: bytes) -> None:
    """Write *content* to *path*, where nothing is; it is never there in part.

    Raises FileExistsError where something is, and OSError.
    """
    with _written(path.parent, content, lasting=True) as part:
        path.hardlink_to(part)  # unlike a rename, this fails where the name is taken


def link_or_copy(source: Path, target: Path) -> None:
    """Make *target* the same file as *source*, or a copy on a disk that has no links.

    Only for what nobody edits in place: files of the cache and of the output are replaced whole.
    Raises OSError.
    """
    target.unlink(missing_ok=True)
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)


@contextmanager
def _written(folder: Path, content: bytes, *, lasting: bool) -> Iterator[Path]:
    """Yield a file in *folder*, which is made, under a name that nobody has or reads."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{secrets.token_hex(8)}.part"
    try:
        with part.open("xb") as file:
            file.write(content)
            if lasting:  # whoever pulls the plug finds the new file or the old
                file.flush()
                os.fsync(file.fileno())
        yield part
    finally:
        part.unlink(missing_ok=True)


def why_unusable(folder: Path) -> OSError | None:
    """Return what keeps files out of *folder*, which is made where it is not there."""
    try:
        with _written(folder, bytes(4096), lasting=False):
            return None
    except OSError as error:
        return error

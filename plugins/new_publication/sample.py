"""What the sample publication consists of: its own list says so, in content/.sample."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from new_publication.model import NotPossibleError

LIST = "content/.sample"
CONF = "pelicanconf.py"


def listed(root: Path) -> str:
    """Return the list of the publication in *root*: a digest and a path to a line."""
    return "".join(f"{_digest(root / name)}  {name}\n" for name in _files(root))


def own_files(root: Path) -> list[str]:
    """Return the files of *root* that are not the sample's, or not as they were in it.

    Raises NotPossibleError where there is no sample.
    """
    if not (root / LIST).is_file():
        raise NotPossibleError(
            f"there is no {LIST}, so this is not the sample any more; what is in content/ is"
            " somebody's own: start from a fresh clone"
        )
    known = set((root / LIST).read_text(encoding="utf-8").splitlines())
    return [name for name in _files(root) if f"{_digest(root / name)}  {name}" not in known]


def content_files(root: Path) -> list[Path]:
    """Return every file in the content of *root* but the list."""
    return [root / name for name in _files(root) if name != CONF]


def _files(root: Path) -> Iterator[str]:
    paths = (root / "content").rglob("*")
    files = (path for path in paths if path.is_symlink() or not path.is_dir())
    names = (path.relative_to(root).as_posix() for path in files)
    yield from sorted({name for name in names if name != LIST} | {CONF})


def _digest(path: Path) -> str:
    if path.is_symlink():
        return "link"
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    Path(LIST).write_text(listed(Path()), encoding="utf-8")

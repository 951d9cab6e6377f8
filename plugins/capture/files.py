"""Writing what was kept: whole or not at all, and never over what is there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from capture.errors import CaptureError
from capture.model import Work
from capture.outlets import Outlet
from citations.model import Name


def citation_fields(
    work: Work, *, outlet: Outlet, url: str, accessed: str, archive: str = ""
) -> dict[str, Any]:
    """Return the fields of ``citations/<key>.yaml``, in CSL’s terms, without the unknown."""
    fields = {
        "type": work.type,
        "title": work.title,
        "author": [_name(name) for name in work.authors],
        "container": outlet.source.slug if outlet.source else "",
        "container-title": "" if outlet.source else outlet.name,
        "URL": url,
        "language": work.language,
        "issued": str(work.issued or ""),
        "accessed": accessed,
        "archive": archive,
    }
    return {name: value for name, value in fields.items() if value}


def as_snapshot(work: Work) -> bytes:
    """Return what ``citations/<key>.txt`` holds."""
    return f"{work.text}\n".encode()


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write all of *files*, none of which may exist; where one cannot be written, none is.

    Raises CaptureError.
    """
    with ExitStack() as undo:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, content)
            undo.callback(path.unlink, missing_ok=True)
        undo.pop_all()


def _write(path: Path, content: bytes) -> None:
    """Write a file that is either not there or complete."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        # Unlike a rename, this fails where the name is taken.
        os.link(name, path)
    except FileExistsError as error:
        message = f"{path} is there already, and stays as it is; choose another --key"
        raise CaptureError(message, "key-taken") from error
    finally:
        Path(name).unlink(missing_ok=True)


def _name(name: Name) -> dict[str, str]:
    parts = {"given": name.given, "family": name.family, "literal": name.literal}
    return {part: value for part, value in parts.items() if value}

"""Writing what was kept: whole or not at all, and never over what is there."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from capture.errors import CaptureError
from capture.model import Work
from capture.outlets import Outlet
from citations.model import Name
from files import write_new


def citation_fields(
    work: Work, *, outlet: Outlet, url: str, accessed: str, archive: str = ""
) -> dict[str, object]:
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


def write_all_new(files: Mapping[Path, bytes]) -> None:
    """Write all of *files*, none of which may exist; where one cannot be written, none is.

    Raises CaptureError.
    """
    with ExitStack() as undo:
        for path, content in files.items():
            try:
                write_new(path, content)
            except OSError as error:
                raise _unwritten(path, error) from error
            undo.callback(path.unlink, missing_ok=True)
        undo.pop_all()


def _unwritten(path: Path, error: OSError) -> CaptureError:
    if path.exists():
        message = f"{path} is there already, and stays as it is; choose another --key"
        return CaptureError(message, "key-taken")
    advice = "look whether its folder may be written to, and has room"
    return CaptureError(f"cannot write {path} ({error.strerror}); {advice}", "not-written")


def _name(name: Name) -> dict[str, str]:
    parts = {"given": name.given, "family": name.family, "literal": name.literal}
    return {part: value for part, value in parts.items() if value}

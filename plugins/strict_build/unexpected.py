"""Exceptions that nobody meant: where they were raised, and what they say."""

from __future__ import annotations

import traceback
from pathlib import Path

from problems import Location, Problem

PYTHON = Path(traceback.__file__).parent


def said(error: BaseException) -> str:
    """Return an exception in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def _is_pythons_own(frame: traceback.FrameSummary) -> bool:
    path = Path(frame.filename)
    return PYTHON in path.parents and "site-packages" not in path.parts


def exception_problem(error: BaseException, *, path: Path | None = None) -> Problem:
    """Return what an unexpected exception means to whoever runs the build.

    The place is *path*, or the template or module where it was raised.
    """
    frames = [f for f in traceback.extract_tb(error.__traceback__) if not _is_pythons_own(f)]
    raised = next((f for f in reversed(frames) if f.filename.endswith(".html")), None)
    raised = raised or (frames[-1] if frames else None)
    line = getattr(error, "lineno", None) or (raised.lineno if raised else None)
    # What an OSError names is a file that it failed to open, not where it was raised.
    named = None if isinstance(error, OSError) else getattr(error, "filename", None)
    where = named or (raised.filename if raised else None)
    message = said(error)
    if path is None:
        location = Location(path=Path(str(where)), line=line) if where else None
        return Problem(message=message, code="exception", location=location)
    if where:
        message = f"{message} (raised in {Path(str(where)).name}, line {line})"
    return Problem(
        message=f"could not be read: {message}", code="exception", location=Location(path=path)
    )

"""Problems on their one road, the log; and as text for people, JSON for tools, for GitHub."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from problems.model import Problem, Severity

logger = logging.getLogger(__name__)
LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING}


def tell(*problems: Problem) -> None:
    """Log *problems*; a strict build gathers them from there, a stock Pelican prints them."""
    for problem in problems:
        logger.log(LEVELS[problem.severity], "%s", problem)


class Gatherer(logging.Handler):
    """A handler that gathers problems from the log, and knows whether they fail the build."""

    @property
    def failed(self) -> bool:
        """Whether there is an error, or whatever else fails the build."""
        raise NotImplementedError


def failing() -> bool:
    """Tell whether the build fails by what was told so far: what takes long is then not begun.

    Where nobody gathers problems, as in a stock Pelican, no build fails.
    """
    handlers = logging.getLogger().handlers
    return any(each.failed for each in handlers if isinstance(each, Gatherer))


def shown(path: Path) -> str:
    """Return *path* as seen from the current folder, where it lies below it."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _place(problem: Problem) -> tuple[str | None, int | None]:
    if problem.location is None:
        return None, None
    return shown(problem.location.path), problem.location.line


def as_text(problem: Problem) -> str:
    """Return ``path:line: severity: message [code]``, as compilers do."""
    path, line = _place(problem)
    where = "" if path is None else f"{path}:{line}: " if line else f"{path}: "
    return f"{where}{problem.severity}: {problem.message} [{problem.code}]"


def as_json(problem: Problem) -> str:
    """Return one object on one line: path, line, code, severity, message."""
    path, line = _place(problem)
    fields = {
        "path": path,
        "line": line,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
    }
    return json.dumps(fields, ensure_ascii=False).translate(ODD_LINE_ENDS)


# Ends of lines to some readers, which expect one object on each.
ODD_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


def _escape(text: str, *, parameter: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if parameter else text


def as_github(problem: Problem) -> str:
    """Return a workflow command (GitHub Docs, “Workflow commands”: ``::error file=…``)."""
    path, line = _place(problem)
    parameters = {"file": path, "line": line, "title": problem.code}
    stated = ",".join(
        f"{name}={_escape(str(value), parameter=True)}"
        for name, value in parameters.items()
        if value
    )
    return f"::{problem.severity} {stated}::{_escape(problem.message)}"


FORMATS: dict[str, Callable[[Problem], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def report(problems: Iterable[Problem], *, form: str = "text") -> str:
    """Return all problems in one of FORMATS, a line each, in the order of path and line."""
    ordered = sorted(
        problems,
        key=lambda problem: (
            (str(problem.location.path), problem.location.line or 0)
            if problem.location
            else ("", 0)
        ),
    )
    return "\n".join(FORMATS[form](problem) for problem in ordered)

"""The problems of one build, gathered from the log: Pelican says them nowhere else."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pelican.log import FatalLogger, LimitFilter
from pelican.writers import FileOverwriteFailedError

from files.headers import read_header
from problems import ContentError, Gatherer, Location, Problem, Severity

LINK_NOT_FOUND = "Unable to find '%s', skipping url replacement."
UNKNOWN_LINK = "Replacement Indicator %r not recognized in %r, skipping replacement"
NOT_READ = "Could not process %s"
FIELD_MISSING = "Skipping %s: could not find information about '%s'"
FIELD_TWICE = "Duplicate definition of `%s` for %s. Using first one."
OUTSIDE = "Skipping %s: file %r would be written outside output path"
# What Pelican says as well of problems that are told with their place.
TOLD_ELSEWHERE = (
    "Cannot get modification stamp for ",  # of a missing file that is linked to
    "There are %s items ",  # of a slug that is taken
    "There are %s original (not translated) items ",
)
# The reader of reStructuredText lacks words of its own for Azerbaijani, Armenian and Turkish.
NO_LOCALIZATION = "Docutils has no localization for "
UNKNOWN_STATUS = "Unknown status '%s' for file %s, skipping it. (Not in %s)"
# The codes of what no plugin of ours said.
UNEXPECTED = frozenset({"pelican", "exception"})
PYTHON = Path(traceback.__file__).parent


class Collector(Gatherer):
    """Turns warnings and errors in the log into problems, each once."""

    def __init__(self, content: Path) -> None:
        super().__init__(level=logging.WARNING)
        self.content = content
        self.reading: Path | None = None
        self.fatal_warnings = False
        self._problems: dict[Problem, None] = {}

    @property
    def problems(self) -> list[Problem]:
        """All problems so far."""
        return list(self._problems)

    @property
    def failed(self) -> bool:
        """Whether there is an error, or a warning where warnings are fatal."""
        return bool(self._problems) and (
            self.fatal_warnings
            or any(problem.severity is Severity.ERROR for problem in self._problems)
        )

    @property
    def broken(self) -> bool:
        """Whether a plugin failed: whatever went wrong later might be its fault."""
        return any(
            problem.code in UNEXPECTED and problem.severity is Severity.ERROR
            for problem in self._problems
        )

    def add(self, problem: Problem) -> None:
        """Note *problem*, if it is new."""
        self._problems[problem] = None

    def emit(self, record: logging.LogRecord) -> None:
        """Note what *record* says."""
        record.collected = True
        first = record.args[0] if isinstance(record.args, tuple) and record.args else None
        if isinstance(first, Problem):
            self.add(first)
        elif isinstance(error := sys.exc_info()[1], ContentError):
            self.add(error.problem)
        elif isinstance(error, FileOverwriteFailedError) and self.failed:
            pass  # two texts that want one address were told already, with their places
        elif not _told_elsewhere(record):
            self.add(self._translate(record, error))

    def _translate(self, record: logging.LogRecord, error: BaseException | None) -> Problem:
        args = record.args if isinstance(record.args, tuple) else ()
        if record.msg == NOT_READ and error is not None:
            return exception_problem(error, path=self.content / str(args[0]))
        if record.msg in (LINK_NOT_FOUND, UNKNOWN_LINK):
            return self._broken_link(str(args[-1]))
        if record.msg == FIELD_MISSING:
            message = f"there is no “{str(args[1]).title()}:” at the head of the file; add one"
            return _at(Path(str(args[0])), message, "missing-field", line=1)
        if record.msg == FIELD_TWICE:
            name, path = str(args[0]), Path(str(args[1]))
            message = f"“{name.title()}:” is given twice; keep one"
            return _at(path, message, "duplicate-field", line=_field_line(path, name))
        if record.msg == OUTSIDE:
            path = Path(str(args[0]))
            message = f"this would be written to {args[1]}, outside the site; choose another slug"
            return _at(path, message, "outside-output", line=_field_line(path, "slug") or 1)
        severe = record.levelno >= logging.ERROR
        message = " ".join(record.getMessage().split())
        place = Location(path=self.reading) if self.reading else None
        if error is not None:
            message = f"{message}: {said(error)}"
            place = place or exception_problem(error).location
        return Problem(
            message=message,
            code="pelican",
            location=place,
            severity=Severity.ERROR if severe else Severity.WARNING,
        )

    def _broken_link(self, link: str) -> Problem:
        message = f"the link “{link}” leads to no file of the content; mend its path"
        if self.reading is None:
            return Problem(message=message, code="broken-link")
        line = _first_line(self.reading, link)
        return _at(self.reading, message, "broken-link", line=line)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Listen to the log; what is collected is printed by nobody else meanwhile."""
        root = logging.getLogger()
        others = list(root.handlers)
        fatal, dedup = FatalLogger.fatal_lvl, LimitFilter.LOGS_DEDUP_MIN_LEVEL
        levels = {logger: logger.level for logger in (root, logging.getLogger("pelican"))}
        for logger, level in levels.items():
            logger.setLevel(min(level, logging.WARNING))  # --quiet would hide what is wrong
        self.fatal_warnings = self.fatal_warnings or fatal <= logging.WARNING
        # Every problem is told, and told at the end: none stops the build, none is dropped.
        FatalLogger.fatal_lvl = logging.CRITICAL + 1
        LimitFilter.LOGS_DEDUP_MIN_LEVEL = logging.NOTSET
        root.handlers.insert(0, self)
        for handler in others:
            handler.addFilter(_not_collected)
        try:
            yield
        finally:
            root.removeHandler(self)
            for handler in others:
                handler.removeFilter(_not_collected)
            for logger, level in levels.items():
                logger.setLevel(level)
            FatalLogger.fatal_lvl, LimitFilter.LOGS_DEDUP_MIN_LEVEL = fatal, dedup


def _not_collected(record: logging.LogRecord) -> bool:
    return not getattr(record, "collected", False)


def _told_elsewhere(record: logging.LogRecord) -> bool:
    """Tell whether a plugin says the same, and where; or whether it concerns no text."""
    if record.msg == UNKNOWN_STATUS and isinstance(record.args, tuple):
        return str(record.args[1]).endswith(".md")
    return str(record.msg).startswith((*TOLD_ELSEWHERE, NO_LOCALIZATION))


def _at(path: Path, message: str, code: str, *, line: int | None) -> Problem:
    return Problem(message=message, code=code, location=Location(path=path, line=line))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _first_line(path: Path, text: str) -> int | None:
    """Return the first line of *path* that holds *text*, if any does."""
    rows = enumerate(_text(path).split("\n"), 1)
    return next((number for number, row in rows if text in row), None)


def _field_line(path: Path, name: str) -> int | None:
    """Return the last line at the head of *path* that gives the field *name*, if any does."""
    text = _text(path)
    head = text.removesuffix(read_header(text).body)
    rows = enumerate(head.split("\n"), 1)
    found = [number for number, row in rows if row.strip().lower().startswith(f"{name.lower()}:")]
    return found[-1] if found else None


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

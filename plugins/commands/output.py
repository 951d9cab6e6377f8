"""What a command prints: the problems in the form that was asked for, and what was done."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from files import replace_text
from problems import Problem, Severity, UnusableError, report

STANDARD = "-"  # in the place of a file: the terminal, or a pipe
Doing = Literal["read", "write"]
PAST: dict[Doing, str] = {"read": "read", "write": "written"}
ADVICE: dict[Doing, str] = {
    "read": "look whether it is there, and may be read",
    "write": "look whether its folder is there, may be written to, and has room",
}


def tell(
    problems: Sequence[Problem], said: Iterable[str] = (), *, form: str, aside: bool = False
) -> int:
    """Print *problems*, and below them, for people, what was *said*; return the exit code.

    What is told *aside* leaves the standard output to an export.
    """
    lines = [report(problems, form=form)] if problems else []
    lines += said if form == "text" else []
    stream = sys.stderr if aside else sys.stdout
    stream.write("".join(f"{line}\n" for line in lines))
    stream.flush()
    return int(has_errors(problems))


def asking() -> bool:
    """Tell whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether one of *problems* is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def system_problem(error: OSError, path: Path, code: str, *, doing: Doing) -> Problem:
    """Return what the system says of a file: the one that it names, or *path*."""
    named = Path(error.filename) if isinstance(error.filename, str) else path
    reason = error.strerror or str(error)
    return Problem.at(named, f"cannot be {PAST[doing]} ({reason}); {ADVICE[doing]}", code)


@contextmanager
def telling(problems: list[Problem], path: Path, code: str, *, doing: Doing) -> Iterator[None]:
    """Add to *problems* what keeps *path* from being read or written."""
    try:
        yield
    except UnusableError as error:
        problems.append(Problem.at(error.path or path, str(error), code, line=error.line))
    except OSError as error:
        problems.append(system_problem(error, path, code, doing=doing))


def write_out(path: Path, text: str) -> None:
    """Write *text* whole into *path*, or to the terminal. Raises OSError."""
    if str(path) == STANDARD:
        sys.stdout.buffer.write(text.encode())
    elif path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    else:
        replace_text(path, text)

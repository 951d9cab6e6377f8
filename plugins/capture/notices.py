"""What whoever keeps a work should look at, in the form of all problems."""

from __future__ import annotations

from problems import Problem, Severity


def notice(message: str, code: str) -> Problem:
    """Return a warning that has no place in a file."""
    return Problem(message=message, code=code, severity=Severity.WARNING)

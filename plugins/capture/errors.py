"""What keeps a work from being kept, and what to look at in one that was."""

from __future__ import annotations

from problems import Problem, Severity


class CaptureError(Exception):
    """A work cannot be read or kept as things are.

    The message says what to do; *code* is kebab-case and stable.
    """

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[type[CaptureError], tuple[str, str]]:
        """Cross from one process to another."""
        return type(self), (str(self), self.code)


def notice(message: str, code: str) -> Problem:
    """Return a warning that has no place in a file."""
    return Problem(message=message, code=code, severity=Severity.WARNING)

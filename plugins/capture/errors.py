"""What keeps a work from being kept."""

from __future__ import annotations


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

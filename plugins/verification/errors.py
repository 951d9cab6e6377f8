"""What an author has to mend in a quotation before it can be checked."""

from __future__ import annotations


class QuotationError(ValueError):
    """The quotation cannot be compared with anything as it is written.

    The message says what to do; *code* is kebab-case and stable.
    """

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code

"""What is logged while something is done in another process, or may be done again."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

# The name of a logger, a level, a message and what goes into it.
Said = tuple[str, int, object, object]


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[Said] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append((record.name, record.levelno, record.msg, record.args))


@contextmanager
def overheard() -> Iterator[list[Said]]:
    """Yield a list of what is logged meanwhile, which nobody else hears."""
    root, handler = logging.getLogger(), _Log()
    before, root.handlers = root.handlers, [handler]
    try:
        yield handler.said
    finally:
        root.handlers = before


def say_again(said: Iterable[Said]) -> None:
    """Log what was overheard."""
    for name, level, message, words in said:
        made = logging.LogRecord(name, level, "", 0, message, None, None)
        made.args = words  # type: ignore[assignment] # as it was: a mapping would be unpacked
        logging.getLogger(name).handle(made)

"""The releases of Python-Markdown that this is tested with, and what is still as released."""

from __future__ import annotations

import logging
import sys
from functools import cache
from types import FunctionType

import markdown

TESTED = frozenset(
    "3.8 3.8.1 3.8.2 3.9 3.10 3.10.1 3.10.2 3.10.3 3.11 3.11.1 3.11.2 3.11.3".split()
)

logger = logging.getLogger(__name__)


@cache
def is_tested(version: str = markdown.__version__) -> bool:
    """Tell whether *version* was tested; of one that was not, say so, once."""
    if version not in TESTED:
        logger.warning(
            "fast_markdown is not tested with Python-Markdown %s, and leaves it as it is", version
        )
    return version in TESTED


class Released:
    """Methods of a class of Python-Markdown, as they were released."""

    def __init__(self, kind: type, *methods: str) -> None:
        self.kind = kind
        self.methods = [(name, _original(kind, name)) for name in methods]

    def is_kind_of(self, thing: object) -> bool:
        """Tell whether *thing* is exactly of this class, and nobody has changed its methods."""
        kind, own = type(thing), vars(thing)
        if kind is not self.kind:
            return False
        for name, method in self.methods:
            if name in own or getattr(kind, name) is not method:
                return False
        return True


def _original(kind: type, name: str) -> object:
    """Return the method of *kind*, or nothing if its code lies elsewhere than its class."""
    for base in kind.__mro__:
        method = vars(base).get(name)
        if isinstance(method, FunctionType):
            file = sys.modules[base.__module__].__file__
            return method if method.__code__.co_filename == file else None
    return None

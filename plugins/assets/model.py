"""A file that is published under a name which changes with what it holds."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """*name* is what templates call it; *path* is where it is published."""

    name: str
    path: str
    text: str


def digest(*texts: str) -> str:
    """Return eight hexadecimal digits that change with *texts* (SHA-256)."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:8]

"""What the theme is published with: files whose names change with what they hold, and colours."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """*name* is what templates call it; *path* is where it is published."""

    name: str
    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colour:
    """One colour by day and by night, each as ``#rrggbb``."""

    light: str
    dark: str


def digest(*texts: str) -> str:
    """Return eight hexadecimal digits that change with *texts* (SHA-256)."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:8]

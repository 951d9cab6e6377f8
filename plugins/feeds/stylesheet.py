"""How a feed looks in a browser: the theme's tokens, and one file of its own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The stylesheet of all feeds; *name* changes with *text*, so that caches may keep it."""

    name: str
    text: str


def sheet(theme: Path) -> Sheet | None:
    """Return the stylesheet that *theme* has for feeds, or None where it has none."""
    own, tokens = theme / "feed.css", theme / "styles" / "tokens.css"
    if not own.is_file():
        return None
    parts = [path.read_text(encoding="utf-8").strip() for path in (own, tokens) if path.is_file()]
    text = "\n".join(parts) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return Sheet(name=f"feed.{digest}.css", text=text)

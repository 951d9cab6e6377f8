"""The theme's stylesheets, in the order of their layers, as one text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

FIRST = ("layers", "reset", "tokens", "base", "layout")
LAST = ("utilities", "print")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """The whole stylesheet; *name* changes with *text*, so that caches may keep it for ever."""

    name: str
    text: str


def bundle(folder: Path) -> Bundle:
    """Return the stylesheets of *folder*: the layers, with ``components/`` between them.

    Raises FileNotFoundError where one of the layers' files is missing.
    """
    components = sorted((folder / "components").glob("*.css"))
    paths = [
        *(folder / f"{name}.css" for name in FIRST),
        *components,
        *(folder / f"{name}.css" for name in LAST),
    ]
    text = "\n".join(path.read_text(encoding="utf-8").strip() for path in paths) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return Bundle(name=f"main.{digest}.css", text=text)

"""The theme's scripts, in a folder that is named by what they all hold."""

from __future__ import annotations

from pathlib import Path

import rjsmin

from assets.model import Asset, digest

# Modules that a page asks for beside each other are one, main.js, and so one request.
TOGETHER = ("comments.js", "search.js")


def script(path: Path) -> Asset:
    """Return the module at *path* by itself, as ``js/name.1a2b3c4d.js``."""
    text = _small(path)
    return Asset(name=f"js/{path.name}", path=f"js/{path.stem}.{digest(text)}.js", text=text)


def scripts(folder: Path) -> list[Asset]:
    """Return the modules of *folder*, as ``js/1a2b3c4d/name.js``.

    One digest for all of them: the names stay as they are, so ``import "./other.js"`` holds.
    """
    small = {path.name: _small(path) for path in sorted(folder.glob("*.js"))}
    # In a block, what a module calls its own is no other's.
    if blocks := [f"{{{small.pop(name)}}}\n" for name in TOGETHER if name in small]:
        small["main.js"] = "".join(blocks)
    place = f"js/{digest(*small, *small.values())}"
    return [
        Asset(name=f"js/{name}", path=f"{place}/{name}", text=text) for name, text in small.items()
    ]


def _small(path: Path) -> str:
    return f"{rjsmin.jsmin(path.read_text(encoding='utf-8'))}\n"

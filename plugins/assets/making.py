"""The theme's stylesheets as one file, and its scripts in a folder named by what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import rjsmin

from assets.model import Asset, digest

# Modules that a page asks for beside each other are one, main.js, and so one request.
TOGETHER = ("comments.js", "search.js")
FIRST = ("layers", "reset", "tokens", "base", "layout")
LAST = ("utilities", "print")
TOKENS = "tokens.css"

# A string is kept. Comments and white space are one space, or none beside these four signs.
# rcssmin takes the space out of “.a :where(.b)” inside a layer, and so its meaning.
SPACE = r"(?:\s|/\*.*?\*/)"
PIECE = re.compile(
    rf"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|{SPACE}*([{{}};,]){SPACE}*|{SPACE}+""", re.DOTALL
)


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


def main_sheet(folder: Path, *, colours: str = "", own: Iterable[Path] = ()) -> Asset:
    """Return the stylesheets of *folder* as one: the layers, with ``components/`` between them.

    *colours* follow the tokens that they replace; *own* are the site's stylesheets, which get
    the layer ``site``. Raises FileNotFoundError where one of the files is missing.
    """
    components = sorted((folder / "components").glob("*.css"))
    texts = [
        *(_read(folder / f"{name}.css") for name in FIRST),
        colours,
        *map(_read, components),
        *(_read(folder / f"{name}.css") for name in LAST),
        *(f"@layer site {{ {_read(path)} }}" for path in own),
    ]
    return _sheet("css/main.css", texts)


def sheet(path: Path) -> Asset:
    """Return the stylesheet at *path* by itself, as ``css/name.1a2b3c4d.css``."""
    return _sheet(f"css/{path.name}", [_read(path)])


def feed_sheet(theme: Path, *, colours: str = "") -> Asset | None:
    """Return what *theme* has for feeds that are opened in a browser, with its tokens."""
    look, tokens = theme / "feed.css", theme / "styles" / TOKENS
    if not look.is_file():
        return None
    given = [_read(path) for path in (look, tokens) if path.is_file()]
    return _sheet("css/feed.css", [*given, colours])


def small(text: str) -> str:
    """Return a stylesheet without its comments, and without white space that says nothing."""
    return PIECE.sub(lambda piece: piece[1] or piece[2] or " ", text).strip()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _sheet(name: str, texts: Iterable[str]) -> Asset:
    text = small("\n".join(texts)) + "\n"
    return Asset(name=name, path=name.replace(".css", f".{digest(text)}.css"), text=text)

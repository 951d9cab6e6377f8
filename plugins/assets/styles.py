"""The theme's stylesheets, in the order of their layers, as one file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from assets.model import Asset, digest

FIRST = ("layers", "reset", "tokens", "base", "layout")
LAST = ("utilities", "print")
TOKENS = "tokens.css"

# A string is kept. Comments and white space are one space, or none beside these four signs.
# rcssmin takes the space out of “.a :where(.b)” inside a layer, and so its meaning.
SPACE = r"(?:\s|/\*.*?\*/)"
PIECE = re.compile(
    rf"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|{SPACE}*([{{}};,]){SPACE}*|{SPACE}+""", re.DOTALL
)


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

"""Which cards can be drawn here; each is drawn once, and named by what it is drawn from."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import PIL

from files import replace_bytes
from problems import Problem, Severity
from sharing import drawing, fonts, lines, palette, runs
from sharing.content import drawable, lacking
from sharing.drawing import draw
from sharing.fonts import Stack
from sharing.model import HEIGHT, WIDTH, Card, Preview

# With fewer, starting processes takes longer than drawing.
FEW = 16
MOST_PROCESSES = 4

FOLDER = "cards"


class Cards:
    """The cards of a build: *folder* keeps them from one build to the next."""

    def __init__(
        self, folder: Path, stacks: Mapping[str, Stack], colors: Mapping[str, str]
    ) -> None:
        self.folder, self.stacks, self.colors = folder, stacks, colors
        self.wanted: dict[str, Card] = {}
        self._with = _tools(stacks, colors)

    def want(self, card: Card) -> str:
        """Have *card* drawn, and return the name of its file."""
        name = f"{hashlib.sha256(f'{self._with}{card!r}'.encode()).hexdigest()[:16]}.png"
        self.wanted[name] = card
        return name

    def write(self, output: Path) -> None:
        """Draw the cards that were never drawn, and write all of them into *output*.

        Raises OSError where a file cannot be written.
        """
        new = {
            name: card for name, card in self.wanted.items() if not (self.folder / name).exists()
        }
        paths = [self.folder / name for name in new]
        work = partial(_draw_into, stacks=self.stacks, colors=self.colors)
        if len(new) < FEW:
            list(map(work, new.values(), paths))
        else:
            workers = min(os.cpu_count() or 1, MOST_PROCESSES)
            with ProcessPoolExecutor(workers) as pool:
                list(pool.map(work, new.values(), paths, chunksize=FEW))
        output.mkdir(parents=True, exist_ok=True)
        for name in self.wanted:
            (output / name).write_bytes((self.folder / name).read_bytes())


def _draw_into(
    card: Card, path: Path, *, stacks: Mapping[str, Stack], colors: Mapping[str, str]
) -> None:
    replace_bytes(path, draw(card, stacks, colors), lasting=False)


def _tools(stacks: Mapping[str, Stack], colors: Mapping[str, str]) -> str:
    """Return what cards are drawn with: another of these, and they look different."""
    faces = [face.identity for stack in stacks.values() for face in stack.faces]
    modules = [
        Path(str(each.__file__)).read_bytes() for each in (drawing, fonts, lines, palette, runs)
    ]
    code = hashlib.sha256(b"".join(modules)).hexdigest()
    return repr((PIL.__version__, sorted(colors.items()), faces, code))


class Planner:
    """Asks for cards; *shaped* is whether text from right to left can be set."""

    def __init__(self, cards: Cards, *, shaped: bool) -> None:
        self.cards, self.shaped = cards, shaped
        self._missing: defaultdict[str, set[str]] = defaultdict(set)
        self._unshaped: set[str] = set()

    def image(self, card: Card, alt: str) -> Preview | None:
        """Return the picture that *card* will be, or None where it cannot be drawn."""
        if letters := lacking(card, self.cards.stacks):
            self._missing[card.lang].update(letters)
            return None
        if card.rtl and not self.shaped:
            self._unshaped.add(card.lang)
            return None
        shown = drawable(card, self.cards.stacks)
        if not (shown.title or shown.promise):
            return None
        url = f"{FOLDER}/{self.cards.want(shown)}"
        return Preview(url=url, width=WIDTH, height=HEIGHT, alt=alt)

    def problems(self) -> Iterator[Problem]:
        """Yield what was missing, each once."""
        if self._missing:
            letters = "".join(sorted(set().union(*self._missing.values())))[:12]
            yield _warning(
                f"some cards in {', '.join(sorted(self._missing))} are not drawn, as no font here"
                f" has “{letters}”; install Debian's fonts-noto-core, or name fonts that have"
                ' them in SHARING["fonts"]',
                "card-font",
            )
        if self._unshaped:
            yield _warning(
                f"no card in {', '.join(sorted(self._unshaped))} is drawn, as what joins its"
                " letters, FriBiDi, is missing; install Debian's libfribidi0",
                "card-shaper",
            )


def _warning(message: str, code: str) -> Problem:
    return Problem(message=message, code=code, severity=Severity.WARNING)

"""Cards are drawn once: kept in a folder, named by what is drawn and with what."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import PIL

from files import replace_bytes
from sharing import drawing, fonts, lines, runs
from sharing.drawing import draw
from sharing.fonts import Stack
from sharing.model import Card

# With fewer, starting processes takes longer than drawing.
FEW = 16
MOST_PROCESSES = 4


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
    modules = [Path(str(each.__file__)).read_bytes() for each in (drawing, fonts, lines, runs)]
    code = hashlib.sha256(b"".join(modules)).hexdigest()
    return repr((PIL.__version__, sorted(colors.items()), faces, code))

"""Which cards can be drawn here; each is drawn once, and named by what it is drawn from."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path

import PIL

from files import link_or_copy, replace_bytes
from files.machine import processors
from problems import Problem, Severity
from sharing import drawing, fonts, lines, palette, runs
from sharing.content import drawable, lacking
from sharing.drawing import draw
from sharing.fonts import Stack
from sharing.model import HEIGHT, WIDTH, Card, Preview

# So many are drawn while a process starts.
FEW = 16
# A fork has the fonts already; elsewhere than on Linux, the system's libraries forbid it.
DRAWER: type[BaseProcess] = (
    multiprocessing.get_context("fork").Process
    if sys.platform == "linux"
    else multiprocessing.get_context("spawn").Process
)
# A PNG begins and ends with these bytes (W3C, PNG, 5.2 and 11.2.5).
PNG = b"\x89PNG\r\n\x1a\n"
PNG_END = b"\0\0\0\0IEND\xaeB`\x82"

FOLDER = "cards"


class Cards:
    """The cards of a build: *folder* keeps them from one build to the next."""

    def __init__(
        self, folder: Path, stacks: Mapping[str, Stack], colors: Mapping[str, str]
    ) -> None:
        self.folder, self.stacks, self.colors = folder, stacks, colors
        self.wanted: dict[str, Card] = {}
        self._drawing: list[BaseProcess] = []
        self._with = _tools(stacks, colors)

    def want(self, card: Card) -> str:
        """Have *card* drawn, and return the name of its file."""
        name = f"{hashlib.sha256(f'{self._with}{card!r}'.encode()).hexdigest()[:16]}.png"
        self.wanted[name] = card
        return name

    def begin(self, drawer: type[BaseProcess] = DRAWER) -> None:
        """Draw what was never drawn, in processes of their own while this one goes on."""
        new = self._missing()
        number = min(processors(), len(new) // FEW)
        for share in [new[place::number] for place in range(number)]:
            process = drawer(
                target=_draw_all,
                args=(share, self.folder, self.stacks, self.colors),
                daemon=True,  # it ends with this one
            )
            try:
                process.start()
            except OSError:  # the machine has no room for more, and what is missing is drawn here
                break
            self._drawing.append(process)

    def finish(self, output: Path) -> None:
        """Wait for what is drawn, draw what is still missing, and put all cards into *output*.

        Raises OSError where a file cannot be written.
        """
        for process in self._drawing:
            process.join()
        self._drawing.clear()
        # A few, or those of a process that was ended from outside.
        for name, card in self._missing():
            replace_bytes(self.folder / name, draw(card, self.stacks, self.colors), lasting=False)
        if self.wanted:
            output.mkdir(parents=True, exist_ok=True)
        for name in self.wanted:
            link_or_copy(self.folder / name, output / name)

    def _missing(self) -> list[tuple[str, Card]]:
        """Return the cards that are not kept, or damaged, by their names."""
        return [each for each in self.wanted.items() if not _is_whole(self.folder / each[0])]


def _is_whole(path: Path) -> bool:
    """Tell whether *path* is a PNG that has its end: a disk may have been full, or unplugged."""
    try:
        with path.open("rb", buffering=0) as file:
            start = file.read(len(PNG))
            file.seek(-len(PNG_END), os.SEEK_END)
            return start == PNG and file.read() == PNG_END
    except OSError:
        return False


def _draw_all(
    cards: Sequence[tuple[str, Card]],
    folder: Path,
    stacks: Mapping[str, Stack],
    colors: Mapping[str, str],
) -> None:
    """Draw *cards* in a process of their own."""
    # Whoever stops the build stops the process that started this one, which ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what is half written is cleared away
    with suppress(OSError):  # the other process meets it too, and tells it
        for name, card in cards:
            replace_bytes(folder / name, draw(card, stacks, colors), lasting=False)


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

"""Drawing a card: the masthead's rule, the headline in two inks, the fingerprint."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFont

from sharing.fonts import Stack, font_at
from sharing.lines import fit
from sharing.model import HEIGHT, WIDTH, Card
from sharing.palette import MOST, PAPER, Ink, Palette
from sharing.runs import runs

EDGE = 72
RULE = 7
TEXT = WIDTH - 2 * EDGE
SIZES = (100, 92, 84, 76, 68, 62, 56, 50, 45, 40, 36)
# The scripts with tall letters are set smaller, as in the theme.
TALL = ("ka", "hy")
LEADING = {"ru": 1.14, "az": 1.16, "tr": 1.16, "ka": 1.28, "hy": 1.28, "fa": 1.5}
USUAL_LEADING = 1.12
# Where the parts stand: baselines, and the top of the headline and of the fingerprint.
WORDMARK, HEADLINE, FINGERPRINT, BYLINE = 128, 168, 492, 584
STROKE, TALLNESS = 12, 48
# How hard the PNG is packed: 5 takes twice as long, and saves a quarter.
LEVEL = 3
# Drawn four times as large and made small: Pillow draws no smooth edges.
FINE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A part of a line in one font, which lies at *path*, and in one ink."""

    text: str
    path: Path
    ink: Ink
    rtl: bool
    language: str

    def width(self, size: int) -> float:
        """Return how wide it is in *size* pixels."""
        return font_at(self.path, size).getlength(self.text, **self.layout(size))

    def layout(self, size: int) -> dict[str, Any]:
        """Return what the shaper is told; the basic layout takes no hint."""
        if font_at(self.path, size).layout_engine == ImageFont.Layout.BASIC:
            return {}
        return {"direction": "rtl" if self.rtl else "ltr", "language": self.language}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """A piece that is set; *left* and *top* are seen from the start of its baseline."""

    image: Image.Image
    left: int
    top: int
    width: float


# Names, sections and records stand on many cards.
@lru_cache(maxsize=128)
def _shape(piece: _Piece, size: int) -> _Shape:
    width = piece.width(size)
    room = Image.new("L", (round(width) + 2 * size, 3 * size), PAPER)
    ImageDraw.Draw(room).text(
        (size, 2 * size),
        piece.text,
        fill=MOST,
        font=font_at(piece.path, size),
        anchor="ls",
        **piece.layout(size),
    )
    box = room.getbbox() or (0, 0, 1, 1)
    image = room.crop(box).point(piece.ink)
    return _Shape(image=image, left=box[0] - size, top=box[1] - 2 * size, width=width)


@cache
def _disc(size: int, ink: Ink) -> Image.Image:
    """Return a circle in *ink*."""
    whole = Image.new("L", (size * FINE, size * FINE), 0)
    ImageDraw.Draw(whole).ellipse((0, 0, whole.width - 1, whole.height - 1), fill=MOST)
    return whole.resize((size, size), Image.Resampling.LANCZOS).point(ink)


class Canvas:
    """A card while it is drawn; *x* counts from the side on which its language begins.

    Pixels are numbers of the *palette*: to find few colours for an image takes longer than to
    draw it in few.
    """

    def __init__(self, card: Card, stacks: Mapping[str, Stack], palette: Palette) -> None:
        self.card, self.palette, self.stacks = card, palette, stacks
        self.image = Image.new("L", (WIDTH, HEIGHT), PAPER)

    def box(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """Fill a rectangle, its start at *x*."""
        left, top = round(WIDTH - x - width if self.card.rtl else x), round(y)
        box = (left, top, left + round(width), round(y + height))
        self.image.paste(self.palette.inks[color][MOST], box)

    def dot(self, x: float, y: float, size: float, color: str) -> None:
        """Fill a circle, its start at *x*."""
        left = round(WIDTH - x - size if self.card.rtl else x)
        self._print(_disc(max(1, round(size)), self.palette.inks[color]), left, round(y))

    def _print(self, shape: Image.Image, left: int, top: int) -> None:
        """Put *shape* on the paper, and nothing where it is paper itself."""
        box = (left, top, left + shape.width, top + shape.height)
        self.image.paste(ImageChops.lighter(self.image.crop(box), shape), box)

    def line(
        self,
        x: float,
        baseline: float,
        text: str,
        *,
        size: int,
        kind: str,
        ink: str = "ink",
        quoted: int = 0,
        from_end: bool = False,
    ) -> float:
        """Set *text* in one line and return its width; *from_end*, *x* counts from the end.

        Its first *quoted* characters are in the second ink.
        """
        pieces = self._pieces(text, self.stacks[kind].cast(text), ink, quoted)
        shapes = [_shape(piece, size) for piece in pieces]
        wide = sum(shape.width for shape in shapes)
        start = WIDTH - x - wide if self.card.rtl is not from_end else x
        for shape in shapes:
            self._print(shape.image, round(start) + shape.left, round(baseline) + shape.top)
            start += shape.width
        return wide

    def measure(self, kind: str) -> Callable[[str], float]:
        """Return what measures a text in ems."""

        def measured(text: str) -> float:
            pieces = self._pieces(text, stack, "ink", 0)
            return sum(piece.width(100) for piece in pieces) / 100

        stack = self.stacks[kind].cast(self.card.title or self.card.promise)
        return measured

    def _pieces(self, text: str, stack: Stack, ink: str, quoted: int) -> Iterator[_Piece]:
        """Yield the parts of *text* as they stand from left to right."""
        for run in runs(text, rtl=self.card.rtl):
            pieces = [
                _Piece(
                    text=part,
                    path=face.path,
                    ink=self.palette.inks[name],
                    rtl=run.rtl,
                    language=self.card.lang,
                )
                for name, start, end in (("quoted", 0, quoted), (ink, quoted, len(text)))
                for face, part in stack.parts(text[max(start, run.start) : min(end, run.end)])
            ]
            yield from reversed(pieces) if run.rtl else pieces

    def png(self) -> bytes:
        """Return the card as a PNG."""
        file = BytesIO()
        self.image.putpalette(self.palette.rgb)
        self.image.save(file, "PNG", compress_level=LEVEL)
        return file.getvalue()


def draw(card: Card, stacks: Mapping[str, Stack], colors: Mapping[str, str]) -> bytes:
    """Return *card* as a PNG of 1200 by 630 pixels, the same bytes for the same card."""
    canvas = Canvas(card, stacks, Palette.of(colors))
    canvas.box(EDGE, EDGE - RULE, TEXT, RULE, "ink")
    if card.promise:
        _draw_site(canvas)
    else:
        _draw_piece(canvas)
    return canvas.png()


def _draw_piece(canvas: Canvas) -> None:
    card = canvas.card
    canvas.line(EDGE, WORDMARK, card.site, size=38, kind="serif")
    canvas.line(EDGE, WORDMARK, card.section, size=25, kind="sans", ink="muted", from_end=True)
    fitted = fit(
        card.title,
        canvas.measure("serif"),
        width=TEXT * 0.98,
        height=FINGERPRINT - HEADLINE - 36,
        sizes=SIZES[4:] if card.lang in TALL else SIZES,
        leading=LEADING.get(card.lang, USUAL_LEADING),
    )
    _draw_headline(canvas, fitted.lines, fitted.size)
    draw_marks(canvas, FINGERPRINT)
    used = canvas.line(EDGE, BYLINE, card.names, size=26, kind="bold")
    canvas.line(EDGE + used + 24, BYLINE, card.record, size=26, kind="sans", ink="muted")


def _draw_headline(canvas: Canvas, lines: tuple[str, ...], size: int) -> None:
    step = size * LEADING.get(canvas.card.lang, USUAL_LEADING)
    quoted = canvas.card.quoted
    for number, line in enumerate(lines):
        baseline = HEADLINE + number * step + step / 2 + size * 0.34
        canvas.line(EDGE, baseline, line, size=size, kind="serif", quoted=quoted)
        quoted = max(0, quoted - len(line) - 1)


def _draw_site(canvas: Canvas) -> None:
    card = canvas.card
    leading = LEADING.get(card.lang, USUAL_LEADING)
    size = 104
    while canvas.line(0, -HEIGHT, card.site, size=size, kind="serif") > TEXT:
        size -= 4
    canvas.line(EDGE, 290, card.site, size=size, kind="serif")
    fitted = fit(
        card.promise,
        canvas.measure("serif"),
        width=TEXT * 0.86,
        height=170,
        sizes=(44, 40, 36, 32, 28),
        leading=leading + 0.1,
    )
    step = fitted.size * (leading + 0.1)
    canvas.box(EDGE, 372, STROKE, step * len(fitted.lines), "seam")
    for number, line in enumerate(fitted.lines):
        baseline = 372 + number * step + step / 2 + fitted.size * 0.34
        canvas.line(EDGE + 40, baseline, line, size=fitted.size, kind="serif", ink="quoted")


def draw_marks(canvas: Canvas, top: float) -> None:
    """Draw the fingerprint: one stroke for each quotation, narrower where there are many."""
    marks = canvas.card.marks
    widths = [STROKE * 1.5 if mark == "translated" else STROKE for mark in marks]
    scale = min(1.0, TEXT / (sum(widths) + STROKE * len(marks) + 1))
    x: float = EDGE
    for mark, width in zip(marks, widths, strict=True):
        _draw_mark(canvas, mark, x, top, width * scale)
        x += (width + STROKE) * scale


def _draw_mark(canvas: Canvas, mark: str, x: float, top: float, width: float) -> None:
    if mark == "verbatim":
        canvas.box(x, top, width, TALLNESS, "seam")
    elif mark == "edited":
        for start in (0, 0.63):
            canvas.box(x, top + TALLNESS * start, width, TALLNESS * 0.37, "seam")
    elif mark == "translated":
        for start in (0, 2 / 3):
            canvas.box(x + width * start, top, width / 3, TALLNESS, "seam")
    else:
        for number in range(3):
            canvas.dot(x, top + number * (TALLNESS - width) / 2, width, "field")

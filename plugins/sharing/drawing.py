"""Drawing a card: the masthead's rule, the headline in two inks, the fingerprint."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from sharing.fonts import Face, Stack
from sharing.lines import fit
from sharing.model import HEIGHT, WIDTH, Card
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
# Palette: enough for two inks on paper with smooth edges.
COLORS = 64
# Drawn four times as large and made small: Pillow draws no smooth edges.
FINE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A part of a line in one face and one colour."""

    text: str
    face: Face
    color: str
    rtl: bool

    def width(self, size: int, language: str) -> float:
        font = self.face.at(size)
        return font.getlength(self.text, **_layout(font, self.rtl, language))


def _layout(font: object, rtl: bool, language: str) -> dict[str, Any]:
    """Return what the shaper is told; the basic layout takes no hint."""
    if getattr(font, "layout_engine", 0) == 0:
        return {}
    return {"direction": "rtl" if rtl else "ltr", "language": language}


class Canvas:
    """A card while it is drawn; *x* counts from the side on which its language begins."""

    def __init__(self, card: Card, stacks: Mapping[str, Stack], colors: Mapping[str, str]) -> None:
        self.card, self.colors, self.stacks = card, colors, stacks
        self.image = Image.new("RGB", (WIDTH, HEIGHT), colors["paper"])
        self.draw = ImageDraw.Draw(self.image)

    def box(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """Fill a rectangle, its start at *x*."""
        left = round(WIDTH - x - width if self.card.rtl else x)
        self.draw.rectangle(
            (left, round(y), left + round(width) - 1, round(y + height) - 1),
            fill=self.colors[color],
        )

    def dot(self, x: float, y: float, size: float, color: str) -> None:
        """Fill a circle, its start at *x*."""
        whole = Image.new("L", (round(size * FINE), round(size * FINE)), 0)
        ImageDraw.Draw(whole).ellipse((0, 0, whole.width - 1, whole.height - 1), fill=255)
        mask = whole.resize((round(size), round(size)), Image.Resampling.LANCZOS)
        left = round(WIDTH - x - size if self.card.rtl else x)
        self.image.paste(self.colors[color], (left, round(y)), mask)

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
        pieces = list(self._pieces(text, self.stacks[kind].cast(text), ink, quoted))
        widths = [piece.width(size, self.card.lang) for piece in pieces]
        right = self.card.rtl is not from_end
        left = WIDTH - x - sum(widths) if right else x
        for piece, width in zip(pieces, widths, strict=True):
            font = piece.face.at(size)
            self.draw.text(
                (left, baseline),
                piece.text,
                fill=self.colors[piece.color],
                font=font,
                anchor="ls",
                **_layout(font, piece.rtl, self.card.lang),
            )
            left += width
        return sum(widths)

    def measure(self, kind: str) -> Callable[[str], float]:
        """Return what measures a text in ems."""

        def measured(text: str) -> float:
            pieces = self._pieces(text, stack, "ink", 0)
            return sum(piece.width(100, self.card.lang) for piece in pieces) / 100

        stack = self.stacks[kind].cast(self.card.title or self.card.promise)
        return measured

    def _pieces(self, text: str, stack: Stack, ink: str, quoted: int) -> Iterator[_Piece]:
        """Yield the parts of *text* as they stand from left to right."""
        for run in runs(text, rtl=self.card.rtl):
            pieces: list[_Piece] = []
            for place in range(run.start, run.end):
                face = stack.face(text[place])
                color = "quoted" if place < quoted else ink
                last = pieces[-1] if pieces else None
                # Signs between words stay in the face of the word, where it has them.
                if last and last.color == color and _joins(last.face, face, text[place]):
                    pieces[-1] = _Piece(
                        text=last.text + text[place], face=last.face, color=color, rtl=run.rtl
                    )
                elif face:
                    pieces.append(_Piece(text=text[place], face=face, color=color, rtl=run.rtl))
            yield from reversed(pieces) if run.rtl else pieces

    def png(self) -> bytes:
        """Return the card as a PNG of few colours."""
        file = BytesIO()
        few = self.image.quantize(
            COLORS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        few.save(file, "PNG")
        return file.getvalue()


def _joins(last: Face, face: Face | None, character: str) -> bool:
    return face is last or face is None or (not character.isalpha() and last.has(character))


def draw(card: Card, stacks: Mapping[str, Stack], colors: Mapping[str, str]) -> bytes:
    """Return *card* as a PNG of 1200 by 630 pixels, the same bytes for the same card."""
    canvas = Canvas(card, stacks, colors)
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
        quoted -= len(line) + 1


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

"""The few colours of a card: paper, its inks, and the steps between them for smooth edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PIL import ImageColor

PAPER = 0
# In how many steps an ink goes over into the paper: letters have edges, strokes have none.
STEPS = {"ink": 5, "quoted": 5, "muted": 4, "field": 3, "seam": 1}
MOST = 255
# The number of the colour for each amount, from 0, which is paper, to MOST, the ink itself.
Ink = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of an image by their numbers, in *rgb*, three bytes each."""

    rgb: bytes
    inks: Mapping[str, Ink]

    @classmethod
    def of(cls, colors: Mapping[str, str]) -> Palette:
        """Return the palette of *colors*, which have the paper and each ink of STEPS."""
        return _palette(tuple(colors[name] for name in ("paper", *STEPS)))


@cache
def _palette(colors: tuple[str, ...]) -> Palette:
    paper, *inks = (ImageColor.getrgb(color)[:3] for color in colors)
    rgb, numbers = list(paper), {}
    for (name, steps), ink in zip(STEPS.items(), inks, strict=True):
        start = len(rgb) // 3 - 1
        for step in range(1, steps + 1):
            rgb += (round(p + (i - p) * step / steps) for p, i in zip(paper, ink, strict=True))
        amounts = (round(amount * steps / MOST) for amount in range(MOST + 1))
        numbers[name] = tuple(start + step if step else PAPER for step in amounts)
    return Palette(rgb=bytes(rgb), inks=numbers)

"""Breaking a headline into lines of about one length, in the largest size that fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

ELLIPSIS = "…"
# Returns the width of a text in ems.
Measure = Callable[[str], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A text in *lines*, to be set in *size* pixels."""

    lines: tuple[str, ...]
    size: int


def fit(
    text: str,
    measure: Measure,
    *,
    width: float,
    height: float,
    sizes: Sequence[int],
    leading: float,
) -> Fitted:
    """Return *text* in the first of *sizes* in which it fits; cut at its end where none is.

    *width* and *height* are pixels, *leading* is a multiple of the size.
    """
    ems, gap = [(word, measure(word)) for word in text.split(" ")], measure(" ")
    for size in sizes:
        words, space = [(word, wide * size) for word, wide in ems], gap * size
        lines = _filled(words, width, space)
        if len(lines) <= int(height / (size * leading)) and all(w <= width for _, w in words):
            return Fitted(lines=_balanced(words, len(lines), width, space), size=size)
    return _cut(text, measure, width=width, most=int(height / (size * leading)), size=size)


def _filled(words: Sequence[tuple[str, float]], width: float, space: float) -> list[str]:
    """Put as many *words* into each line as go into it."""
    lines: list[list[str]] = []
    used = width
    for word, wide in words:
        if not lines or used + space + wide > width:
            lines.append([])
            used = -space
        lines[-1].append(word)
        used += space + wide
    return [" ".join(line) for line in lines]


def _balanced(
    words: Sequence[tuple[str, float]], count: int, width: float, space: float
) -> tuple[str, ...]:
    """Make *count* lines as narrow as they can be."""
    low, high = max(wide for _, wide in words), width
    while high - low > 1:
        middle = (low + high) / 2
        if len(_filled(words, middle, space)) <= count:
            high = middle
        else:
            low = middle
    return tuple(_filled(words, high, space))


def _cut(text: str, measure: Measure, *, width: float, most: int, size: int) -> Fitted:
    """Fill *most* lines, breaking words that are wider than one, and end in an ellipsis."""
    parts = [part for word in text.split(" ") for part in _parts(word, measure, width / size)]
    words = [(part, measure(part) * size) for part in parts]
    space = measure(" ") * size
    lines = _filled(words, width, space)
    if len(lines) > most:
        last = lines[most - 1]
        while measure(f"{last}{ELLIPSIS}") * size > width:
            last = last[:-1].rstrip()
        lines = [*lines[: most - 1], f"{last.rstrip('.,;:–— ')}{ELLIPSIS}"]
    return Fitted(lines=tuple(lines), size=size)


def _parts(word: str, measure: Measure, width: float) -> list[str]:
    if measure(word) <= width:
        return [word]
    count = max(1, int(len(word) * width / measure(word) * 0.95))
    return [word[at : at + count] for at in range(0, len(word), count)]

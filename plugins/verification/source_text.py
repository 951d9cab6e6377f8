"""The folded text of a source, searchable, with the way back to its own characters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from verification.characters import OVERRIDES
from verification.folding import caseless, fold
from verification.origins import origin_of_end, origin_of_start
from verification.words import edges

# A word broken at the end of a line, by a hyphen that is its own or was put in.
BREAK = re.compile(r"(?<=[^\W\d_])[-\xad]\n(?=[^\W\d_])")
_PARAGRAPH = "\f"
_SPACE = re.compile(r"\s+")
_OVERRIDE = re.compile(f"[{OVERRIDES}]")
_FAR = 1 << 60
# Enough for three words, and for the end of the sentence before them.
CONTEXT = 160


class SourceText:
    """One way to read a source; *lines* is its text, folded line by line.

    *hyphens* says of each word broken at the end of a line what becomes of the break.
    """

    def __init__(self, raw: str, lines: str, hyphens: tuple[str, ...] = ()) -> None:
        self._raw = raw
        self._with_blanks = lines
        # Every break is one character, so that it can be one space.
        self._lines = _one_break_each(lines)
        # Places after a break in the searchable text, and how much was removed up to there.
        self._cuts: list[tuple[int, int]] = []
        self._caseless: dict[str, str] = {}
        mended = self._mend(hyphens) if hyphens else self._lines
        self.folded = mended.replace("\n", " ").replace(_PARAGRAPH, " ")

    def _mend(self, hyphens: tuple[str, ...]) -> str:
        parts: list[str] = []
        at = length = removed = 0
        for found, kept in zip(BREAK.finditer(self._lines), hyphens, strict=True):
            parts += [self._lines[at : found.start()], kept]
            length += len(parts[-2]) + len(kept)
            removed += len(found[0]) - len(kept)
            self._cuts.append((length, removed))
            at = found.end()
        return "".join([*parts, self._lines[at:]])

    def caseless(self, language: str) -> str:
        """Return the folded text in lower case, by the rules of *language*."""
        rules = caseless("I", language)
        if rules not in self._caseless:
            self._caseless[rules] = caseless(self.folded, language)
        return self._caseless[rules]

    def line_at(self, place: int) -> int:
        """Return the number of the line that holds folded[place]."""
        return self._numbers[self._place(place)[0]] + 1

    def before(self, place: int, reach: int = CONTEXT) -> str:
        """Return the end of the paragraph's text before folded[place]."""
        end = self._in_lines(place)
        near = self._lines[max(0, end - reach) : end]
        return near.rpartition(_PARAGRAPH)[2].replace("\n", " ")

    def after(self, place: int, reach: int = CONTEXT) -> str:
        """Return the beginning of the paragraph's text after folded[place]."""
        start = self._in_lines(place)
        near = self._lines[start : start + reach]
        return near.partition(_PARAGRAPH)[0].replace("\n", " ")

    def has_break(self, start: int, end: int) -> bool:
        """Tell whether a paragraph ends in folded[start:end]."""
        return _PARAGRAPH in self._lines[self._in_lines(start) : self._in_lines(end)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the source's own text folded[start:end] begins and ends."""
        first, from_ = self._place(start)
        last, to = self._place(end)
        begin, finish = (self._own_starts[self._numbers[line]] for line in (first, last))
        raw, folded = self._own_line(first), self._folded[first]
        if first == last:
            # Most often nothing before it on the line, or nothing after it, was moved.
            for shift in dict.fromkeys((0, len(raw) - len(folded))):
                near = raw[from_ + shift : to + shift]
                if near == near.strip() and fold(near) == folded[from_:to]:
                    return begin + from_ + shift, begin + to + shift
        return (
            begin + origin_of_start(raw, folded, from_),
            finish + origin_of_end(self._own_line(last), self._folded[last], to),
        )

    def shown(self, start: int, end: int) -> str:
        """Return a stretch of the source's own text on one line."""
        text = self._text[start:end]
        if text.isprintable() and "  " not in text:
            return text
        text = BREAK.sub(_without_break, text)
        return _OVERRIDE.sub("", _SPACE.sub(" ", text))

    def omitted(self, start: int, end: int, kept: int, following: int) -> tuple[int, int]:
        """Return the span of the words in folded[start:end], with the punctuation on them.

        It lies between the end of the words *kept* and the start of the *following* ones,
        whose own punctuation stays with them.
        """
        first, last = edges(self.folded[start:end])
        begin, finish = self.span(start + first, start + last)
        opening = begin
        while opening > kept and not self._text[opening - 1].isspace():
            opening -= 1
        while finish < following and not self._text[finish].isspace():
            finish += 1
        return begin if opening == kept else opening, finish

    def own(self, start: int, end: int) -> str:
        """Return the source's own characters for folded[start:end], on one line."""
        return self.shown(*self.span(start, end)).strip() if start < end else ""

    def _in_lines(self, place: int) -> int:
        before = bisect_right(self._cuts, (place, _FAR))
        return place + (self._cuts[before - 1][1] if before else 0)

    def _place(self, place: int) -> tuple[int, int]:
        place = self._in_lines(place)
        line = bisect_right(self._starts, place) - 1
        return line, place - self._starts[line]

    def _own_line(self, line: int) -> str:
        start = self._own_starts[self._numbers[line]]
        end = self._text.find("\n", start)
        return self._text[start : end if end >= 0 else None]

    @cached_property
    def _text(self) -> str:
        return unicodedata.normalize("NFC", self._raw)

    @cached_property
    def _folded(self) -> list[str]:
        return self._lines.replace(_PARAGRAPH, "\n").split("\n")

    @cached_property
    def _numbers(self) -> list[int]:
        """The number of each line among all, blank ones too, counted from 0."""
        lines = self._with_blanks.split("\n")
        outer = (0, len(lines) - 1)
        return [number for number, line in enumerate(lines) if line or number in outer]

    @cached_property
    def _starts(self) -> list[int]:
        return _starts_of(self._folded)

    @cached_property
    def _own_starts(self) -> list[int]:
        return _starts_of(self._text.split("\n"))


def own_lines(text: str) -> list[str]:
    """Return the lines of a source's own *text*; a word that was broken is whole."""
    return BREAK.sub(_without_break, text).split("\n")


def text_of(raw: str) -> SourceText:
    """Return a text that is at hand, as one line."""
    return SourceText(raw.replace("\n", " "), fold(raw))


def _one_break_each(lines: str) -> str:
    while "\n\n\n" in lines:
        lines = lines.replace("\n\n\n", "\n\n")
    return lines.replace("\n\n", _PARAGRAPH)


def _starts_of(lines: list[str]) -> list[int]:
    lengths = accumulate(map(len, lines), initial=0)
    return [breaks + length for breaks, length in enumerate(lengths)]


def _without_break(found: re.Match[str]) -> str:
    return found[0].strip("\n\xad")

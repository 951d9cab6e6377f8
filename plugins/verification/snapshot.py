"""Snapshots: the text of a work as it was read, and the ways to read it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property

from verification.characters import SUPERSCRIPTS
from verification.folding import BROKEN, fold, fold_lines
from verification.source_text import BREAK, SourceText

_MARKS = re.compile(rf"\[[1-9][0-9]{{0,2}}\]|[{SUPERSCRIPTS}]")
_APART = re.compile(r"\xad[\s\xad]*\s[\s\xad]*")


class Snapshot:
    """The text that a quotation is compared with.

    *folded* are its `lines` as they were, by the rules of the same `FOLDING_VERSION`, kept
    by who has many: folding is most of the work.
    """

    def __init__(self, text: str, *, folded: str | None = None) -> None:
        self._raw = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        self.lines = fold_lines(self._raw, source=True) if folded is None else folded

    @cached_property
    def text(self) -> str:
        """The text in which positions count: composed (NFC), its lines ended by line feeds."""
        return unicodedata.normalize("NFC", self._raw)

    def readings(self, quoted: str) -> Iterator[SourceText]:
        """Return the ways in which this source may be read to find *quoted*.

        A word broken at the end of a line is first read as *quoted* has it; marks of
        footnotes are read where *quoted* holds any.
        """
        if self._breaks:
            folded = fold(_APART.sub(BROKEN, quoted))
            asked = tuple(_as_quoted(found, folded) for found in self._breaks)
            count = len(asked)
            for hyphens in dict.fromkeys((asked, ("",) * count, ("-",) * count)):
                yield SourceText(self._raw, self.lines, hyphens)
        else:
            yield self.plain
        if _MARKS.search(quoted):
            yield SourceText(self._raw, fold_lines(self._raw))

    @cached_property
    def plain(self) -> SourceText:
        """The source as it is read first, by those who quote nothing in particular."""
        return SourceText(self._raw, self.lines, ("",) * len(self._breaks))

    @cached_property
    def _breaks(self) -> list[re.Match[str]]:
        is_broken = "-\n" in self.lines or "\xad\n" in self.lines
        return list(BREAK.finditer(self.lines)) if is_broken else []


def _as_quoted(found: re.Match[str], quoted: str) -> str:
    """Return what to read for a hyphen and line break, so that it agrees with *quoted*."""
    before = re.search(r"\w+$", found.string[: found.start()][-80:])
    after = re.match(r"\w+", found.string[found.end() : found.end() + 80])
    head, tail = before[0] if before else "", after[0] if after else ""
    # Who copies the soft hyphen with the break quotes a word in two.
    if found[0][0] == "\xad" and f"{head}{BROKEN}{tail}" in quoted:
        return " "
    return next((kept for kept in ("-", "- ") if f"{head}{kept}{tail}" in quoted), "")

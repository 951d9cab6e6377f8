"""Which cards can be drawn here, and what to install for the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from problems import Problem, Severity
from sharing.content import drawable, lacking
from sharing.keeping import Cards
from sharing.model import HEIGHT, WIDTH, Card, Preview

FOLDER = "cards"


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

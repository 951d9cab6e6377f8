"""The site's colours by day and by night: the plugin `assets` reads them from the theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assets.model import Colour

# What is drawn with, and what it is where the theme has no such colour.
COLORS = {
    "paper": "#ffffff",
    "ink": "#000000",
    "muted": "#555555",
    "field": "#777777",
    "quoted": "#000000",
    "seam": "#000000",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Colors:
    """Colours by the names of their tokens."""

    light: Mapping[str, str]
    dark: Mapping[str, str]

    @classmethod
    def of(cls, palette: Mapping[str, Colour]) -> Colors:
        """Return what is drawn with, of *palette*."""
        known = {name: palette[name] for name in COLORS if name in palette}
        return cls(
            light=COLORS | {name: colour.light for name, colour in known.items()},
            dark=COLORS | {name: colour.dark for name, colour in known.items()},
        )

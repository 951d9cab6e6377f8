"""A site's own colours: read, measured against each other, and written as tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated

from PIL import ImageColor

from assets.model import Colour
from options import read_named
from problems import Problem, Severity

TOKEN = re.compile(r"--color-([a-z]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
# WCAG 2.2, 1.4.3 for text and 1.4.11 for what else has to be seen. The seam colours “[…]”.
TEXT, FORM = 4.5, 3.0
LEAST = {"ink": TEXT, "muted": TEXT, "quoted": TEXT, "seam": TEXT, "field": FORM}
GROUNDS = ("paper", "panel")


def hexadecimal(value: str) -> str:
    """Return *value*, a name or a number of CSS, as ``#rrggbb``; raise ValueError if it is none."""
    colour = ImageColor.getrgb(value.strip())
    if len(colour) != 3:
        raise ValueError(value)
    return "#{:02x}{:02x}{:02x}".format(*colour)


Hexadecimal = Annotated[str, "a colour, as #085c43", hexadecimal]
Pair = Annotated[
    tuple[Hexadecimal, Hexadecimal], 'two colours, light and dark, as ("#085c43", "#86d9b6")'
]
Palette = Mapping[str, Colour]


def theme_palette(tokens: str) -> dict[str, Colour]:
    """Return the colours that a stylesheet of *tokens* states, by their names."""
    return {name: Colour(light=light, dark=dark) for name, light, dark in TOKEN.findall(tokens)}


def site_palette(setting: object, known: Palette) -> tuple[dict[str, Colour], list[Problem]]:
    """Return the colours of the setting COLOURS, and what is wrong with it."""
    kinds = dict.fromkeys(known, Pair)
    pairs, problems = read_named(kinds, setting, setting="COLOURS", code="colour")
    return {name: Colour(light=light, dark=dark) for name, (light, dark) in pairs.items()}, problems


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance, from 0 to 1 (WCAG 2.2, “relative luminance”)."""
    channels = [part / 255 for part in bytes.fromhex(colour[1:])]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def too_faint(palette: Palette) -> Iterator[Problem]:
    """Yield a warning for each colour of *palette* that is hard to tell from its ground."""
    for name, least in LEAST.items():
        for ground in GROUNDS:
            for when in ("light", "dark"):
                if name not in palette or ground not in palette:
                    continue
                colours = getattr(palette[name], when), getattr(palette[ground], when)
                ratio = contrast(*colours)
                if ratio < least:
                    # Never rounded up to what it falls short of.
                    message = (
                        f"COLOURS: “{name}” on “{ground}” ({colours[0]} on {colours[1]}, {when})"
                        f" has a contrast of {int(ratio * 100) / 100}:1; WCAG AA asks for {least}:1"
                    )
                    yield Problem(message=message, code="contrast", severity=Severity.WARNING)


def as_tokens(own: Palette) -> str:
    """Return *own* colours as a stylesheet; one's own choice of forced colours goes before."""
    if not own:
        return ""
    both = "".join(f"--color-{n}: light-dark({c.light}, {c.dark});" for n, c in own.items())
    return f"@layer tokens {{ @media (forced-colors: none) {{ :root {{ {both} }} }} }}"


def for_older_browsers(palette: Palette) -> str:
    """Return *palette* as a stylesheet for browsers without light-dark(), older than mid-2024."""
    if not palette:
        return ""
    light = "".join(f"--color-{n}: {c.light};" for n, c in palette.items())
    dark = "".join(f"--color-{n}: {c.dark};" for n, c in palette.items())
    return (
        "@layer tokens { @media (forced-colors: none) {"
        " @supports not (color: light-dark(#fff, #000)) {"
        f" :root {{ {light} }}"
        " @media screen and (prefers-color-scheme: dark) {"
        f' :root:where(:not([data-theme="light"])) {{ {dark} }} }}'
        f' @media screen {{ [data-theme="dark"] {{ {dark} }} }}'
        " } } }"
    )

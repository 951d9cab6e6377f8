"""The site's icons in its colours: the first three strokes of a fingerprint."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET

from PIL import Image, ImageDraw

from assets.model import Colour

# On a square of 32: left, top, width, height.
STROKES = (
    (5, 6, 4, 20),
    (13, 6, 4, 7),
    (13, 19, 4, 7),
    (21, 6, 2, 20),
    (25, 6, 2, 20),
)
SIDE = 32
SVG = "http://www.w3.org/2000/svg"
# A mask may take a fifth off each side (W3C, Web Application Manifest, “maskable”).
SAFE = 0.55

# What is drawn with, and what it is where the theme has no such colour.
COLORS = {
    "paper": "#ffffff",
    "ink": "#000000",
    "muted": "#555555",
    "field": "#777777",
    "quoted": "#000000",
    "seam": "#000000",
}


def svg(colors: Colors) -> str:
    """Return the icon for every size; in the dark it has the dark theme's colours."""
    root = ET.Element("svg", xmlns=SVG, viewBox=f"0 0 {SIDE} {SIDE}")
    style = ET.SubElement(root, "style")
    style.text = (
        f".p{{fill:{colors.light['paper']}}}.s{{fill:{colors.light['seam']}}}"
        "@media (prefers-color-scheme: dark){"
        f".p{{fill:{colors.dark['paper']}}}.s{{fill:{colors.dark['seam']}}}}}"
    )
    ET.SubElement(root, "path", {"class": "p", "d": f"M0 0h{SIDE}v{SIDE}H0z"})
    path = "".join(f"M{x} {y}h{width}v{height}h-{width}z" for x, y, width, height in STROKES)
    ET.SubElement(root, "path", {"class": "s", "d": path})
    return ET.tostring(root, encoding="unicode") + "\n"


def icon(colors: Colors, size: int, *, scale: float = 1) -> Image.Image:
    """Return the icon as *size* by *size* pixels, its strokes *scale* times as large."""
    image = Image.new("RGB", (size, size), colors.light["paper"])
    draw, unit = ImageDraw.Draw(image), size / SIDE
    for x, y, width, height in STROKES:
        left, top = ((place - SIDE / 2) * scale + SIDE / 2 for place in (x, y))
        right, bottom = left + width * scale, top + height * scale
        box = [round(edge * unit) for edge in (left, top, right, bottom)]
        draw.rectangle((box[0], box[1], box[2] - 1, box[3] - 1), fill=colors.light["seam"])
    return image


def _encoded(image: Image.Image, form: str) -> bytes:
    file = BytesIO()
    image.save(file, form)
    return file.getvalue()


def icon_files(colors: Colors) -> dict[str, bytes]:
    """Return the icons by the names that browsers ask for."""
    return {
        "favicon.ico": _encoded(icon(colors, SIDE), "ICO"),
        "apple-touch-icon.png": _encoded(icon(colors, 180, scale=0.9), "PNG"),
    }


def named_files(colors: Colors) -> dict[str, bytes]:
    """Return the other icons, by what they are for."""
    return {
        "icon.svg": svg(colors).encode(),
        "icon-192.png": _encoded(icon(colors, 192), "PNG"),
        "icon-512.png": _encoded(icon(colors, 512), "PNG"),
        "icon-mask.png": _encoded(icon(colors, 512, scale=SAFE / (22 / SIDE)), "PNG"),
    }


def content_name(name: str, content: bytes) -> str:
    """Return *name* with a digest of *content* in it, so that caches may keep it for ever."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{suffix}"


def manifest(
    *,
    name: str,
    short_name: str,
    language: str,
    rtl: bool,
    colors: Colors,
    icons: Mapping[str, str],
) -> str:
    """Return the web application manifest (W3C); *icons* are addresses by what they are for."""
    told = {
        "name": name,
        "short_name": short_name,
        "lang": language,
        "dir": "rtl" if rtl else "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": colors.light["paper"],
        "theme_color": colors.light["paper"],
        "icons": list(_listed(icons)),
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _listed(icons: Mapping[str, str]) -> Iterator[dict[str, str]]:
    yield {"src": icons["icon.svg"], "sizes": "any", "type": "image/svg+xml"}
    for size in ("192", "512"):
        name = f"icon-{size}.png"
        yield {"src": icons[name], "sizes": f"{size}x{size}", "type": "image/png"}
    mask = icons["icon-mask.png"]
    yield {"src": mask, "sizes": "512x512", "type": "image/png", "purpose": "maskable"}


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

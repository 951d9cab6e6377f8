"""Which files are made of an original."""

from __future__ import annotations

import hashlib
import re

from unidecode import unidecode

from images.model import File, ImageOptions, Original, Picture, Source, Treatment

FOLDER = "images"
# How files are written; a change of what stands here makes them anew.
SAVING: dict[str, dict[str, object]] = {
    # One thread: more of them may not write the same bytes.
    "AVIF": {"quality": 58, "speed": 6, "max_threads": 1},
    "WEBP": {"quality": 78, "method": 5},
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "GIF": {},
    "SVG": {},
}
ENDINGS = {form: form.lower().replace("jpeg", "jpg") for form in SAVING}
# What an old browser, a feed reader and a search engine get.
WIDEST_SHOWN = 1280
HIGHEST_WEBP = 16_383
NO_MOTION = "(prefers-reduced-motion: reduce)"


def plan(original: Original, options: ImageOptions) -> Picture:
    """Return what is made of *original*: no file is wider than it."""
    if original.kind is Treatment.DRAWING:
        return Picture(original=original, shown=_file(original, original.width, "SVG"))
    if original.kind is Treatment.MOVING:
        still = Source(
            type="image/webp", files=(_file(original, original.width, "WEBP"),), media=NO_MOTION
        )
        moving = _file(original, original.width, original.form)
        return Picture(original=original, shown=moving, sources=(still,))
    widths = _widths(original.width, options.widths)
    fallback = "PNG" if original.form in {"PNG", "GIF"} or not original.opaque else "JPEG"
    shown = max((width for width in widths if width <= WIDEST_SHOWN), default=widths[0])
    return Picture(
        original=original,
        shown=_file(original, shown, fallback),
        sources=tuple(
            Source(
                type=f"image/{form.lower()}",
                files=tuple(_file(original, width, form) for width in widths),
            )
            for form in ("AVIF", "WEBP")
            if form != "WEBP" or _file(original, widths[-1], form).height <= HIGHEST_WEBP
        ),
    )


def cleaned(original: Original) -> File:
    """Return *original* as a file of its own: as large, upright, without metadata."""
    return _file(original, original.width, original.form)


def _widths(own: int, wanted: tuple[int, ...]) -> tuple[int, ...]:
    smaller = sorted(width for width in wanted if width < own)
    return (*smaller, own) if own <= max(wanted) else (*smaller,)


def _file(original: Original, width: int, form: str) -> File:
    height = max(1, round(original.height * width / (original.width or 1)))
    stated = f"{original.digest} {width} {form} {sorted(SAVING[form].items())}"
    if original.large and original.width > width:
        stated += " made smaller as it is read"
    digest = hashlib.sha256(stated.encode()).hexdigest()
    stem = re.sub(r"[^a-z0-9]+", "-", unidecode(original.path.stem).lower()).strip("-") or "image"
    name = f"{stem}-{width}.{digest[:8]}.{ENDINGS[form]}"
    return File(
        url=f"{FOLDER}/{name}",
        key=f"{digest}.{ENDINGS[form]}",
        form=form,
        width=width,
        height=height,
    )

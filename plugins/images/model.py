"""Images as data: what a file holds, what is made of it, and what templates show."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from options import such

LARGE = 4_000_000  # pixels
DECORATIVE = "decorative"


def sorted_tuple(widths: Iterable[int]) -> tuple[int, ...]:
    """Return *widths* from the least to the greatest; at least one is needed."""
    if not (found := tuple(sorted(widths))):
        raise ValueError
    return found


class ImageError(Exception):
    """An image cannot be used; the message says what its author can do."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


class Treatment(StrEnum):
    """How a file is made ready: drawn anew, or as it is."""

    STILL = "still"
    MOVING = "moving"
    DRAWING = "drawing"


_above_none = such(lambda number: 0 < number < math.inf)
Width = Annotated[int, "a number of pixels", _above_none]
Widths = Annotated[tuple[Width, ...], "a list of widths in pixels, as (400, 800)", sorted_tuple]
Megapixels = Annotated[float, "a number above 0", _above_none]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageOptions:
    """The setting IMAGES.

    *widths* in pixels are what is made of a larger image. *most_megapixels* is how large an image
    may be. *sizes* is how wide one stands in a text (HTML, section 4.8.4.2.2).
    """

    widths: Widths = (400, 640, 960, 1280, 1920)
    most_megapixels: Megapixels = 50
    sizes: str = "(min-width: 48rem) 37rem, 92vw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file of the content: *width* and *height* in pixels, as it is seen, upright.

    *digest* is of its bytes. *form* is its format; *opaque* tells that nothing shines through;
    *bare* that it holds no metadata, such as where it was taken.
    """

    path: Path
    digest: str
    kind: Treatment
    form: str
    width: int
    height: int
    opaque: bool = True
    bare: bool = True

    @property
    def large(self) -> bool:
        """Whether it is made smaller while it is read, for it takes much memory."""
        return self.width * self.height > LARGE


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file that is made of an original; *form* is its format, *url* is below the site's.

    Its name in the cache is *key*.
    """

    url: str
    key: str
    form: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The files of one format among which browsers choose; *media* is when."""

    type: str
    files: tuple[File, ...]
    media: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What is made of one original: *shown* is what every browser and feed reader can show."""

    original: Original
    shown: File
    sources: tuple[Source, ...] = ()

    @property
    def files(self) -> tuple[File, ...]:
        """All that is made."""
        return (*(file for source in self.sources for file in source.files), self.shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """The image of an article, `article.image` in templates; *url* is below the site's.

    *width* and *height* are in pixels, *path* is the author's file. *sources* are what browsers
    choose from.
    """

    url: str
    width: int
    height: int
    alt: str
    credit: str
    path: Path
    sources: tuple[Source, ...] = ()

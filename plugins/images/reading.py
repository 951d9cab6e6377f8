"""What an image file holds, from its head: nothing is decoded."""

from __future__ import annotations

import hashlib
import struct
import warnings
from pathlib import Path
from typing import Any

from PIL import ExifTags, UnidentifiedImageError
from PIL import Image as Pillow

from images.drawing import read_drawing
from images.model import LARGE, ImageError, Original, Treatment

# Others are never opened: some of their decoders start programs. MPO, which telephones write,
# is opened as the JPEG that it begins with.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
# What Pillow raises on bytes that are not what they claim to be.
BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error)
# How much of the limit a format may have that is decoded whole, for the memory that it takes.
SHARES = {"PNG": 0.5, "GIF": 0.5, "WEBP": 0.25, "AVIF": 0.25}
# What may tell where, when, by whom and with what an image was made.
METADATA = frozenset("exif xmp photoshop comment XML:com.adobe.xmp parsed_exif".split())
TURNED = frozenset({5, 6, 7, 8})
SEEN_THROUGH = frozenset({"RGBA", "LA", "PA", "RGBa", "La"})
# The brands of ISO base media files that telephones write (ISO/IEC 23008-12).
HEIC = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})
SAVE_AS = "save it as JPEG, or PNG if it is a drawing"


def read_original(path: Path, *, most_megapixels: float) -> Original:
    """Return what *path* holds.

    Raises ImageError where it is no image that can be shown.
    """
    raw = path.read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    if path.suffix.lower() == ".svg" or raw.lstrip()[:5] in (b"<?xml", b"<svg "):
        drawing = read_drawing(raw, path.name)
        return Original(
            path=path,
            digest=digest,
            kind=Treatment.DRAWING,
            form="SVG",
            width=drawing.width,
            height=drawing.height,
            bare=False,
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of size: the limit is ours, and is told below
            with Pillow.open(path, formats=FORMATS) as image:
                return _described(image, path, digest, most_megapixels)
    except Pillow.DecompressionBombError as error:
        raise _too_large(path, "", most_megapixels) from error
    except UnidentifiedImageError as error:
        raise _no_image(path, raw) from error
    except BROKEN as error:
        raise broken(path, error) from error


def broken(path: Path, error: Exception) -> ImageError:
    """Return what to say of a file that is damaged or cut short."""
    return ImageError(f"{path.name} is damaged: {error}; save it again", "image-broken")


def _described(image: Pillow.Image, path: Path, digest: str, most: float) -> Original:
    width, height = image.size
    if not width or not height:
        raise ImageError(f"{path.name} has no pixels; save it again", "image-broken")
    form = "JPEG" if image.format == "MPO" else str(image.format)
    most *= SHARES.get(form, 1)
    if width * height > most * 1e6:
        raise _too_large(path, f", {width} × {height} pixels,", most, form)
    exif = image.getexif()
    if exif.get(ExifTags.Base.Orientation) in TURNED:
        width, height = height, width
    moving = getattr(image, "is_animated", False) and image.format != "MPO"
    return Original(
        path=path,
        digest=digest,
        kind=Treatment.MOVING if moving else Treatment.STILL,
        form=form,
        width=width,
        height=height,
        opaque=not (image.mode in SEEN_THROUGH or "transparency" in image.info),
        bare=not (exif or METADATA & set(image.info) or _texts(image)) and image.format != "MPO",
    )


def _texts(image: Any) -> bool:
    """Tell whether a PNG has text beside its pixels; it may stand behind them.

    A large one would have to be decoded whole, and is taken to have some.
    """
    return image.format == "PNG" and (image.width * image.height > LARGE or bool(image.text))


def _too_large(path: Path, size: str, most: float, form: str = "") -> ImageError:
    limit = f"{most:g} megapixels{f', the most for {form}' if form in SHARES else ''}"
    message = (
        f"{path.name}{size} is larger than {limit}; save it smaller: 2000 pixels are wide enough"
    )
    return ImageError(message, "image-too-large")


def _no_image(path: Path, raw: bytes) -> ImageError:
    if raw[4:8] == b"ftyp" and raw[8:12] in HEIC:
        message = f"{path.name} is HEIC, which browsers do not show; {SAVE_AS}"
        return ImageError(message, "image-format")
    if raw[:4] in (b"II*\0", b"MM\0*") or raw[:2] == b"BM":
        kind = "a bitmap (BMP)" if raw[:2] == b"BM" else "TIFF"
        message = f"{path.name} is {kind}, which browsers do not show; {SAVE_AS}"
        return ImageError(message, "image-format")
    if not raw:
        return ImageError(f"{path.name} is empty; save it again", "image-broken")
    message = f"{path.name} is no image of a kind that browsers show; {SAVE_AS}"
    return ImageError(message, "image-format")

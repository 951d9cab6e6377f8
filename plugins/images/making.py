"""Making files of originals, once: what is in the cache is not made again."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from io import BytesIO
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageCms, ImageOps

from files import replace_bytes
from images.drawing import read_drawing
from images.model import File, ImageError, Kind, Original
from images.planning import SAVING
from images.reading import BROKEN, FORMATS, broken

TELL_AFTER = 3.0  # seconds
DEEP = ("I;16", "I;16B", "I;16L", "I;16N", "I", "F")


def make(wanted: Mapping[Original, Sequence[File]], cache: Path) -> dict[Original, ImageError]:
    """Make all files that *cache* has not, and return which originals could not be read.

    Raises OSError where *cache* cannot be written.
    """
    missing = {
        original: new
        for original, files in wanted.items()
        if (new := [file for file in files if not (cache / file.key).exists()])
    }
    failed: dict[Original, ImageError] = {}
    told = time.monotonic()
    # Pillow lets other threads run while it encodes.
    pool = ThreadPoolExecutor(max_workers=os.cpu_count())
    try:
        made = {pool.submit(_make, *each, cache): each[0] for each in missing.items()}
        for number, done in enumerate(as_completed(made), start=1):
            try:
                done.result()
            except ImageError as error:
                failed[made[done]] = error
            if time.monotonic() - told > TELL_AFTER:
                told = time.monotonic()
                sys.stderr.write(f"Images: {number} of {len(made)}.\n")
    finally:
        pool.shutdown(cancel_futures=True)
    return failed


def _make(original: Original, files: Sequence[File], cache: Path) -> None:
    """Make *files*, each in one step, so that none is ever there in part."""
    if original.kind is Kind.DRAWING:
        text = read_drawing(original.path.read_bytes(), original.path.name).text
        for file in files:
            replace_bytes(cache / file.key, text, lasting=False)
        return
    image = None
    for file in files:
        if original.kind is Kind.MOVING and file.form == original.form:
            replace_bytes(cache / file.key, original.path.read_bytes(), lasting=False)
            continue
        image = image or _upright(original)
        replace_bytes(cache / file.key, _encoded(image, file), lasting=False)


def _upright(original: Original) -> Pillow.Image:
    """Return the pixels of *original* in sRGB, as they are seen.

    Raises ImageError where the file is damaged.
    """
    try:
        with Pillow.open(original.path, formats=FORMATS) as opened:
            opened.load()
            return _in_srgb(ImageOps.exif_transpose(opened), opaque=original.opaque)
    except BROKEN as error:
        raise broken(original.path, error) from error


def _in_srgb(image: Pillow.Image, *, opaque: bool) -> Pillow.Image:
    mode = "RGB" if opaque else "RGBA"
    profile = image.info.get("icc_profile")
    if image.mode in DEEP:
        image = _eight_bits(image)
    if image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        image = image.convert(mode)
    if profile:
        try:
            converted = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGBA" if image.mode == "RGBA" else "RGB",
            )
            image = converted or image  # it returns None where it works in place
        except (ImageCms.PyCMSError, *BROKEN):
            pass  # a profile that cannot be read, or of another kind of colours, says nothing
    return image.convert(mode)


def _eight_bits(image: Pillow.Image) -> Pillow.Image:
    """Return a grey image of 16 bits in 8: converting would only cut off what is bright."""
    return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _encoded(image: Pillow.Image, file: File) -> bytes:
    sized = image
    if image.size != (file.width, file.height):
        size = (file.width, file.height)
        sized = image.resize(size, Pillow.Resampling.LANCZOS, reducing_gap=3)
    if file.form == "JPEG" and sized.mode != "RGB":
        sized = sized.convert("RGB")
    bare = Pillow.new(sized.mode, sized.size)
    bare.paste(sized)
    written = BytesIO()
    bare.save(written, file.form, **SAVING[file.form])
    return written.getvalue()

"""Making files of originals, once: what is in the cache is not made again."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, ImageCms, ImageOps
from PIL import Image as Pillow

from files import replace_bytes
from files.machine import processors
from images.drawing import read_drawing
from images.model import File, ImageError, Original, Treatment
from images.planning import SAVING
from images.reading import BROKEN, FORMATS, TURNED, broken

TELL_AFTER = 3.0  # seconds
STRIP = 1_000_000  # pixels
PLAIN = ("RGB", "RGBA", "CMYK", "L")
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
    # Pillow lets other threads run while it encodes. No more images are open than are encoded,
    # and large ones wait for one another; the sizes of each are made side by side.
    pools = {True: ThreadPoolExecutor(1), False: ThreadPoolExecutor(processors())}
    encoders = ThreadPoolExecutor(processors())
    try:
        made = {
            pools[original.large].submit(_make, original, files, cache, encoders): original
            for original, files in missing.items()
        }
        for number, done in enumerate(as_completed(made), start=1):
            try:
                done.result()
            except ImageError as error:
                failed[made[done]] = error
            if time.monotonic() - told > TELL_AFTER:
                told = time.monotonic()
                sys.stderr.write(f"Images: {number} of {len(made)}.\n")
    finally:
        for pool in (*pools.values(), encoders):
            pool.shutdown(cancel_futures=True)
    return failed


def _make(original: Original, files: Sequence[File], cache: Path, encoders: Executor) -> None:
    """Make *files*, each in one step, so that none is ever there in part."""
    if original.kind is Treatment.DRAWING:
        text = read_drawing(original.path.read_bytes(), original.path.name).text
        for file in files:
            replace_bytes(cache / file.key, text, lasting=False)
        return
    drawn = []
    for file in files:
        if original.kind is Treatment.MOVING and file.form == original.form:
            replace_bytes(cache / file.key, original.path.read_bytes(), lasting=False)
        else:
            drawn.append(file)
    if drawn:
        # What the largest is made of is large enough for the others.
        image = _upright(original, max(drawn, key=lambda file: file.width))
        list(encoders.map(lambda file: _write(image, file, cache), drawn))


def _write(image: Pillow.Image, file: File, cache: Path) -> None:
    replace_bytes(cache / file.key, _encoded(image, file), lasting=False)


def _upright(original: Original, largest: File) -> Pillow.Image:
    """Return the pixels of *original* in sRGB, as they are seen, at least as many as *largest* has.

    Raises ImageError where the file is damaged.
    """
    try:
        with Pillow.open(original.path, formats=FORMATS) as opened:
            turned = opened.getexif().get(ExifTags.Base.Orientation) in TURNED
            needed = (largest.width, largest.height)
            if turned:
                needed = needed[1], needed[0]
            image: Pillow.Image = opened
            if original.large:
                opened.draft(None, needed)
                opened.load()
                image = _reduced(opened, needed)
            image.load()
            ImageOps.exif_transpose(image, in_place=True)
            if original.large:
                image = _sized(image, largest)
            return _in_srgb(image, opaque=original.opaque)
    except BROKEN as error:
        raise broken(original.path, error) from error


def _reduced(image: Pillow.Image, needed: tuple[int, int]) -> Pillow.Image:
    """Return *image* with as few pixels as *needed* allows; it is never there twice."""
    factor = min(have // want for have, want in zip(image.size, needed, strict=True))
    if factor < 2:
        return image
    width, height = image.size
    step = factor * max(1, STRIP // (factor * width))
    small = None
    for top in range(0, height, step):
        strip = _plain(image.crop((0, top, width, min(top + step, height)))).reduce(factor)
        if small is None:
            small = Pillow.new(strip.mode, (strip.width, -(-height // factor)))
            small.info = dict(image.info)
        small.paste(strip, (0, top // factor))
    return small or image


def _plain(image: Pillow.Image) -> Pillow.Image:
    """Return *image* in a mode that can be made smaller."""
    if image.mode in DEEP:
        return _eight_bits(image)
    return image if image.mode in PLAIN else image.convert("RGBA")


def _in_srgb(image: Pillow.Image, *, opaque: bool) -> Pillow.Image:
    mode = "RGB" if opaque else "RGBA"
    profile = image.info.get("icc_profile")
    if image.mode in DEEP:
        image = _eight_bits(image)
    if image.mode not in PLAIN or "transparency" in image.info:
        image = image.convert(mode)
    if profile:
        try:
            seen = "RGBA" if image.mode == "RGBA" else "RGB"
            converted = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode=seen,
                inPlace=image.mode == seen,
            )
            image = converted or image  # it returns None where it works in place
        except (ImageCms.PyCMSError, *BROKEN):
            pass  # a profile that cannot be read, or of another kind of colours, says nothing
    return image if image.mode == mode else image.convert(mode)


def _eight_bits(image: Pillow.Image) -> Pillow.Image:
    """Return a grey image of 16 bits in 8: converting would only cut off what is bright."""
    return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _sized(image: Pillow.Image, file: File) -> Pillow.Image:
    size = (file.width, file.height)
    if image.size == size:
        return image
    return image.resize(size, Pillow.Resampling.LANCZOS, reducing_gap=3)


def _encoded(image: Pillow.Image, file: File) -> bytes:
    sized = _sized(image, file)
    if sized is image:
        sized = image.copy()  # saving notes in an image how it is saved
    if file.form == "JPEG" and sized.mode != "RGB":
        sized = sized.convert("RGB")
    sized.info = {}  # which would be saved as well
    written = BytesIO()
    sized.save(written, file.form, **SAVING[file.form])
    return written.getvalue()

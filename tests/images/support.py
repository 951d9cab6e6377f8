"""Pictures for tests, drawn when they are needed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image

HEADER = "Title: A heron\nDate: 2026-03-12\nCategory: Rivers\n"
SAFE_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    '<rect width="40" height="20"/></svg>'
)


def article(text: str, **fields: str) -> str:
    """Return an article; *fields* are its further metadata."""
    more = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"{HEADER}{more}\n{text}\n"


def picture(kind: str = "PNG", size: tuple[int, int] = (900, 600), **saving: Any) -> bytes:
    """Return the bytes of a picture with more than one colour."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    image.putpixel((0, 0), (200, 30, 30))
    written = BytesIO()
    image.save(written, kind, **saving)
    return written.getvalue()


def photograph() -> bytes:
    """Return a JPEG that lies on its side, 600 by 900 as it is seen, and tells where it is from."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "A Camera That Tells"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (41.0, 42.0, 0.0)
    return picture("JPEG", exif=exif)


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write *files* below *folder*, and return it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder

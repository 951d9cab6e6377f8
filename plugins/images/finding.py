"""From what an author wrote to a file of the content."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from files.enclosed import is_inside
from images.model import ImageError
from problems import did_you_mean

# Pelican's own ways to say that a path is one of the content's.
_PELICAN = re.compile(r"^[{|](?:static|attach|filename)[}|]")
_ELSEWHERE = re.compile(r"^(?:[A-Za-z][A-Za-z0-9+.-]+:|//)")
SUFFIXES = frozenset(".avif .gif .jpeg .jpg .png .svg .webp".split())


def find(reference: str, *, beside: Path, content: Path) -> Path:
    """Return the file that *reference* names: one in the folder *beside*, or in *content*.

    Raises ImageError where there is none, or not there.
    """
    if _ELSEWHERE.match(reference):
        shown = f"{reference[:60]}…" if len(reference) > 60 else reference
        message = (
            f"the image {shown} is not the site’s own: readers would have to ask another;"
            " keep a copy beside the text"
        )
        raise ImageError(message, "image-elsewhere")
    stated = _PELICAN.sub("", reference)
    missing = None
    for name in dict.fromkeys((stated, unquote(stated))):
        for path in _places(name, beside, content):
            inside = os.path.normpath(path)
            if not Path(inside).is_relative_to(content):
                missing = missing or _outside(reference)
                continue
            found, wrong = _exact(Path(inside).relative_to(content), content)
            if found and not _is_published(found, content):
                raise _outside(reference)
            if found and found.is_file():
                return found
            missing = wrong or missing
    raise missing or _missing(stated, beside, content)


def _is_published(path: Path, content: Path) -> bool:
    return is_inside(path, content) and not is_inside(path, content / "citations")


def _places(name: str, beside: Path, content: Path) -> Iterator[Path]:
    if not name.startswith("/"):
        yield beside / name
    yield content / name.lstrip("/")


def _exact(path: Path, content: Path) -> tuple[Path | None, ImageError | None]:
    """Return the file at *path*, or what is wrong with the case of its name.

    On some machines both names would do, and on the server one.
    """
    folder = content
    for part in path.parts:
        wanted = unicodedata.normalize("NFC", part)
        inside = folder.iterdir() if folder.is_dir() else ()
        same = {unicodedata.normalize("NFC", each.name): each.name for each in inside}
        if wanted not in same:
            for name in sorted(same):
                if name.casefold() == wanted.casefold():
                    message = f"“{part}” is called “{name}”; write its name as it is"
                    return None, ImageError(message, "image-case")
            return None, None
        folder /= same[wanted]
    return folder, None


def _outside(reference: str) -> ImageError:
    message = (
        f"the image {reference} lies outside of what is published; keep a copy beside the text"
    )
    return ImageError(message, "image-outside")


def _missing(stated: str, beside: Path, content: Path) -> ImageError:
    known = {
        path.name: path
        for folder in (content / "images", beside)
        if folder.is_dir()
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in SUFFIXES
    }
    hint = did_you_mean(Path(stated).name, known)
    message = f"there is no image {stated}{hint or '; put it beside the text, or into images/'}"
    return ImageError(message, "image-missing")

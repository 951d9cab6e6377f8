"""Fonts that this machine has, and which of them has a text's letters."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont, features

# Where systems keep fonts; ~ is who builds.
FOLDERS = (
    "~/.local/share/fonts",
    "~/.fonts",
    "~/Library/Fonts",
    "/usr/local/share/fonts",
    "/usr/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "C:/Windows/Fonts",
)
Kind = Literal["serif", "sans", "bold"]
# As the theme's stacks, by the names of files: Debian, Fedora, macOS, Windows.
STACKS: Mapping[Kind, tuple[str, ...]] = {
    "serif": (
        *("Iowan Old Style.ttc", "pala.ttf", "Palatino.ttc", "P052-Roman.otf"),
        *("NotoSerif-Regular.ttf", "NotoSerif[wght].ttf", "PTF55F.ttf"),
        *("NotoSerifGeorgian-Regular.ttf", "NotoSerifGeorgian[wght].ttf"),
        *("NotoSerifArmenian-Regular.ttf", "NotoSerifArmenian[wght].ttf", "NotoSerifArmenian.ttc"),
        *("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic[wght].ttf"),
        *("sylfaen.ttf", "GeezaPro.ttc", "DejaVuSerif.ttf", "tahoma.ttf", "DejaVuSans.ttf"),
        "Arial Unicode.ttf",
    ),
    "sans": (
        *("segoeui.ttf", "Roboto-Regular.ttf", "NotoSans-Regular.ttf", "NotoSans[wght].ttf"),
        *("NotoSansGeorgian-Regular.ttf", "NotoSansGeorgian[wght].ttf"),
        *("NotoSansArmenian-Regular.ttf", "NotoSansArmenian[wght].ttf", "NotoSansArmenian.ttc"),
        *("NotoSansArabic-Regular.ttf", "NotoSansArabic[wght].ttf"),
        *("Helvetica.ttc", "GeezaPro.ttc", "tahoma.ttf", "DejaVuSans.ttf", "Arial Unicode.ttf"),
    ),
    "bold": (
        *("segoeuib.ttf", "Roboto-Bold.ttf", "NotoSans-Bold.ttf"),
        *("NotoSansGeorgian-Bold.ttf", "NotoSansArmenian-Bold.ttf", "NotoSansArabic-Bold.ttf"),
        *("tahomabd.ttf", "DejaVuSans-Bold.ttf"),
    ),
}
# No character: what a font shows for it, it shows for all that it lacks.
NO_CHARACTER = "\U0010ffff"
PROBE = 40


def has_shaper() -> bool:
    """Tell whether text from right to left can be set; Pillow needs FriBiDi for it."""
    return bool(features.check("raqm"))


@dataclass(slots=True)
class Face:
    """A font file."""

    path: Path
    _has: dict[str, bool] = field(default_factory=dict)
    _missing: bytes | None = None

    @property
    def identity(self) -> tuple[str, int]:
        """What tells it from another version of itself: its name, and its size in bytes."""
        return self.path.name, self.path.stat().st_size

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        return font_at(self.path, size)

    def has(self, character: str) -> bool:
        """Tell whether it can show *character*."""
        if character not in self._has:
            if self._missing is None:
                self._missing = self._shape(NO_CHARACTER)
            self._has[character] = character.isspace() or self._shape(character) != self._missing
        return self._has[character]

    def has_all(self, text: str) -> bool:
        """Tell whether it can show each character of *text*."""
        return all(map(self.has, set(text)))

    def _shape(self, character: str) -> bytes:
        mask = self.at(PROBE).getmask(character)
        return repr(mask.size).encode() + bytes(mask)


# Opening a font takes longer than setting a word in it.
@cache
def font_at(path: Path, size: int) -> ImageFont.FreeTypeFont:
    """Return the font in *path* at *size* pixels."""
    return ImageFont.truetype(str(path), size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Faces in the order in which they are preferred."""

    faces: tuple[Face, ...]
    _face: dict[str, Face | None] = field(default_factory=dict, compare=False, repr=False)

    def cast(self, text: str) -> Stack:
        """Return the faces for *text*: first the one that has most of its letters."""
        letters = [each for each in text if each.isalpha()]
        for face in self.faces:
            if 2 * sum(map(face.has, letters)) > len(letters):
                return Stack(faces=(face, *(each for each in self.faces if each is not face)))
        return self

    def face(self, character: str) -> Face | None:
        """Return the first face that has *character*."""
        if character not in self._face:
            having = (face for face in self.faces if face.has(character))
            self._face[character] = next(having, None)
        return self._face[character]

    def parts(self, text: str) -> list[tuple[Face, str]]:
        """Return *text* in parts, each with the face that it is set in.

        Signs between words stay in the face of the word, where it has them.
        """
        if self.faces and self.faces[0].has_all(text):
            return [(self.faces[0], text)] if text else []
        found: list[tuple[Face, str]] = []
        for character in text:
            face = self.face(character)
            if found and _joins(found[-1][0], face, character):
                found[-1] = (found[-1][0], found[-1][1] + character)
            elif face:
                found.append((face, character))
        return found

    def lacks(self, text: str) -> str:
        """Return the letters and digits of *text* that no face has."""
        lacking = sorted(each for each in set(text) if self.face(each) is None)
        return "".join(each for each in lacking if unicodedata.category(each)[0] in "LN")

    def shown(self, text: str) -> str:
        """Return *text* without what no face has, and without controls."""
        for each in set(text):
            if self.face(each) is None or _control(each):
                text = text.replace(each, "")
        return " ".join(text.split())


def _joins(last: Face, face: Face | None, character: str) -> bool:
    return face is last or face is None or (not character.isalpha() and last.has(character))


def _control(character: str) -> bool:
    """Tell whether it would only change how others are set; joiners belong to words."""
    return unicodedata.category(character) in ("Cc", "Cf") and character not in "\u200c\u200d"


def stacks(preferred: Mapping[Kind, Sequence[str]]) -> dict[str, Stack]:
    """Return the stacks `serif`, `sans` and `bold`: what is *preferred*, then the theme's.

    Names are paths, or names of files in the usual folders; those that are nowhere are left out.
    """
    installed = _installed()
    found: dict[str, Stack] = {}
    for kind, names in STACKS.items():
        wanted = [*preferred.get(kind, ()), *names]
        paths = (Path(name) if Path(name).is_file() else installed.get(name) for name in wanted)
        unique = dict.fromkeys(path for path in paths if path)
        found[kind] = Stack(faces=tuple(Face(path) for path in unique))
    # Better a thin name than none.
    found["bold"] = Stack(faces=found["bold"].faces + found["sans"].faces)
    return found


def _installed() -> dict[str, Path]:
    """Return the font files in the usual folders, by name."""
    found: dict[str, Path] = {}
    for folder in FOLDERS:
        for place, _, names in os.walk(Path(folder).expanduser()):
            for name in names:
                found.setdefault(name, Path(place, name))
    return found

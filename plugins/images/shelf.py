"""The images of one build: each file is read once, and known by where it is shown."""

from __future__ import annotations

from pathlib import Path

from images.finding import find
from images.model import File, ImageError, ImageOptions, Original, Picture
from images.planning import cleaned, plan
from images.reading import read_original
from incremental import ask
from problems import Location


class ImageShelf:
    """Finds images and plans what is made of them; *content* is the folder they lie in."""

    def __init__(self, content: Path, options: ImageOptions) -> None:
        self.content = content
        self.options = options
        self.places: dict[Path, dict[Location, None]] = {}
        self._read: dict[Path, Original | ImageError] = {}

    def picture(self, reference: str, location: Location) -> Picture:
        """Return the picture that the text at *location* shows.

        Raises ImageError where it cannot be shown.
        """
        ask("picture", (reference, str(location.path.parent)))
        path = find(reference, beside=location.path.parent, content=self.content)
        original = self.original(path)
        if not original.width:
            message = f"{path.name} does not say how large it is; give its svg a viewBox"
            raise ImageError(message, "image-size")
        self.places.setdefault(path, {})[location] = None
        return plan(original, self.options)

    def shown_in(self, text: Path) -> tuple[tuple[Path, Location], ...]:
        """Return the files that *text* shows, and where."""
        return tuple(
            (path, place)
            for path, places in self.places.items()
            for place in places
            if place.path == text
        )

    def state(self, key: tuple[str, str]) -> object:
        """Return what the picture is now that a text in a folder calls by a reference."""
        reference, folder = key
        try:
            path = find(reference, beside=Path(folder), content=self.content)
            return str(path), self.original(path).digest
        except ImageError as error:
            return str(error)

    def original(self, path: Path) -> Original:
        """Return what *path* holds; raises ImageError where it is no image."""
        if path not in self._read:
            try:
                most = self.options.most_megapixels
                self._read[path] = read_original(path, most_megapixels=most)
            except ImageError as error:
                self._read[path] = error
        found = self._read[path]
        if isinstance(found, ImageError):
            raise found
        return found

    def files(self) -> dict[Original, tuple[File, ...]]:
        """Return what is to be made of everything that is shown."""
        originals = [self.original(path) for path in self.places]
        return {each: plan(each, self.options).files for each in originals}

    def cleaned(self, path: Path) -> tuple[Original, File] | None:
        """Return what to publish instead of *path*, or None where it may go out as it is."""
        original = self.original(path)
        return None if original.bare else (original, cleaned(original))

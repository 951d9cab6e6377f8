"""Images in a Pelican site."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Article, Content, Page, Static
from pelican.generators import StaticGenerator

import contract.plugin
from contract.piece import stated
from contract.publication import need, publication_of
from contract.text import Text, text_of, texts_in
from images.finding import SUFFIXES
from images.making import make
from images.markdown_ext import ImagesExtension
from images.model import DECORATIVE, File, Image, ImageError, ImageOptions, Original
from images.shelf import ImageShelf
from incremental import answer, of_its_text
from options import read_options
from problems import Location, Problem, failing, tell

FIELDS = ("image", "image_alt", "image_credit")


def set_up(pelican: Pelican) -> None:
    """Let Markdown find the images of the content."""
    settings = pelican.settings
    options, wrong = read_options(ImageOptions, settings.get("IMAGES", {}), setting="IMAGES")
    for problem in wrong:
        tell(problem)
    shelf = ImageShelf(Path(settings["PATH"]), options)
    publication = publication_of(settings)
    publication.keep(shelf)
    answer("picture", shelf.state)
    if need(publication, "images", "quotations"):
        extension = ImagesExtension(shelf, settings["SITEURL"])
        markdown = settings["MARKDOWN"]
        settings["MARKDOWN"] = {**markdown, "extensions": [*markdown["extensions"], extension]}


@of_its_text
def find_image(content: Content) -> None:
    """Give an article or a page its image, or None; and say which pictures it shows."""
    if not isinstance(content, Article | Page):
        return
    text = text_of(content)
    _find_head(content, text)
    text.pictures = publication_of(content.settings).own(ImageShelf).shown_in(text.path)


def _find_head(content: Content, text: Text) -> None:
    reference, alt, credit = (stated(content, name).strip() for name in FIELDS)
    if reference or alt or credit:
        for error in _missing(reference, alt, credit):
            _tell(error, text)
        if reference:
            text.image = _image(
                publication_of(content.settings).own(ImageShelf), reference, alt, credit, text
            )


def _missing(reference: str, alt: str, credit: str) -> Iterator[ImageError]:
    """Yield what is missing beside an image, or without one."""
    if not reference:
        message = "there is no “Image:” beside its text and credit; add one"
        yield ImageError(message, "image-missing")
        return
    if not alt:
        hint = f"add “Image_alt: …”, or “Image_alt: {DECORATIVE}” where it says nothing"
        yield ImageError(f"the image {reference} has no alternative text; {hint}", "image-alt")
    if not credit:
        hint = "say whose it is: “Image_credit: …”"
        yield ImageError(f"the image {reference} has no credit; {hint}", "image-credit")


def _image(shelf: ImageShelf, reference: str, alt: str, credit: str, text: Text) -> Image | None:
    try:
        picture = shelf.picture(reference, text.place(*FIELDS))
    except ImageError as error:
        _tell(error, text)
        return None
    return Image(
        url=picture.shown.url,
        width=picture.shown.width,
        height=picture.shown.height,
        alt="" if alt.lower() == DECORATIVE else alt,
        credit=credit,
        path=picture.original.path,
        sources=picture.sources,
    )


def _tell(error: ImageError, text: Text) -> None:
    """Tell what is wrong with the image of a text; a draft may be unfinished."""
    text.tell(str(error), error.code, *FIELDS, severity=text.severity)


def _problem(error: ImageError, location: Location) -> Problem:
    return Problem(message=str(error), code=error.code, location=location)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """What is made when all is read: *whole* files, for what of the content; *texts* by path."""

    whole: list[tuple[Static, Original, File]]
    texts: Mapping[Path, Text]


def plan_files(generator: StaticGenerator) -> None:
    """Let no file go out that says where and by whom it was made.

    What texts show goes out in the sizes that they show, unless something links to the file.
    """
    publication = publication_of(generator.settings)
    shelf = publication.own(ImageShelf)
    for text in texts_in(generator.context["generated_content"].values()):
        for path, place in text.pictures:
            shelf.places.setdefault(path, {})[place] = None
    linked = generator.context["static_links"]
    whole: list[tuple[Static, Original, File]] = []
    for static in list(generator.staticfiles):
        path = Path(static.source_path)
        if path.suffix.lower() == ".svgz":
            message = f"{path.name} is compressed, and cannot be read; save it as plain SVG"
            tell(_problem(ImageError(message, "image-format"), Location(path=path)))
        if path.suffix.lower() not in SUFFIXES or not path.exists():
            continue
        name = static.get_relative_source_path()
        if path in shelf.places and name not in linked:
            generator.staticfiles.remove(static)
            del generator.context["static_content"][name]
            continue
        try:
            if clean := shelf.cleaned(path):
                whole.append((static, *clean))
        except ImageError as error:
            tell(_problem(error, Location(path=path)))
    texts = texts_in(generator.context["generated_content"].values())
    publication.keep(Plans(whole=whole, texts={text.path: text for text in texts}))


def _made(wanted: Mapping[Original, Sequence[File]], cache: Path) -> Mapping[Original, ImageError]:
    """Make *wanted*, and return what could not be read; say where nothing can be written."""
    try:
        return make(wanted, cache)
    except OSError as error:
        message = f"images cannot be made ({error}); empty this folder, or mend its permissions"
        tell(Problem(message=message, code="cache", location=Location(path=cache)))
        return {}


def make_images(pelican: Pelican) -> None:
    """Make what is not in the cache; what is damaged shows here, before anything is written.

    Where a text has an error, its author hears of that, and need not wait for pictures.
    """
    if failing():
        return
    publication = publication_of(pelican.settings)
    shelf, plans = publication.own(ImageShelf), publication.own(Plans)
    cache = _cache(pelican.settings)
    for original, error in _made(shelf.files(), cache).items():
        for location in shelf.places[original.path]:
            text = plans.texts.get(location.path)
            problem = _problem(error, location)
            if text:
                text.tell_all([replace(problem, severity=text.severity)])
            else:
                tell(problem)
    for original, error in _made({each: (file,) for _, each, file in plans.whole}, cache).items():
        tell(_problem(error, Location(path=original.path)))
    for static, _, file in plans.whole:
        if (cache / file.key).exists():
            static.override_save_as, static.override_url = static.save_as, static.url
            static.source_path = str(cache / file.key)


def write_images(pelican: Pelican) -> None:
    """Write the images beside the pages."""
    cache, output = _cache(pelican.settings), Path(pelican.output_path)
    publication = publication_of(pelican.settings)
    for files in publication.own(ImageShelf).files().values():
        for file in files:
            target = output / file.url
            target.parent.mkdir(parents=True, exist_ok=True)
            if (cache / file.key).exists():
                shutil.copyfile(cache / file.key, target)
            else:  # it is damaged, or nothing was made: why was told
                publication.left_out.add(file.url)


def _cache(settings: Mapping[str, Any]) -> Path:
    return Path(settings["CACHE_PATH"]).absolute() / "images"


def register() -> None:
    """Connect the handlers."""
    contract.plugin.register()
    signals.initialized.connect(set_up)
    signals.content_object_init.connect(find_image)
    signals.static_generator_finalized.connect(plan_files)
    signals.get_writer.connect(make_images)  # all is read, and nothing written
    signals.finalized.connect(write_images)

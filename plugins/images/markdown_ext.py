"""Images in a text: ``![what is seen](gauge.jpg "a caption")``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from images.markup import figure_of, picture_of
from images.model import DECORATIVE, ImageError
from images.shelf import ImageShelf
from problems import Location, Problem, Severity
from quotations.document import Document
from quotations.markdown_ext import document_of

# Where a text is code, Python-Markdown sets it aside with its signs escaped.
RAW_IMAGE = re.compile(r"<img\b[^>]*", re.IGNORECASE)
# Shown as a link: a picture would ask another server on behalf of every reader.
REMOTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
NO_ALT = (
    f"the image {{}} has no alternative text; write what is seen, as ![A river gauge]({{}}),"
    f" or “{DECORATIVE}” where it says nothing"
)


class ImagesTreeprocessor(Treeprocessor):
    """Puts pictures in the place of images."""

    def __init__(self, md: Markdown, shelf: ImageShelf, siteurl: str) -> None:
        super().__init__(md)
        self.shelf = shelf
        self.siteurl = siteurl

    def run(self, root: Element) -> None:
        """Find every image, and set those that stand by themselves as figures."""
        document = document_of(self.md)
        pictures = next(root.iter("img"), None) is not None
        for parent in list(root.iter()) if pictures else ():
            for place, child in reversed(list(enumerate(parent))):
                if child.tag == "p" and (alone := list(_alone(child))):
                    parent[place : place + 1] = [self._figure(each, document) for each in alone]
                    child.clear()  # its turn comes still, and it holds nothing now
            self._among_words(parent, document)
        for raw in self.md.htmlStash.rawHtmlBlocks:
            for match in RAW_IMAGE.finditer(str(raw)):
                message = "an image as HTML is not checked; write it as ![what is seen](file)"
                line = document.lines.occurrence(match[0].partition("\n")[0])
                _note(document, line, message, "image-html", Severity.WARNING)

    def _among_words(self, parent: Element, document: Document) -> None:
        for place, child in enumerate(parent):
            if child.tag == "img" and "loading" not in child.attrib:
                caption = child.get("title", "")
                shown, line = self._shown(child, document, linked=parent.tag == "a")
                if caption:
                    message = (
                        f"the caption “{caption}” has no place among words;"
                        " give the image a paragraph of its own"
                    )
                    _note(document, line, message, "image-caption", Severity.WARNING)
                shown.tail = child.tail
                parent[place] = shown

    def _figure(self, alone: Element, document: Document) -> Element:
        """Return the figure of an image, or of a link that holds one."""
        image = alone if alone.tag == "img" else alone[0]
        caption = image.get("title", "")
        shown, _ = self._shown(image, document, linked=alone is not image)
        shown.tail = None
        if alone is not image:
            alone[0], alone.tail = shown, None
            shown = alone
        if not list(shown.iter("img")):
            paragraph = Element("p")
            paragraph.append(shown)
            return paragraph
        return figure_of(shown, caption)

    def _shown(
        self, image: Element, document: Document, *, linked: bool
    ) -> tuple[Element, int | None]:
        reference, alt = image.get("src", ""), image.get("alt", "").strip()
        line = _line(reference, document)
        location = Location(path=document.setting.path, line=line)
        try:
            picture = self.shelf.picture(reference, location)
        except ImageError as error:
            if REMOTE.match(reference):
                _note(document, line, str(error), error.code, Severity.WARNING)
                link = Element("span") if linked else Element("a", href=reference)
                link.text = AtomicString(alt or reference)
                return link, line
            _note(document, line, str(error), error.code)
            # The words stand in a draft; and nobody is asked for a picture.
            return Element("img", alt=alt, loading="lazy"), line
        if not alt:
            _note(document, line, NO_ALT.format(reference, reference), "image-alt")
        said = "" if alt.lower() == DECORATIVE else alt
        sizes = self.shelf.options.sizes
        shown = picture_of(picture, alt=said, siteurl=self.siteurl, sizes=sizes)
        _keep_attributes(image, shown)
        return shown, line


def _alone(paragraph: Element) -> Iterator[Element]:
    """Yield the images of a paragraph that holds nothing else."""
    texts = [paragraph.text, *(child.tail for child in paragraph)]
    if any(text and text.strip() for text in texts):
        return
    for child in paragraph:
        linked = child.tag == "a" and len(child) == 1 and not (child.text or "").strip()
        inner = child[0] if linked else child
        if inner.tag == "br":
            continue
        if inner.tag != "img" or (linked and (inner.tail or "").strip()):
            return
    yield from (child for child in paragraph if child.tag != "br")


def _keep_attributes(image: Element, shown: Element) -> None:
    """Keep what an author added with ``{: #id .class }``."""
    target = shown if shown.tag == "img" else shown[-1]
    for name, value in image.items():
        if name not in {"src", "alt", "title"}:
            target.attrib.setdefault(name, value)


def _line(reference: str, document: Document) -> int | None:
    for written in (f"]({reference}", f"](<{reference}", reference):
        if (line := document.lines.occurrence(written)) is not None:
            return line
    return None


def _note(
    document: Document,
    line: int | None,
    message: str,
    code: str,
    severity: Severity = Severity.ERROR,
) -> None:
    problem = Problem(
        message=message, code=code, location=document.location(line), severity=severity
    )
    document.problems.append(problem)


class ImagesExtension(Extension):
    """Images of the content, in the sizes and formats that screens ask for."""

    def __init__(self, shelf: ImageShelf, siteurl: str = "") -> None:
        super().__init__()
        self.shelf = shelf
        self.siteurl = siteurl

    def extendMarkdown(self, md: Markdown) -> None:
        """Register one treeprocessor, at -20: below quotations, which read the words alone."""
        processor = ImagesTreeprocessor(md, self.shelf, self.siteurl)
        md.treeprocessors.register(processor, "images", -20)

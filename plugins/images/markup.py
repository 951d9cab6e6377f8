"""Pictures as elements."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from images.model import Picture


def picture_element(picture: Picture, *, alt: str, siteurl: str, sizes: str) -> Element:
    """Return the img, inside a picture where there is more than one file to choose from."""
    image = Element("img", src=f"{siteurl}/{picture.shown.url}", alt=alt)
    image.set("width", str(picture.shown.width))
    image.set("height", str(picture.shown.height))
    image.set("loading", "lazy")
    image.set("decoding", "async")
    if not picture.sources:
        return image
    outer = Element("picture")
    for source in picture.sources:
        files = ", ".join(f"{siteurl}/{file.url} {file.width}w" for file in source.files)
        SubElement(outer, "source", {"type": source.type, "srcset": files, "sizes": sizes})
        if source.media:
            outer[-1].set("media", source.media)
    outer.append(image)
    return outer


def figure_element(shown: Element, caption: str) -> Element:
    """Return the figure of a picture that stands by itself."""
    figure = Element("figure", {"class": "picture"})
    figure.append(shown)
    if caption:
        SubElement(figure, "figcaption").text = caption
    return figure

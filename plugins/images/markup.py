"""Pictures as elements."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from images.model import File, Picture


def picture_of(picture: Picture, *, alt: str, siteurl: str, sizes: str) -> Element:
    """Return the img, inside a picture where there is more than one file to choose from."""
    shown = picture.shown
    image = Element("img", {"src": f"{siteurl}/{shown.url}", "alt": alt})
    image.attrib |= {"width": str(shown.width), "height": str(shown.height)}
    image.attrib |= {"loading": "lazy", "decoding": "async"}
    if not picture.sources:
        return image
    outer = Element("picture")
    for source in picture.sources:
        files = ", ".join(_candidate(file, siteurl) for file in source.files)
        stated = {"type": source.type, "srcset": files, "sizes": sizes, "media": source.media}
        SubElement(outer, "source", {name: value for name, value in stated.items() if value})
    outer.append(image)
    return outer


def _candidate(file: File, siteurl: str) -> str:
    return f"{siteurl}/{file.url} {file.width}w"


def figure_of(shown: Element, caption: str) -> Element:
    """Return the figure of a picture that stands by itself."""
    figure = Element("figure", {"class": "picture"})
    figure.append(shown)
    if any(int(each.get("height", 0)) > int(each.get("width", 0)) for each in shown.iter("img")):
        figure.set("data-shape", "tall")
    if caption:
        SubElement(figure, "figcaption").text = caption
    return figure

"""SVG: what in it would run or be fetched, how large it is, and how it is published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from images.model import ImageError

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
# What runs, or brings a page along (SVG 2, sections 5.9, 12.3 and 15).
LIVE = frozenset("script foreignObject handler iframe audio video".split())
# Editors keep who drew it here, and on which machine.
ABOUT = f"{{{SVG}}}metadata"
ELSEWHERE = re.compile(r"url\(\s*['\"]?\s*(?!['\"]?\s*(?:#|data:image/))|@import", re.IGNORECASE)
RUNS = re.compile(r"^\s*(?:javascript|vbscript|data:text)\b", re.IGNORECASE)
LONGEST_SIDE = 100_000
LENGTH = re.compile(r"^\s*(?P<number>[0-9]*\.?[0-9]+)\s*(?:px)?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """An SVG without what is not seen.

    *width* and *height* are in pixels of CSS, and 0 where it does not say.
    """

    text: bytes
    width: int
    height: int


def read_drawing(raw: bytes, name: str) -> Drawing:
    """Return the drawing in *raw*.

    Raises ImageError where it is none, or would run or fetch something.
    """
    root = _parsed(raw, name)
    for element in list(root.iter()):
        _refuse_live(element, name)
    _strip(root)
    width, height = _size(root)
    etree.cleanup_namespaces(root)
    return Drawing(text=etree.tostring(root), width=width, height=height)


def _parsed(raw: bytes, name: str) -> Any:
    if b"<!ENTITY" in raw:
        raise ImageError(f"{name} defines entities; save it as plain SVG", "image-live")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ImageError(
            f"{name} is damaged: {error.args[0]}; save it again", "image-broken"
        ) from error
    if root.tag != f"{{{SVG}}}svg":
        message = f'{name} does not begin with <svg xmlns="{SVG}">; save it as plain SVG'
        raise ImageError(message, "image-format")
    return root


def _refuse_live(element: Any, name: str) -> None:
    if not isinstance(element.tag, str):
        return
    tag = etree.QName(element).localname
    live = tag if tag in LIVE else ""
    if tag == "style" and ELSEWHERE.search("".join(element.itertext())):
        live = tag
    for attribute, value in element.attrib.items():
        if _is_live(tag, etree.QName(attribute).localname, value.strip()):
            live = f"{etree.QName(attribute).localname}={value.strip()[:40]}"
    if live:
        message = f"{name} would run or fetch something ({live}); save it as plain SVG"
        raise ImageError(message, "image-live")


def _is_live(tag: str, attribute: str, value: str) -> bool:
    if attribute == "href" and tag != "a" and not value.startswith(("#", "data:image/")):
        return True
    return bool(attribute.startswith("on") or RUNS.search(value) or ELSEWHERE.search(value))


def _strip(root: Any) -> None:
    """Take out comments, notes of the editor's, and what is of no vocabulary that is shown."""
    for element in list(root.iter()):
        foreign = not isinstance(element.tag, str) or etree.QName(element).namespace != SVG
        if (foreign or element.tag == ABOUT) and element.getparent() is not None:
            _remove(element)
            continue
        for attribute in list(element.attrib):
            if etree.QName(attribute).namespace not in (None, XLINK, XML):
                del element.attrib[attribute]


def _remove(element: Any) -> None:
    before, parent = element.getprevious(), element.getparent()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _size(root: Any) -> tuple[int, int]:
    stated = [LENGTH.match(root.get(side, "")) for side in ("width", "height")]
    numbers = [float(each["number"]) for each in stated if each]
    if len(numbers) < 2:
        box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
        try:
            numbers = [float(each) for each in box[2:4]]
        except ValueError:
            numbers = []
    if len(numbers) < 2 or not all(0.5 <= number < LONGEST_SIDE for number in numbers):
        return 0, 0
    return round(numbers[0]), round(numbers[1])

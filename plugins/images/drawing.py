"""SVG: what in it would run or be fetched, how large it is, and how it is published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from images.allowed import DRAWN, ELEMENTS, HREFS, OTHER, TEXT, leading_out, leads_well
from images.model import ImageError

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
# Of whatever vocabulary: an author should know that it is there.
LIVE = frozenset("script foreignobject handler listener iframe embed object audio video".split())
PREFIXES = {None: "", XLINK: "xlink:", XML: "xml:"}
ADVICE = {
    "foreignObject": "turn off formatted text where it was drawn, and save it again",
    "style": "take fonts and pictures into the file, and save it as plain SVG",
}
# Editors keep who drew it here, and on which machine.
ABOUT = f"{{{SVG}}}metadata"
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
    _strip(root)
    for element in root.iter():
        _refuse_live(element, name)
    width, height = _size(root)
    etree.cleanup_namespaces(root)
    return Drawing(text=etree.tostring(root), width=width, height=height)


def _parsed(raw: bytes, name: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ImageError(
            f"{name} is damaged: {error.args[0]}; save it again", "image-broken"
        ) from error
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(declared.iterentities()):
        raise ImageError(f"{name} defines entities; save it as plain SVG", "image-live")
    if root.tag != f"{{{SVG}}}svg":
        message = f'{name} does not begin with <svg xmlns="{SVG}">; save it as plain SVG'
        raise ImageError(message, "image-format")
    return root


def _refuse_live(element: Any, name: str) -> None:
    """Raise ImageError where *element* is not known only to draw."""
    tag = etree.QName(element).localname
    live = tag if tag not in ELEMENTS else ""
    if tag == "style" and (found := leading_out("".join(element.itertext()))):
        live = f"{tag}: {found}"
    for qualified, value in element.attrib.items():
        attribute = _attribute(qualified)
        if not _is_known(tag, attribute, value.strip()):
            live = f"{attribute}={value.strip()[:40]}"
    if live:
        advice = ADVICE.get(tag, "save it as plain SVG")
        message = f"{name} would run or fetch something ({live}); {advice}"
        raise ImageError(message, "image-live")


def _attribute(qualified: str) -> str:
    """Return the name of an attribute as the lists have it; an empty text for another's."""
    name = etree.QName(qualified)
    prefix = PREFIXES.get(name.namespace)
    return "" if prefix is None else f"{prefix}{name.localname}"


def _is_known(tag: str, attribute: str, value: str) -> bool:
    if attribute in HREFS:
        return leads_well(tag, value)
    if attribute == "attributeName":
        return value in DRAWN
    if attribute in TEXT or attribute.startswith("aria-"):
        return True
    return attribute in DRAWN | OTHER and not leading_out(value)


def _strip(root: Any) -> None:
    """Take out comments, notes of the editor's, and what is of no vocabulary that is shown."""
    for element in list(root.iter()):
        foreign = not isinstance(element.tag, str) or etree.QName(element).namespace != SVG
        live = isinstance(element.tag, str) and etree.QName(element).localname.lower() in LIVE
        if (foreign or element.tag == ABOUT) and not live and element.getparent() is not None:
            _remove(element)
            continue
        for qualified in list(element.attrib):
            attribute = _attribute(qualified)
            runs = attribute.lower().startswith("on")
            known = attribute in DRAWN | OTHER | TEXT | HREFS or attribute.startswith("aria-")
            if not (known or runs):
                del element.attrib[qualified]


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

"""What Atom and RSS share: their namespaces, and how an element is written."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
XHTML = "http://www.w3.org/1999/xhtml"
# Ours: what is for people who open a feed in a browser, and for no reader.
PAGE = "urn:x-verbatim:page"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """Add the element *name*, ``{namespace}local``, to *parent*.

    Attributes without a value are left out.
    """
    element = etree.SubElement(parent, name)
    element.text = text or None
    for attribute, value in attributes.items():
        if value:
            element.set(attribute, value)
    return element


def document(root: Element, *, stylesheet: str) -> bytes:
    """Return the XML document of *root*, which names its stylesheet.

    In the form of “Associating Style Sheets with XML documents 1.0”.
    """
    if stylesheet:
        said = f'type="text/css" href="{stylesheet}"'
        root.addprevious(etree.ProcessingInstruction("xml-stylesheet", said))
    etree.indent(root)
    return etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=True) + b"\n"

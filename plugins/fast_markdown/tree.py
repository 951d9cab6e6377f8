"""Tree processors: elements without their signs are left alone."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.treeprocessors import PrettifyTreeprocessor, UnescapeTreeprocessor
from markdown.util import STX

ESCAPED = UnescapeTreeprocessor.RE
ATTRIBUTES = (
    AttrListTreeprocessor.BLOCK_RE,
    AttrListTreeprocessor.HEADER_RE,
    AttrListTreeprocessor.INLINE_RE,
)


class _Levels(dict[object, bool]):
    """Whether elements of a name are blocks, found out once."""

    def __init__(self, md: Markdown) -> None:
        super().__init__()
        self.md = md

    def __missing__(self, tag: object) -> bool:
        self[tag] = self.md.is_block_level(tag)
        return self[tag]


class FastPrettify(PrettifyTreeprocessor):
    """Asks once for each name of an element, not for each element, whether it is a block."""

    _levels: _Levels | None = None

    def run(self, root: Element) -> None:
        self._levels = _Levels(self.md)
        super().run(root)

    def _prettifyETree(self, elem: Element) -> None:
        levels = self._levels if self._levels is not None else _Levels(self.md)
        if levels[elem.tag] and elem.tag != "code" and elem.tag != "pre":
            text = elem.text
            if (not text or not text.strip()) and len(elem) and levels[elem[0].tag]:
                elem.text = "\n"
            for child in elem:
                if levels[child.tag]:
                    self._prettifyETree(child)
        tail = elem.tail
        if not tail or not tail.strip():
            elem.tail = "\n"


class FastUnescape(UnescapeTreeprocessor):
    """Replaces codes only in strings that hold their first sign.

    Where nothing is replaced, Python-Markdown still makes a plain string of any other.
    """

    def run(self, root: Element) -> None:
        if self.RE is not ESCAPED:
            super().run(root)
            return
        for elem in root.iter():
            text, tail = elem.text, elem.tail
            if text and (STX in text or type(text) is not str) and elem.tag != "code":
                elem.text = self.unescape(text)
            if tail and (STX in tail or type(tail) is not str):
                elem.tail = self.unescape(tail)
            for name, value in elem.items() if elem.attrib else ():
                # Some attributes have no value; the stubs do not know it.
                if value is not None and (STX in value or type(value) is not str):  # type: ignore[redundant-expr]
                    elem.set(name, self.unescape(value))


class FastAttrList(AttrListTreeprocessor):
    """Looks for lists only where there is a brace: each of its expressions needs one."""

    def run(self, doc: Element) -> None:
        stock = (self.BLOCK_RE, self.HEADER_RE, self.INLINE_RE) == ATTRIBUTES
        if not stock or "{" in "".join(doc.itertext()):
            super().run(doc)


class FastToc(TocTreeprocessor):
    """Looks for the element that is the marker only if the marker is in the text at all."""

    def replace_marker(self, root: Element, elem: Element) -> None:
        if self.marker in "".join(root.itertext()):
            super().replace_marker(root, elem)

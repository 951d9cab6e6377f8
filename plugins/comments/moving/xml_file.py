"""Files of XML, read piece by piece: exports of an old site may be large, cut off, or hostile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree

from comments.moving.model import Contents, MovingError, Progress, Remark, moment

# Characters that XML does not allow (XML 1.0, section 2.2), and that old comments hold.
_FORBIDDEN = bytes(sorted({*range(32)} - set(b"\t\n\r")))


_Walk = Iterable[tuple[str, etree._Element]]


class _Stream:
    """The bytes of a file, without control characters."""

    def __init__(self, file: BinaryIO, size: int, progress: Progress) -> None:
        self.file, self.size, self.progress = file, size, progress
        self.removed = 0

    def read(self, size: int = -1) -> bytes:
        raw = self.file.read(size)
        good = raw.translate(None, _FORBIDDEN)
        self.removed += len(raw) - len(good)
        self.progress(self.file.tell() / max(self.size, 1))
        # Nothing at all would be the end.
        return good or raw[:0] if not raw else good or b" "


def elements(
    path: Path, *, root: str, within: str, contents: Contents, progress: Progress
) -> Iterator[etree._Element]:
    """Yield the children of the element *within* a document whose first element is *root*.

    Names are local ones, whatever the namespace. Each child is gone when the next is asked for.
    Raises MovingError, with its line, where the file is no whole XML, or is something else.
    """
    with path.open("rb") as file:
        stream = _Stream(file, path.stat().st_size, progress)
        yield from _children(stream, root=root, within=within)
    if stream.removed:
        contents.remarks.append(
            Remark(message=f"{stream.removed} control characters, which XML forbids, are left out")
        )


def _children(stream: _Stream, *, root: str, within: str) -> Iterator[etree._Element]:
    # Nothing is loaded, and no entity is expanded: a file could name others, or grow without end.
    walk = etree.iterparse(
        stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        yield from _within(walk, root=root, within=within)
    except etree.XMLSyntaxError as error:
        # The first is the cause; what lxml raises may be a consequence, and without a line.
        (said, line), *_ = [*((one.message, one.line) for one in walk.error_log), (error.msg, None)]
        raise MovingError(
            f"the XML cannot be read from here on ({said}); if the file was cut off, export or"
            " download it again",
            line=line,
        ) from error


def _within(walk: _Walk, *, root: str, within: str) -> Iterator[etree._Element]:
    top = None
    for event, element in walk:
        if top is None:
            top = element
            _require(element, root)
        parent = element.getparent()
        if event == "end" and parent is not None and local(parent) == within:
            yield element
            element.clear()
            for earlier in element.itersiblings(preceding=True):
                parent.remove(earlier)


def _require(element: etree._Element, root: str) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise MovingError(
            "it declares a document type, which no export does; nothing is read of it"
        )
    if local(element) != root:
        raise MovingError(
            f"its first element is “{local(element)}”, where such an export has “{root}”;"
            " say with --from what the file is",
            line=line_of(element),
        )


def line_of(element: etree._Element) -> int | None:
    """Return the line that the element begins at, from 1."""
    line: Any = element.sourceline
    return int(line) if line else None


def local(element: etree._Element) -> str:
    """Return the element's name without its namespace; comments and the like have none."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def date_of(element: etree._Element, stated: str, example: str) -> datetime:
    """Return the date that is *stated*. Raises MovingError, which says an *example*."""
    try:
        return moment(stated)
    except ValueError as error:
        message = f"“{stated}” is no date of a comment; write it as {example}"
        raise MovingError(message, line=line_of(element)) from error


def text(element: etree._Element, name: str) -> str:
    """Return the text of the child *name*, in whatever namespace, or an empty text."""
    found = element.find(f"{{*}}{name}")
    return "" if found is None else (found.text or "")

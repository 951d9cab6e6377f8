"""Articles and pages that know what they were read from, and tell what is read of them."""

from __future__ import annotations

import operator
import os
import posixpath
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from typing import Any
from urllib.parse import unquote, urlparse

from pelican import contents
from pelican.utils import posixize_path

from incremental.hearing import overheard
from incremental.tracking import Tracked, remembered, unnoticed

# What is no part of what was read.
BESIDE = frozenset({"settings", "_context", "_content", "translations"})
STATED = frozenset({"override_url", "override_save_as"})
# Links to what the content holds, by the table in the context where it is found.
TABLES = {"filename": "generated_content", "static": "static_content"}


class Read:
    """What a text was like when it had been read: its *digest*, *state* and links.

    *load* returns its HTML.
    """

    __slots__ = ("digest", "links", "load", "state")

    def __init__(
        self,
        digest: bytes,
        state: Mapping[str, object],
        links: tuple[tuple[str, str], ...],
        load: Callable[[], str],
    ) -> None:
        self.digest, self.state, self.links, self.load = digest, state, links, load


class Kept(Tracked):
    """What articles and pages have in common here."""

    _trace_read: Read | None = None
    _trace_told = False
    _content: str

    def trace_name(self) -> str:
        """Return its path below the content."""
        return str(self.relative_source_path)

    def __getattr__(self, name: str) -> Any:
        """Fetch the HTML of a text that was read before; most builds ask for that of few."""
        if name == "_content" and self._trace_read is not None:
            self._content = self._trace_read.load()
            return self._content
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def trace_parts(self) -> Iterable[object]:
        """Return what a plugin hung onto it that is tracked too."""
        return [each for each in vars(self).values() if isinstance(each, Tracked)]

    def was_changed(self) -> bool:
        """Tell whether a handler changed what was settled once this was read."""
        own, read = vars(self), self._trace_read
        if read is None:
            return False
        # An address that is stated elsewhere than in the file stands before what follows from it.
        if own.keys() & STATED != read.state.keys() & STATED:
            return True
        return any(
            own.get(name) is not each and not _same(own.get(name), each)
            for name, each in read.state.items()
        )

    def is_settled(self, name: str) -> bool:
        """Tell whether an attribute follows from the file alone, and nobody changed it since."""
        read = self._trace_read
        if read is None:
            return False
        if name in read.state:
            own, before = self.__dict__.get(name), read.state[name]
            return own is before or _same(own, before)
        if name == "_content":
            return True
        # What was changed in this build may be as it was in the next.
        return isinstance(getattr(type(self), name, None), property) and not self.was_changed()

    def get_content(self, siteurl: str) -> str:
        """Return the HTML, its links led to where they are. Pelican would keep that of each."""
        own = self._get_content() if hasattr(self, "_get_content") else self._content
        # A link that leads nowhere is told once.
        with overheard() if self._trace_told else nullcontext():
            self._trace_told = True
            return str(self._update_content(own, siteurl))

    def get_summary(self, siteurl: str) -> str:
        """Return the summary, without keeping it: Pelican would."""
        made: Callable[[object, str], str] = vars(contents.Content)["get_summary"].func
        return remembered((id(self), "summary", siteurl), lambda: made(self, siteurl))

    def __setattr__(self, name: str, value: object) -> None:
        """Set an attribute, of which the addresses may be made."""
        self.__dict__.pop("_trace_addresses", None)
        super().__setattr__(name, value)

    @property
    def url(self) -> str:
        """The address, which Pelican would put together each time."""
        return self._address("url")

    @property
    def save_as(self) -> str:
        """The file, as `url`."""
        return self._address("save_as")

    def _address(self, what: str) -> str:
        known = self.__dict__.setdefault("_trace_addresses", {})
        if what not in known:
            known[what] = unnoticed(lambda: str(self.get_url_setting(what)))
        return str(known[what])

    def get_static_links(self) -> set[str]:
        """Return the files that the text links to, by their paths below the content."""
        if self._trace_read is None:
            found: set[str] = super().get_static_links()  # type: ignore[misc]
            return found
        return {
            self._linked(value).replace("%20", " ")
            for what, value in self._trace_read.links
            if what in {"static", "attach"}
        }

    def has_sound_links(self) -> bool:
        """Tell whether all links are known to lead somewhere; False where that is to be seen."""
        if self._trace_read is None:
            return False
        context: Mapping[str, Any] = self._context
        return all(
            what in TABLES and _leads(context[TABLES[what]], self._linked(value))
            for what, value in self._trace_read.links
        )

    def _linked(self, value: str) -> str:
        path = urlparse(value).path
        if path.startswith("/"):
            return path[1:]
        folder = posixpath.dirname(self.trace_name())
        return str(posixize_path(os.path.normpath(posixpath.join(folder, path))))


def _same(own: object, before: object) -> bool:
    """Tell whether two dictionaries or lists hold the same things, not only equal ones."""
    if isinstance(own, dict) and isinstance(before, dict):
        return [*own] == [*before] and all(own[name] is each for name, each in before.items())
    if isinstance(own, list) and isinstance(before, list):
        return len(own) == len(before) and all(map(operator.is_, own, before))
    return False


def _leads(table: Mapping[str, object], path: str) -> bool:
    return table.get(path) is not None or table.get(unquote(path)) is not None


class Article(Kept, contents.Article):  # type: ignore[misc]
    """Pelican asks a class for its name: this one has that of its own."""


class Page(Kept, contents.Page):  # type: ignore[misc]
    """As `Article`."""


CLASSES: dict[type, type] = {contents.Article: Article, contents.Page: Page}

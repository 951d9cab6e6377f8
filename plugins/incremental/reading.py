"""Texts that are read once: what did not change is restored, the rest is read in parallel."""

from __future__ import annotations

import io
import logging
import pickle
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import contents, signals
from pelican.contents import SkipStub
from pelican.generators import Generator
from pelican.readers import HTMLReader, MarkdownReader, Readers
from pelican.utils import SafeDatetime

from incremental.asking import Question, current, listening
from incremental.contents import CLASSES, Kept, Read
from incremental.fingerprints import digest
from incremental.hearing import Said, overheard, say_again
from incremental.packing import CONTEXT, SETTINGS, Unpacker, pack
from incremental.store import Store
from incremental.tracking import Tracked
from incremental.workers import shared

logger = logging.getLogger(__name__)
# A file of any other kind may read further files.
KEPT_READERS = (MarkdownReader, HTMLReader)
_SIGNALS = {
    contents.Article: ("article_generator_preread", "article_generator_context"),
    contents.Page: ("page_generator_preread", "page_generator_context"),
}
_MARK = "does_nothing_but_to_its_text"


def of_its_text(handler: Callable[..., None]) -> Callable[..., None]:
    """Say of a handler that it does nothing but to the text that it is given.

    What it does is kept with the text then. With any other handler of `content_object_init` or
    of the `context` signals, all texts are read in each build, one after another.
    """
    setattr(handler, _MARK, True)
    return handler


def strangers() -> list[str]:
    """Return the handlers that have to see each text in each build."""
    names = ["content_object_init", *(name for pair in _SIGNALS.values() for name in pair)]
    return [
        f"{handler.__module__}.{handler.__qualname__}"
        for name in names
        for handler in getattr(signals, name).receivers_for(signals)
        if not hasattr(handler, _MARK)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A text as the store keeps it: what it asked, and its state, as bytes; *content* is HTML.

    *file* is the digest of its file, *digest* that of all that was read. What is not *lasting*
    is for one build.
    """

    path: str
    file: bytes
    digest: bytes
    asked: bytes
    state: bytes
    content: str = ""
    lasting: bool = True


def _may_change(text: Kept, said: list[Said]) -> bool:
    """Tell whether *text* may be read as another while its file, and what it asked, stay.

    What lies in the future is a draft, and will be none. What is wrong may be mended elsewhere,
    and what is proposed instead may be another then; in a draft, it is only a warning.
    """
    own = vars(text)
    if "date" in own and own["date"] > SafeDatetime.now(own["timezone"]):
        return True
    wrong = any(level >= logging.ERROR for _, level, _, _ in said)
    return wrong or bool(said and own["_status"] == "draft")


def _links(text: Any) -> tuple[tuple[str, str], ...]:
    found = text._get_intrasite_link_regex().finditer(text._content)
    return tuple((each["what"], each["value"]) for each in found)


class Reading:
    """Reads the texts of one build; *store* has those of earlier ones."""

    def __init__(self, store: Store, settings: dict[str, Any]) -> None:
        self._store, self._settings = store, settings
        rows = store.rows("SELECT path, file, digest, asked, state FROM texts")
        self._stored = {
            path: Packed(path=path, file=file, digest=made, asked=asked, state=state)
            for path, file, made, asked, state in rows
        }
        self._ready: dict[str, Packed] = {}
        self._known: dict[Any, Any] = {}
        self._answers: dict[Question, object] = {}
        self._all: set[str] = set()
        # How many were read in this build, and by the names of what is tracked, from what.
        self.count = 0
        self.digests: dict[str, bytes] = {}
        self.restored_parts: list[tuple[Tracked, bytes]] = []

    def prepare(self, generator: Generator, paths: Iterable[str], kind: type) -> None:
        """Have all of *paths*, below the content, ready as they are now."""
        known = generator.readers.reader_classes
        kept = [
            path
            for path in sorted(paths)
            if issubclass(known.get(Path(path).suffix[1:], object), KEPT_READERS)
        ]
        self._all.update(kept)
        digests = {path: self._digest(path) for path in kept}
        self._ready |= {
            path: self._stored[path] for path in kept if self._is_sound(path, digests[path])
        }
        todo = [path for path in kept if path not in self._ready]

        def read(part: Sequence[str]) -> list[Packed]:
            found = (self._read(generator, path, kind, digests[path]) for path in part)
            return [each for each in found if each]

        made = {each.path: each for part in shared(todo, read) for each in part}
        self._ready |= made
        self._keep(made.values())

    def _digest(self, path: str) -> bytes:
        file = Path(self._settings["PATH"], path)
        try:
            content = file.read_bytes()
            if self._settings.get("DEFAULT_DATE") == "fs":
                content += str(file.stat().st_mtime_ns).encode()
        except OSError:
            return b""  # reading it says what is wrong
        return digest(content)

    def _is_sound(self, path: str, made: bytes) -> bool:
        """Tell whether the store has *path* as it is, and whether what it asked is as it was."""
        packed = self._stored.get(path)
        if packed is None or packed.file != made:
            return False
        asked: dict[Question, object] = pickle.loads(packed.asked)  # noqa: S301 - our own file
        return all(self._answer(question) == before for question, before in asked.items())

    def _answer(self, question: Question) -> object:
        if question not in self._answers:
            self._answers[question] = current(question)
        return self._answers[question]

    def _read(self, generator: Generator, path: str, kind: type, made: bytes) -> Packed | None:
        """Return the text at *path*, or None where Pelican has to read it once more."""
        before, after = (getattr(signals, name) for name in _SIGNALS[kind])
        with overheard() as said, listening() as asked:
            try:
                text = generator.readers.read_file(
                    base_path=generator.path,
                    path=path,
                    content_class=CLASSES[kind],
                    context=generator.context,
                    preread_signal=before,
                    preread_sender=generator,
                    context_signal=after,
                    context_sender=generator,
                )
                if isinstance(text, SkipStub) or not text.is_valid():
                    return None
                state = pickle.dumps((said, _links(text), pack(text)), protocol=5)
            except Exception as error:  # noqa: BLE001 - raised again where it is read for good
                logger.debug("%s is read in each build: %s", path, error)
                return None
        return Packed(
            path=path,
            file=made,
            # What is shared stands in the state by its name, and in the answers as it is.
            digest=digest(made + state + pickle.dumps(asked)),
            asked=pickle.dumps(asked),
            state=state,
            content=text._content,
            lasting=not _may_change(text, said),
        )

    def _keep(self, made: Iterable[Packed]) -> None:
        made = list(made)
        self.count += len(made)
        made = [each for each in made if each.lasting]
        # A full disk, or another build: they are read again then.
        with suppress(sqlite3.OperationalError), self._store.transaction():
            if made:
                self._store.write(
                    "INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?, ?)",
                    ((each.path, each.file, each.digest, each.asked, each.state) for each in made),
                )
                self._store.write(
                    "INSERT OR REPLACE INTO contents VALUES (?, ?)",
                    ((each.path, each.content) for each in made),
                )

    def restored(self, path: str, kind: type, context: object) -> Kept | None:
        """Return the text at *path* as it was when it was read, and say again what was said."""
        packed = self._ready.get(path)
        if packed is None:
            return None
        said, links, state = pickle.loads(packed.state)  # noqa: S301 - our own file
        shared_objects: dict[object, object] = {SETTINGS: self._settings, CONTEXT: context}
        own = Unpacker(io.BytesIO(state), shared_objects, self._known).load()
        made: Any = object.__new__(CLASSES[kind])
        for name, value in own.items():
            # So that whoever changes it does not change what is compared with.
            vars(made)[name] = value.copy() if type(value) in {dict, list} else value
        vars(made).update(settings=self._settings, _context=context, translations=[])
        made._trace_read = Read(packed.digest, own, links, lambda: self._content(packed))
        for each in (made, *own.values()):
            if isinstance(each, Tracked):
                self.digests[each.trace_name()] = packed.digest
                self.restored_parts.append((each, packed.digest))
        say_again(said)
        return made  # type: ignore[no-any-return]

    def _content(self, packed: Packed) -> str:
        if packed.content:
            return packed.content
        query = "SELECT content FROM contents WHERE path = ?"
        return str(self._store.rows(query, packed.path)[0][0])

    def forget_others(self) -> None:
        """Remove from the store what is no text any more."""
        gone = [(path,) for path in self._stored.keys() - self._all]
        for table in ("texts", "contents") if gone else ():
            self._store.write(f"DELETE FROM {table} WHERE path = ?", gone)  # noqa: S608


class Restoring:
    """Stands where Pelican has its `Readers`, and has the texts that were read before."""

    def __init__(self, readers: Readers, reading: Reading | None) -> None:
        self._readers, self._reading = readers, reading

    def __getattr__(self, name: str) -> Any:
        return getattr(self._readers, name)

    def read_file(self, base_path: str, path: str, content_class: type, **more: Any) -> Any:
        """Return the text at *path*, read by Pelican where nothing is known of it."""
        reading = self._reading
        found = reading and reading.restored(path, content_class, more["context"])
        kind = CLASSES.get(content_class, content_class)
        return found or self._readers.read_file(base_path, path, content_class=kind, **more)

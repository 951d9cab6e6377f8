"""Pelican, with builds whose cost follows the change."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator as PelicanArticles
from pelican.generators import Generator
from pelican.generators import PagesGenerator as PelicanPages
from pelican.writers import Writer

from incremental.fingerprints import Fingerprints, UntraceableError
from incremental.generators import ArticlesGenerator, PagesGenerator
from incremental.inputs import fingerprint_of
from incremental.reading import Reading, strangers
from incremental.recording import TracingContext
from incremental.store import Store, tidy
from incremental.traces import Traces
from incremental.tracking import Lookups
from incremental.writer import DeferringWriter, take

logger = logging.getLogger(__name__)
FOLDER = "incremental"


class PagesMaker(Generator):  # type: ignore[misc]
    """Comes behind all other generators, and has the pages made that they asked for."""

    pelican: IncrementalPelican

    def generate_output(self, writer: Writer) -> None:
        """Make the pages."""
        if isinstance(writer, DeferringWriter):
            self.pelican.make_pages(writer, self.context)


def _trace(generator: Generator) -> None:
    """Let templates say what they read."""
    generator.env.context_class = TracingContext


class IncrementalPelican(Pelican):  # type: ignore[misc]
    """For PELICAN_CLASS.

    Settings: `INCREMENTAL` (true where it is not stated) says whether anything of earlier builds
    is used, and kept for later ones. It is kept below CACHE_PATH.
    """

    def __init__(self, settings: MutableMapping[str, Any]) -> None:
        self._given = dict(settings)
        self._store: Store | None = None
        self._traces: Traces | None = None
        self._reading: Reading | None = None
        self.writer: DeferringWriter | None = None
        super().__init__(settings)
        self.published = Path(self.output_path)

    def run(self) -> None:
        """Build, and keep what the next build needs."""
        self.make()
        self.keep()

    def make(self) -> None:
        """Build as Pelican does, without what is as it was in the folder `published`."""
        self._prints = Fingerprints(self.settings)
        if self.settings.get("INCREMENTAL", True):
            self._open()
        signals.generator_init.connect(_trace)
        try:
            super().run()
        except sqlite3.DatabaseError:
            if self._store:
                self._store.forget()  # the next build begins anew
            raise
        finally:
            signals.generator_init.disconnect(_trace)

    def keep(self) -> None:
        """Keep what was found, now that the pages are where they belong."""
        if self._store and self._traces and self.writer:
            made = {}
            for name in self.writer.made:
                found = (self.published / name).stat()
                made[name] = found.st_size, found.st_mtime_ns
            try:
                with self._store.transaction():
                    if self._store.begin_anew():
                        self._traces.save(made, {*self.writer.made, *self.writer.kept})
                    if self._reading:
                        self._reading.forget_others()
            except sqlite3.OperationalError as error:  # a full disk, or another build
                logger.info("Nothing is kept for the next build: %s", error)
            self._store.close()

    @property
    def texts_read(self) -> int:
        """How many texts were read, and not restored."""
        return self._reading.count if self._reading else 0

    def _open(self) -> None:
        """Find what earlier builds kept that is of use."""
        where = hashlib.sha256(str(self.published.absolute()).encode()).hexdigest()[:8]
        folder = Path(self.settings["CACHE_PATH"], FOLDER)
        try:
            inputs = fingerprint_of(self._given)
            self._store = Store(folder / f"{inputs}-{where}.db")
            self._traces = Traces(self._store)
            self._stamps = {
                page: (size, time)
                for page, size, time in self._store.rows("SELECT path, size, time FROM pages")
            }
        except UntraceableError as error:
            logger.info("All is built anew each time: a setting holds a %s", error)
        except (OSError, sqlite3.Error) as error:
            logger.info("Nothing is kept for the next build: %s", error)
        else:
            tidy(folder, used=self._store.path)
            if others := strangers():
                logger.info("Texts are read one by one, as these see each of them: %s", others)
            else:
                self._reading = Reading(self._store, self.settings)

    def make_pages(self, writer: DeferringWriter, context: dict[str, Any]) -> None:
        """Make the pages that are not as they were."""
        self.writer = writer
        for name in ("generated_content", "static_content"):
            context[name] = Lookups(name, context[name])
        self._prints.settle(context, b"context")
        # Whoever sees a page when it is written may change it.
        seen = signals.content_written.receivers
        if self._traces:
            digests = self._reading.digests if self._reading else {}
            for each, made in self._reading.restored_parts if self._reading else ():
                for place, value in enumerate(each.trace_values()):
                    self._prints.settle(value, made + str(place).encode())
            self._traces.look(context, self._prints, digests)
        writer.flush(self._traces, self._prints, None if seen else self._take)

    def _take(self, name: str, path: str) -> bool:
        """Leave a page as it was; tell whether that could be done."""
        there = self.published / name
        try:
            found = there.lstat()
        except OSError:
            return False
        if (found.st_size, found.st_mtime_ns) != self._stamps.get(name):
            return False
        return str(there) == path or take(there, path)

    def _get_generator_classes(self) -> list[type[Generator]]:
        """Return Pelican's generators: ours for texts, and behind all one that makes the pages."""
        ours = {PelicanArticles: ArticlesGenerator, PelicanPages: PagesGenerator}
        found = []
        for each in super()._get_generator_classes():
            base = ours.get(each)
            own = {"reading": self._reading}
            found.append(type(base.__name__, (base,), own) if base else each)
        return [*found, type("PagesMaker", (PagesMaker,), {"pelican": self})]

    def _get_writer(self) -> Writer:
        """Return the writer that a plugin brings, else ours."""
        writer = super()._get_writer()
        return (
            writer
            if type(writer) is not Writer
            else DeferringWriter(self.output_path, self.settings)
        )

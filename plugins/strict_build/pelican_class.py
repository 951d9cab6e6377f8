"""Pelican, but strict: all problems are told, and only a good build is published."""

from __future__ import annotations

import hashlib
import logging
import shutil
import sys
import tempfile
import time
import traceback
import weakref
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import jinja2
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket
from pelican import autoreload, signals
from pelican.generators import Generator
from pelican.log import console
from pelican.writers import FileOverwriteFailedError, Writer
from rich.console import Console

from contract.publication import Settings
from contract.text import texts_in
from files import why_unusable
from incremental import IncrementalPelican, Kept
from problems import FORMATS, Location, Problem, Severity, counted, report
from strict_build.collector import Collector, exception_problem
from strict_build.enclosure import strays_among, strays_of
from strict_build.exchange import NotRestoredError
from strict_build.publication import Published, publish, staging_folder

logger = logging.getLogger(__name__)

# What shells tell of a program that was ended with Ctrl-C.
INTERRUPTED = 130
# Without the names of what the last build wrote.
LEAVES = "; what only an earlier one wrote is left in the output"


class CompiledTemplates(FileSystemBytecodeCache):
    """Keeps what can be kept: a disk may be full before the build is done."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def tally(contents: Iterable[object]) -> str:
    """Return how many texts there are, and how their quotations came out of the check."""
    texts = list(texts_in(contents))
    results = Counter(str(q.result) for text in texts for q in text.quotations)
    each = ", ".join(f"{number} {result}" for result, number in results.most_common())
    found = counted(results.total(), "quotation") + (f" ({each})" if each else "")
    return f"{counted(len(texts), 'text')} with {found}"


class BuildError(Exception):
    """The build has errors, all of which were told; the output is as it was."""

    exitcode = 1


class _OnlyRead(Exception):  # noqa: N818 - it stops a build, and is no error
    """Everything was read and checked, and no page was asked for."""


def _drop_failure(record: logging.LogRecord) -> bool:
    """Pelican would print a traceback for what was told in full already."""
    error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    return not isinstance(error, BuildError)


@contextmanager
def _quiet(console: Console) -> Iterator[None]:
    """Pelican says “Done” on standard output, even where nothing will be published."""
    before, console.quiet = console.quiet, True
    try:
        yield
    finally:
        console.quiet = before


def _reloading() -> bool:
    """Tell whether Pelican builds after each change; after an exception it would at once."""
    return any(frame.f_code is autoreload.__code__ for frame, _ in traceback.walk_stack(None))


def _cannot_write(output: Path, error: OSError) -> Problem:
    message = f"cannot be written: {error}; choose another folder, or mend its permissions"
    return Problem(message=message, code="output", location=Location(path=output))


class StrictPelican(IncrementalPelican):
    """For PELICAN_CLASS.

    Settings: `PROBLEM_FORMAT` (text, json or github) is how problems are printed, on standard
    output; `VERIFY_ONLY` reads and checks everything, and writes nothing.
    """

    def __init__(self, settings: Settings) -> None:
        logging.getLogger("pelican").addFilter(_drop_failure)
        console.stderr = True  # standard output is for problems
        self.given, self.stale = dict(settings), False
        self.verify_only = bool(settings.get("VERIFY_ONLY"))
        self.collector = Collector(Path(settings["PATH"]))
        self.form = self._form(settings.get("PROBLEM_FORMAT", "text"))
        self.tally = tally(())
        self._keep_enclosed(settings)
        cache = self._usable(Path(settings["CACHE_PATH"]), LEAVES)
        settings["CACHE_PATH"] = str(cache)
        # Each is kept with a checksum of its text; another version of Jinja has its own folder.
        compiled = self._usable(cache / f"templates-{jinja2.__version__}")
        settings["JINJA_ENVIRONMENT"] = {
            "bytecode_cache": CompiledTemplates(str(compiled)),
            **settings["JINJA_ENVIRONMENT"],
        }
        try:
            with self.collector.listening():
                super().__init__(settings)
        except Exception as error:
            self.collector.add(exception_problem(error))
            raise self._failure() from error
        if self.collector.broken:
            raise self._failure()

    def _keep_enclosed(self, settings: Settings) -> None:
        """Read nothing where a link leads elsewhere: not even to say what is wrong in it."""
        if strays := list(strays_of(settings)):
            for problem in strays:
                self.collector.add(problem)
            raise self._failure()

    def _usable(self, folder: Path, more: str = "") -> Path:
        """Return *folder*, or one of this build's own where nothing can be kept for the next."""
        error = why_unusable(folder)
        if error is None:
            return folder
        message = (
            f"CACHE_PATH: {folder} cannot be used ({error.strerror}); the build goes on without it,"
            f" and takes longer{more}"
        )
        self.collector.add(Problem(message=message, code="cache", severity=Severity.WARNING))
        own = tempfile.mkdtemp(prefix="without-cache-")
        # Where Python ends, or this build is forgotten.
        weakref.finalize(self, shutil.rmtree, own, ignore_errors=True)
        return Path(own)

    def _form(self, name: str) -> str:
        if name in FORMATS:
            return name
        message = f"PROBLEM_FORMAT is one of {', '.join(FORMATS)}, not “{name}”"
        self.collector.add(Problem(message=message, code="setting"))
        return "text"

    def run(self) -> None:
        """Build, tell all problems, and publish where there is no error."""
        try:
            # Plugins read their files when they are set up: a rebuild sets them up anew.
            build = type(self)(dict(self.given)) if self.stale else self
            self.stale = True
            build._stage_and_publish(Path(build.output_path))
        except BuildError:
            if not _reloading():
                raise
        except KeyboardInterrupt:
            if _reloading():
                raise
            # Pelican would end as if all were well.
            print("Stopped before it was done.", file=sys.stderr, flush=True)  # noqa: T201
            raise SystemExit(INTERRUPTED) from None

    def _stage_and_publish(self, output: Path) -> None:
        staged: Path | None = None
        try:
            staged = staging_folder(output)
            self._run(staged, output)
        except NotRestoredError as error:
            self.collector.add(_cannot_write(output, error))
            raise self._failure("; the output is partly the new site: build again") from error
        except OSError as error:
            self.collector.add(_cannot_write(output, error))
            raise self._failure() from error
        finally:
            if staged is not None:
                shutil.rmtree(staged, ignore_errors=True)

    def _run(self, staged: Path, output: Path) -> None:
        began = time.monotonic()
        self._build_into(staged, output)
        self._keep_enclosed(self.settings)  # a link may have been put there meanwhile
        if self.collector.failed:
            raise self._failure()
        told = f"{self.tally}."
        if not self.verify_only:
            published = self._publish(staged, output)
            self.keep()
            told = (
                f"{self.tally}, in {time.monotonic() - began:.1f} s: {self._made()}"
                f" {counted(published.written, 'file')} changed, {published.removed} removed."
            )
        self._report()
        print(told, file=sys.stderr, flush=True)  # noqa: T201

    def _made(self) -> str:
        """Return how much was read and made, where that is known."""
        if self.writer is None:
            return ""
        made, kept = len(self.writer.made), len(self.writer.kept)
        pages = counted(made + kept, "page")
        return f"{counted(self.texts_read, 'text')} read, {made} of {pages} made;"

    def _build_into(self, staged: Path, output: Path) -> None:
        """Let Pelican build into *staged*."""
        self.output_path = self.settings["OUTPUT_PATH"] = str(staged)
        signals.all_generators_finalized.connect(self._check_links)
        try:
            with self.collector.listening(), _quiet(console):
                self.make()
        except _OnlyRead:
            pass
        except (FileOverwriteFailedError, FileExistsError, NotADirectoryError) as error:
            # Two texts that want the same address were told already, with their places.
            if not self.collector.failed:
                self.collector.add(exception_problem(error))
        except Exception as error:
            self.collector.add(exception_problem(error))
            logger.debug("the build stopped", exc_info=True)
        finally:
            signals.all_generators_finalized.disconnect(self._check_links)
            self.output_path = self.settings["OUTPUT_PATH"] = str(output)

    def _check_links(self, generators: Iterable[Generator]) -> None:
        """Resolve every link of every text, so that a broken one is told with its place."""
        context = next(iter(generators)).context
        self.tally = tally(context["generated_content"].values())
        # Pelican takes a file for found that is linked to and does not exist.
        found = context["static_content"].items()
        missing = [name for name, file in found if not Path(file.source_path).exists()]
        for name in missing:
            del context["static_content"][name]
        texts = [
            each for each in context["generated_content"].values() if hasattr(each, "get_content")
        ]
        for problem in strays_among(context["staticfiles"], texts, Path(self.path)):
            self.collector.add(problem)
        for content in texts:
            if isinstance(content, Kept) and content.has_sound_links():
                continue
            self.collector.reading = Path(content.source_path)
            content.get_content(content.get_siteurl())
        self.collector.reading = None

    def _get_writer(self) -> Writer:
        """Return what writes pages; every plugin has had its say by now.

        Pelican asks them once more, by a signal: pictures, which may be damaged, are made then.
        """
        writer = super()._get_writer()
        if self.verify_only:
            raise _OnlyRead
        return writer

    def _publish(self, staged: Path, output: Path) -> Published:
        name = hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:16]
        return publish(
            staged,
            output,
            manifest=self._usable(Path(self.settings["CACHE_PATH"]) / "published", LEAVES) / name,
            keep=self.output_retention if self._may_clear(output) else None,
        )

    def _may_clear(self, output: Path) -> bool:
        """Tell whether other files in *output* may go: never the texts themselves."""
        content = Path(self.path).resolve()
        return bool(self.delete_outputdir) and not content.is_relative_to(output.resolve())

    def _report(self) -> None:
        """Print all problems; standard output carries nothing else."""
        if self.collector.problems:
            print(report(self.collector.problems, form=self.form), flush=True)  # noqa: T201

    def _failure(self, left: str = "; the output is as it was") -> BuildError:
        self._report()
        problems = self.collector.problems
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        told = f"{counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}"
        print(f"Failed: {told}{'' if self.verify_only else left}.", file=sys.stderr, flush=True)  # noqa: T201
        return BuildError(told)

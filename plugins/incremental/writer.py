"""A writer that makes pages together, at the end: those that are stale, in several processes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican import signals
from pelican.paginator import Paginator
from pelican.utils import get_relative_path, path_to_url, sanitised_join
from pelican.writers import FileOverwriteFailedError, Writer

from incremental.fingerprints import Fingerprints
from incremental.hearing import Said, overheard, say_again
from incremental.recording import Recorded, Recording
from incremental.traces import Traces
from incremental.workers import shared


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that was asked for, below the output; *own* are the variables that it alone has.

    *make* makes its text or its bytes of all variables; *made_with* names that.
    """

    name: str
    path: str
    make: Callable[[dict[str, Any]], str | bytes]
    made_with: str
    is_template: bool
    own: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a process made: what it recorded, and what was said of the pages.

    *failed* are pages that could not be made.
    """

    recorded: Recorded
    failed: list[str] = field(default_factory=list)
    said: list[list[Said]] = field(default_factory=list)


class DeferringWriter(Writer):  # type: ignore[misc]
    """Pelican's writer, whose pages are made by `flush`, and not when they are asked for."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings=settings)
        self._pages: dict[str, Page] = {}
        self._context: dict[str, Any] = {}
        # The names of what was made, and of what was left as it was.
        self.made: list[str] = []
        self.kept: list[str] = []

    def write_file(
        self,
        name: str,
        template: Template,
        context: dict[str, Any],
        relative_urls: bool = False,
        paginated: dict[str, Any] | None = None,
        template_name: str | None = None,
        override_output: bool = False,
        url: str | None = None,
        **kwargs: Any,
    ) -> None:
        """Ask for the page, or the pages, that Pelican would write now."""
        if not name:
            return
        if paginated is None:
            paginated = {each: kwargs[each] for each in ("articles", "dates") if each in kwargs}
        sizes = self.settings["PAGINATED_TEMPLATES"]
        if not paginated or template_name not in sizes:
            self._ask(name, template, context, kwargs, relative_urls, override_output)
            return
        size = sizes[template_name] or self.settings["DEFAULT_PAGINATION"]
        paginators = {
            each: Paginator(name, url, listed, self.settings, size)
            for each, listed in paginated.items()
        }
        for number in range(1, next(iter(paginators.values())).num_pages + 1):
            own = dict(kwargs)
            for each, paginator in paginators.items():
                first, last = number == 1, number >= paginator.num_pages
                own[f"{each}_paginator"] = paginator
                own[f"{each}_page"] = paginator.page(number)
                own[f"{each}_previous_page"] = None if first else paginator.page(number - 1)
                own[f"{each}_next_page"] = None if last else paginator.page(number + 1)
            page = own[f"{next(iter(paginators))}_page"]
            self._ask(page.save_as, template, context, own, relative_urls, override_output)

    def _ask(
        self,
        name: str,
        template: Template,
        context: dict[str, Any],
        own: dict[str, Any],
        relative: bool,
        override: bool,
    ) -> None:
        path = sanitised_join(self.output_path, name)
        if path in self._overridden_files and not override:
            return
        if path in self._overridden_files or (path in self._written_files and not override):
            raise FileOverwriteFailedError(
                f'Failed to overwrite "{path}", which is written already'
            )
        if override:
            self._overridden_files.add(path)
        self._written_files.add(path)
        self._context = self._context or context
        if context is not self._context:
            own = {
                **{each: value for each, value in context.items() if self._differs(each, value)},
                **own,
            }
        if relative:
            here = path_to_url(get_relative_path(name))
            own = {"SITEURL": here, "localsiteurl": here, **own}
        own = {"output_file": name, **own}
        made_with, make = str(template.name), template.render
        self.ask(
            Page(name=name, path=path, make=make, made_with=made_with, is_template=True, own=own)
        )

    def ask(self, page: Page) -> None:
        """Have *page* made in the end."""
        self._pages[page.path] = page

    def _differs(self, name: str, value: object) -> bool:
        return name not in self._context or self._context[name] is not value

    def flush(
        self,
        traces: Traces | None,
        prints: Fingerprints,
        keep: Callable[[str, str], bool] | None = None,
    ) -> None:
        """Make the pages, without those that *traces* say are as they were, and *keep* could keep.

        *keep* is asked for a page by its name, and the path where it would be made.
        """
        pages = list(self._pages.values())
        if traces and keep:
            fresh = (page for page in pages if traces.is_fresh(page.name, page.own, page.made_with))
            self.kept = [page.name for page in fresh if keep(page.name, page.path)]
        kept = set(self.kept)
        stale = [page for page in pages if page.name not in kept]
        self.made = [page.name for page in stale]
        for made in shared(stale, lambda part: self._make(part, traces, prints)):
            for path in made.failed:
                self._write(self._pages[path])  # once more, so that it raises here
            if traces:
                traces.add(made.recorded, {page.name: page.made_with for page in stale})
            for said in made.said:
                say_again(said)
        if signals.content_written.receivers:
            for page in pages:
                signals.content_written.send(page.path, context=self._variables(page))

    def _make(self, pages: Sequence[Page], traces: Traces | None, prints: Fingerprints) -> Made:
        """Make *pages*, in whichever process; note what they read if there are *traces*."""
        owners, names = (traces.owners, traces.names) if traces else ({}, {})
        recording = Recording(owners, names, self._context, prints)
        made = Made(recorded=recording.recorded)
        for page in pages:
            with overheard() as said, recording.of(page.name, page.own, on=traces is not None):
                try:
                    if traces and not page.is_template:
                        recording.read_own()
                    self._write(page)
                except Exception:  # noqa: BLE001 - it is raised once more, by itself
                    made.failed.append(page.path)
                    break
            if said:
                made.said.append(said)
                # What is said of it is said each time that it is made.
                recording.recorded.traces[page.name].untraceable = "something was said of it"
        return made

    def _variables(self, page: Page) -> dict[str, Any]:
        place = self._context.get("localsiteurl")
        return {**self._context, "localsiteurl": place, **page.own}

    def _write(self, page: Page) -> None:
        variables = self._variables(page)
        if variables["localsiteurl"]:
            self._context["localsiteurl"] = variables["localsiteurl"]
        made = page.make(variables)
        Path(page.path).parent.mkdir(parents=True, exist_ok=True)
        if isinstance(made, bytes):
            Path(page.path).write_bytes(made)
        else:
            Path(page.path).write_text(made, encoding="utf-8")


def write_made(writer: Writer, name: str, make: Callable[..., bytes], **own: Any) -> None:
    """Write to *name*, below the output, the bytes that *make* makes of *own*.

    They are made again where that, or what *make* reads meanwhile, is different.
    """
    path = sanitised_join(writer.output_path, name)
    if not isinstance(writer, DeferringWriter):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(make(**own))
        return
    writer.ask(
        Page(
            name=name,
            path=path,
            make=lambda _: make(**own),
            made_with=make.__qualname__,
            is_template=False,
            own=own,
        )
    )


def take(source: Path, target: str) -> bool:
    """Let *target* be the file *source*: the same one, or a copy where disks differ."""
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        try:
            shutil.copy2(source, target)
        except OSError:
            return False
    return True

"""What pages read while they are made, as one process notes it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from jinja2.runtime import Context
from jinja2.utils import missing

from incremental.fingerprints import Fingerprint, Fingerprints, UntraceableError
from incremental.tracking import MISSING, recording

Made = TypeVar("Made")
# The owner of what stands in the context of every template.
CONTEXT = "\0context"
# A read is one number: that of its owner, and below it that of its name.
SHIFT = 32
BELOW = (1 << SHIFT) - 1


@dataclass(slots=True, kw_only=True)
class Trace:
    """What one page read: numbers, and the page's own variables; or why that cannot be told."""

    reads: array[int] = field(default_factory=lambda: array("Q"))
    own: dict[str, Fingerprint] = field(default_factory=dict)
    untraceable: str = ""


@dataclass(slots=True, kw_only=True)
class Recorded:
    """What a process noted: traces by page, and fingerprints by the numbers of what was read.

    Owners and names that are new have numbers from *first_owner* and *first_name* on.
    """

    first_owner: int
    first_name: int
    owners: list[str] = field(default_factory=list)
    names: list[Hashable] = field(default_factory=list)
    traces: dict[str, Trace] = field(default_factory=dict)
    prints: dict[int, Fingerprint] = field(default_factory=dict)


class Recording:
    """Notes what pages read; *owners* and *names* are the numbers that all processes know."""

    def __init__(
        self,
        owners: Mapping[str, int],
        names: Mapping[Hashable, int],
        context: Mapping[str, object],
        prints: Fingerprints,
    ) -> None:
        self._owners, self._names = dict(owners), dict(names)
        self._context, self._prints = context, prints
        self._numbers: dict[tuple[int, Hashable], int] = {}
        self._alive: list[object] = []
        self._made: dict[Hashable, tuple[Any, set[int]]] = {}
        self._own: Mapping[str, object] = {}
        self._reads: set[int] = set()
        self._trace = Trace()
        self._busy = False
        # What nobody can tell again, by its number: why.
        self._untraceable: dict[int, str] = {}
        self.recorded = Recorded(
            first_owner=max(owners.values(), default=-1) + 1, first_name=len(names)
        )

    @contextmanager
    def of(self, page: str, own: Mapping[str, object], *, on: bool = True) -> Iterator[None]:
        """Note what *page* reads meanwhile, if *on*; *own* are variables that no other page has."""
        if not on:
            self.recorded.traces[page] = Trace()
            yield
            return
        self._own, self._reads, self._trace = own, set(), Trace()
        TracingContext.recording = self
        try:
            with recording(self):
                yield
        finally:
            TracingContext.recording = None
        self._trace.reads = array("Q", self._reads)
        if lost := self._untraceable.keys() & self._reads:
            self._trace.untraceable = self._untraceable[min(lost)]
        self.recorded.traces[page] = self._trace

    def read(self, owner: Any, name: Hashable, value: object) -> None:
        """Note that the page reads *name* of *owner*, which is *value*."""
        if self._busy:
            return
        number = self._numbers.get((id(owner), name))
        if number is None:
            self._alive.append(owner)  # no other gets its id
            number = self._numbers[id(owner), name] = self._number(owner.trace_name, name, value)
        self._reads.add(number)

    def read_own(self) -> None:
        """Note that the page reads all variables of its own."""
        for name in self._own:
            self.resolve(name, found=True, is_global=False)

    def remembered(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what *make* makes, which is made once; the page reads all that it was made of."""
        if self._busy:
            return make()
        if key not in self._made:
            before, self._reads = self._reads, set()
            try:
                self._made[key] = make(), self._reads
            finally:
                self._reads = before
        value, reads = self._made[key]
        self._reads |= reads
        return value  # type: ignore[no-any-return]

    def unnoticed(self, make: Callable[[], Made]) -> Made:
        """Return what *make* makes, without noting what it reads."""
        before, self._busy = self._busy, True
        try:
            return make()
        finally:
            self._busy = before

    def resolve(self, name: str, *, found: bool, is_global: bool) -> None:
        """Note that the page reads the variable *name*, which was *found*, or not."""
        if name in self._own:
            if name not in self._trace.own:
                try:
                    self._trace.own[name] = self._print(self._own[name])
                except UntraceableError as error:
                    self._trace.own[name] = b""
                    self._trace.untraceable = f"{name} holds a {error}"
        elif name in self._context or not (found or is_global):
            number = self._numbers.get((0, name))
            if number is None:
                value = self._context.get(name, MISSING)
                number = self._numbers[0, name] = self._number(lambda: CONTEXT, name, value)
            self._reads.add(number)
        # All else is a template's own, and follows from what it read.

    def _number(self, named: Callable[[], str], name: Hashable, value: object) -> int:
        owner = self.unnoticed(named)
        recorded = self.recorded
        if owner not in self._owners:
            self._owners[owner] = recorded.first_owner + len(recorded.owners)
            recorded.owners.append(owner)
        if name not in self._names:
            self._names[name] = recorded.first_name + len(recorded.names)
            recorded.names.append(name)
        number = self._owners[owner] << SHIFT | self._names[name]
        try:
            recorded.prints[number] = self._print(value)
        except UntraceableError as error:
            self._untraceable[number] = f"{name} holds a {error}"
        return number

    def _print(self, value: object) -> Fingerprint:
        """Return the fingerprint of *value*; looking at it is no reading of the page's."""
        return self.unnoticed(lambda: self._prints.of(value))


class TracingContext(Context):
    """The context of templates, which says what they read while something is noted."""

    recording: Recording | None = None

    def resolve_or_missing(self, key: str) -> Any:
        """Return the variable *key*, as Jinja's own context does."""
        value = super().resolve_or_missing(key)
        if TracingContext.recording and key not in self.vars:
            TracingContext.recording.resolve(
                key, found=value is not missing, is_global=key in self.environment.globals
            )
        return value

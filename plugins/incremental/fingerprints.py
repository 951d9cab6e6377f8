"""The fingerprint of what a page read: equal for values that make equal pages."""

from __future__ import annotations

import datetime
import enum
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property, partial
from hashlib import blake2b
from pathlib import PurePath
from types import BuiltinFunctionType, CodeType, FunctionType, MethodType, ModuleType
from typing import Any
from zoneinfo import ZoneInfo

from pelican.paginator import Page, Paginator
from pelican.urlwrappers import URLWrapper

from incremental.tracking import MISSING, Lookups, Tracked

SIZE = 16
# What is longer is compared by its digest; of a container, the digest is made once.
LONG = 64
Fingerprint = bytes
# What holds a value is described by these, and by their tuples: `repr` tells them apart.
Plain = str | int | float | bytes | None | tuple[Any, ...]
_ATOMS = frozenset({int, float, bool, type(None)})


class UntraceableError(Exception):
    """Something was read of which nobody can tell whether it is the same in the next build."""


def digest(content: bytes) -> Fingerprint:
    """Return the fingerprint of *content*."""
    return blake2b(content, digest_size=SIZE).digest()


class Fingerprints:
    """Takes fingerprints in one build; large values, once. *settled* are the settings.

    What is `Tracked` stands for itself, by its name: what is read of it is recorded by itself.
    """

    def __init__(self, *settled: object) -> None:
        self._known: dict[int, tuple[object, Plain]] = {}
        self.settle(MISSING, b"missing")
        for each in settled:
            self.settle(each, b"settings")
        self._inside: set[int] = set()

    def settle(self, value: object, made: bytes) -> None:
        """Let *made* stand for *value*, of which it is known what it follows from."""
        self._known[id(value)] = value, made

    def of(self, value: object) -> Fingerprint:
        """Return the fingerprint of *value*; raises UntraceableError."""
        plain = repr(self._plain(value)).encode("utf-8", "surrogatepass")
        return plain if len(plain) <= LONG else digest(plain)

    def _plain(self, value: Any) -> Plain:
        kind = type(value)
        if kind is str:
            if len(value) <= LONG:
                return value  # type: ignore[no-any-return]
            return digest(value.encode("utf-8", "surrogatepass"))
        if kind in _ATOMS:
            return value  # type: ignore[no-any-return]
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        if isinstance(value, Tracked):
            return "tracked", value.trace_name()
        if id(value) in self._inside:
            return "itself"
        self._inside.add(id(value))
        try:
            made: Plain = (kind.__module__, kind.__qualname__, *self._parts(kind)(self, value))
        finally:
            self._inside.discard(id(value))
        if kind not in _SMALL:
            made = digest(repr(made).encode("utf-8", "surrogatepass"))
            # The value is kept as well: no other gets its id meanwhile.
            self._known[id(value)] = value, made
        return made

    def _parts(self, kind: type) -> Callable[[Fingerprints, Any], tuple[Any, ...]]:
        """Return what tells the parts of values of *kind*."""
        found = _PARTS.get(kind)
        if found is None:
            found = _PARTS[kind] = _parts_of(kind)
        return found

    def parts_of(self, values: Any) -> tuple[Plain, ...]:
        """Return what the *values* of a container are described by, in their order."""
        return tuple(map(self._plain, values))


_Parts = Callable[[Fingerprints, Any], tuple[Any, ...]]
_PARTS: dict[type, _Parts] = {}
# Made as fast as they are found again.
_SMALL: set[type] = {datetime.datetime, datetime.date}


def _parts_of(kind: type) -> _Parts:
    """Return what tells the parts of values of *kind*."""
    for kinds, parts in _KINDS:
        if issubclass(kind, kinds):
            return parts
    if is_dataclass(kind):
        names = [each.name for each in fields(kind)]
        return lambda prints, value: prints.parts_of([getattr(value, name) for name in names])
    return _state


def _state(prints: Fingerprints, value: Any) -> tuple[Any, ...]:
    """Return the attributes of an object of which nothing else is known."""
    kind = type(value)
    if not hasattr(value, "__dict__") or hasattr(value, "__slots__"):
        raise UntraceableError(f"{kind.__module__}.{kind.__qualname__}")
    return tuple(
        (name, prints.parts_of([each]))
        for name, each in vars(value).items()
        if not isinstance(getattr(kind, name, None), cached_property)
    )


def _subject(prints: Fingerprints, value: URLWrapper) -> tuple[Any, ...]:
    return prints.parts_of((value.name, value.slug, value.settings))


def _function(prints: Fingerprints, value: FunctionType) -> tuple[Any, ...]:
    cells = [cell.cell_contents for cell in value.__closure__ or ()]
    name = f"{value.__module__}.{value.__qualname__}"
    return prints.parts_of((name, value.__code__, value.__defaults__, *cells))


def _code(_prints: Fingerprints, value: CodeType) -> tuple[Any, ...]:
    return value.co_code, value.co_names, value.co_filename, value.co_firstlineno


_KINDS: tuple[tuple[Any, _Parts], ...] = (
    (Lookups, lambda _, v: (v.trace_name(),)),
    (URLWrapper, _subject),
    (enum.Enum, lambda _, v: (v.name,)),
    (str, lambda p, v: p.parts_of([str.__str__(v)])),
    (bytes, lambda _, v: (v if len(v) <= LONG else digest(v),)),
    ((datetime.date, datetime.time, datetime.timedelta), lambda _, v: (repr(v),)),
    (ZoneInfo, lambda _, v: (v.key,)),
    (datetime.tzinfo, lambda _, v: (repr(v),)),
    (PurePath, lambda _, v: (str(v),)),
    (re.Pattern, lambda _, v: (v.pattern, int(v.flags))),
    ((type, ModuleType, BuiltinFunctionType), lambda _, v: (repr(v),)),
    (MethodType, lambda p, v: p.parts_of((v.__func__, v.__self__))),
    (FunctionType, _function),
    (CodeType, _code),
    # Their settings may be a copy.
    (Paginator, lambda p, v: p.parts_of((v.name, v.url, v.object_list, v.per_page, v.orphans))),
    (Page, lambda p, v: p.parts_of((v.name, v.base_url, v.object_list, v.number, v.paginator))),
    (partial, lambda p, v: p.parts_of((v.func, v.args, v.keywords))),
    (Mapping, lambda p, v: tuple((p.parts_of(pair)) for pair in v.items())),
    ((list, tuple), lambda p, v: p.parts_of(v)),
    ((set, frozenset), lambda p, v: tuple(sorted(map(repr, p.parts_of(v))))),
)

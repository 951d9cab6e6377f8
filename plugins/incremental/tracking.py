"""What a page reads while it is made: recorded, so that nobody has to declare it.

A `Tracked` object tells the recorder of each attribute that is read of it, a `Lookups` of each
key that is asked for. What either holds is fingerprinted then, and compared in the next build.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from types import MethodType
from typing import Any, Protocol, TypeVar, cast

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Made = TypeVar("Made")
MISSING = object()
# What was recorded: the name of an object, and an attribute or a key; or a name in the context.
Read = tuple[str, Hashable]


class Recorder(Protocol):
    """Notes what is read."""

    def read(self, owner: Any, name: Hashable, value: object) -> None: ...
    def remembered(self, key: Hashable, make: Callable[[], Made]) -> Made: ...
    def unnoticed(self, make: Callable[[], Made]) -> Made: ...


_recorder: Recorder | None = None


def _tell_of_attribute(self: object, name: str) -> object:
    """Return an attribute, and tell the recorder; stands in the class only while it records."""
    try:
        value = object.__getattribute__(self, name)
    except AttributeError:
        found = getattr(type(self), "__getattr__", None)
        if found is None:
            _tell(self, name, MISSING)
            raise
        try:
            value = found(self, name)
        except AttributeError:
            _tell(self, name, MISSING)
            raise
    if not name.startswith(("__", "_trace")) and not isinstance(value, MethodType):
        _tell(self, name, value)
    return value


def _tell(owner: object, name: Hashable, value: object) -> None:
    if _recorder is not None:
        _recorder.read(owner, name, value)


class Tracked:
    """What is read of an instance is recorded while pages are made; else it costs nothing.

    `trace_name` is the same for the same thing in every build, and no two have one name.
    What a method returns is not recorded, but what it reads is.
    """

    __slots__ = ()

    def trace_name(self) -> str:
        """Return by which name the next build finds it again."""
        raise NotImplementedError

    def trace_parts(self) -> Iterable[object]:
        """Return what else is tracked that is found through this."""
        return ()

    def trace_values(self) -> Iterable[object]:
        """Return objects that follow from the file alone that this was read from, in order."""
        return ()

    def is_settled(self, name: str) -> bool:  # noqa: ARG002 - others ask
        """Tell whether an attribute follows from the file alone that this was read from."""
        return False

    def was_changed(self) -> bool:
        """Tell whether anything that was settled has been changed since."""
        return False


class Lookups(dict[Key, Value]):
    """A mapping of which single keys are recorded; who goes through it reads it as a whole."""

    def __init__(self, name: str, items: Any = ()) -> None:
        super().__init__(items)
        self.name = name

    def trace_name(self) -> str:
        """Return by which name the next build finds it again."""
        return self.name

    def __getitem__(self, key: Key) -> Value:
        _tell(self, key, super().get(key, MISSING))
        return super().__getitem__(key)

    def get(self, key: Any, default: Any = None) -> Any:
        """Return the value of *key*, or *default*."""
        found = super().get(key, MISSING)
        _tell(self, key, found)
        return default if found is MISSING else found

    def __contains__(self, key: object) -> bool:
        found = super().get(cast("Key", key), MISSING)
        _tell(self, cast("Key", key), found)
        return found is not MISSING

    def _whole(self) -> None:
        if _recorder is not None:
            # A plain copy: its fingerprint holds everything.
            _tell(self, WHOLE, dict(super().items()))

    def __iter__(self) -> Iterator[Key]:
        self._whole()
        return super().__iter__()

    def __len__(self) -> int:
        self._whole()
        return super().__len__()

    def keys(self) -> Any:
        """Return all keys."""
        self._whole()
        return super().keys()

    def values(self) -> Any:
        """Return all values."""
        self._whole()
        return super().values()

    def items(self) -> Any:
        """Return all keys and values."""
        self._whole()
        return super().items()


# The key that stands for all of a mapping.
WHOLE = "\0whole"


def remembered(key: Hashable, make: Callable[[], Made]) -> Made:
    """Return what *make* makes, once while pages are made; each page reads what it read."""
    return make() if _recorder is None else _recorder.remembered(key, make)


def unnoticed(make: Callable[[], Made]) -> Made:
    """Return what *make* makes: the page reads that, and not what it is made of."""
    return make() if _recorder is None else _recorder.unnoticed(make)


def value_of(owner: object, name: Hashable) -> object:
    """Return what is there now of what was *read*; MISSING where there is nothing."""
    if isinstance(owner, Lookups):
        if name == WHOLE:
            return dict(dict.items(owner))
        return dict.get(owner, name, MISSING)
    return getattr(owner, str(name), MISSING)


def objects_in(values: Iterable[object]) -> dict[str, object]:
    """Return all that is tracked among *values*, and what is found through it, by its name."""
    found: dict[str, object] = {}
    waiting = list(values)
    while waiting:
        each = waiting.pop()
        if isinstance(each, Tracked | Lookups) and (name := each.trace_name()) not in found:
            found[name] = each
            waiting += dict.values(each) if isinstance(each, Lookups) else each.trace_parts()
    return found


@contextmanager
def recording(recorder: Recorder) -> Iterator[None]:
    """Tell *recorder* of everything that is read meanwhile, in this process."""
    global _recorder
    _recorder = recorder
    Tracked.__getattribute__ = _tell_of_attribute  # type: ignore[method-assign]
    try:
        yield
    finally:
        _recorder = None
        del Tracked.__getattribute__

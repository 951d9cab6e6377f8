"""From what a site states to what a plugin declares, by Python's own annotations.

Every mistake is told, not the first.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from enum import EnumType
from pathlib import Path
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from problems import Problem, did_you_mean

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Options = TypeVar("Options", bound=DataclassInstance)


# In the place of a value that cannot be used; None may be one that can.
WRONG: Final = object()
LONGEST = 100
# In an Annotated: what a list may hold may stand there alone.
OR_ONE: Final = object()
PLAIN: Mapping[object, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text",
    datetime.date: "a day, as 2027-03-01",
    Path: "a path",
    NoneType: "None",
}
Value = TypeVar("Value")


def read(kind: Any, value: object, where: Sequence[str], wrong: list[str]) -> Any:
    """Return *value* as *kind*, or WRONG; sentences on what is wrong are added to *wrong*.

    *where* is the setting, and the names on the way into it. `Annotated` says in words what a
    value is, and may have a function, which returns the value as it is used or raises ValueError.
    A tuple of texts, where a type is expected, is a choice of one of them.
    """
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(kind, value, where, wrong)
    if origin in (Union, UnionType):
        tried = (read(part, value, where, []) for part in parts)
        found = next((each for each in tried if each is not WRONG), WRONG)
        if found is WRONG:
            wrong.append(unlike(kind, value, where))
        return found
    if origin is tuple and isinstance(value, list | tuple):
        return _listed(kind, value, where, wrong)
    if origin in (Mapping, dict) and isinstance(value, Mapping):
        return _mapped(parts, value, where, wrong)
    found = _plain(kind, value)
    if found is WRONG:
        wrong.append(unlike(kind, value, where))
    return found


def _annotated(kind: Any, value: object, where: Sequence[str], wrong: list[str]) -> Any:
    """Read the type inside first; what is wrong deep in a list or dictionary is told there."""
    inside, *more = get_args(kind)
    if OR_ONE in more and not isinstance(value, list | tuple):
        value = (value,)
    inner: list[str] = []
    found = read(inside, value, where, inner)
    if inner == [unlike(inside, value, where)]:
        wrong.append(unlike(kind, value, where))
        return WRONG
    wrong.extend(inner)
    for use in filter(callable, more) if found is not WRONG else ():
        try:
            found = use(found)
        except ValueError:
            wrong.append(unlike(kind, value, where))
            return WRONG
    return found


def _listed(kind: Any, value: Sequence[object], where: Sequence[str], wrong: list[str]) -> Any:
    """Return a tuple: of any length, without what is wrong in it, or of the length declared."""
    parts = get_args(kind)
    if parts[-1] is Ellipsis:
        every = [read(parts[0], each, (*where, ""), wrong) for each in value]
        kept = tuple(each for each in every if each is not WRONG)
        return kept if kept or not value else WRONG
    if len(parts) != len(value):
        wrong.append(unlike(kind, value, where))
        return WRONG
    pairs = zip(parts, value, strict=True)
    every = [read(part, each, (*where, ""), wrong) for part, each in pairs]
    return WRONG if any(each is WRONG for each in every) else tuple(every)


def _mapped(
    parts: Sequence[Any], value: Mapping[object, object], where: Sequence[str], wrong: list[str]
) -> dict[object, object]:
    """Return a dictionary without the entries that are wrong."""
    found = {}
    for name, each in value.items():
        key = read(parts[0], name, (*where, ""), wrong)
        entry = read(parts[1], each, (*where, str(name)), wrong)
        if key is not WRONG and entry is not WRONG:
            found[key] = entry
    return found


def _plain(kind: Any, value: object) -> Any:
    if offers(kind):
        known = {str(each): each for each in offers(kind)}
        return known.get(value, WRONG) if isinstance(value, str) else WRONG
    if kind is datetime.date and isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            return WRONG
    if kind is float and type(value) is int:
        return value
    # True is an int to Python, and a datetime a date; neither is meant.
    # There are kinds of texts and of paths.
    if kind in (str, Path):
        return value if isinstance(value, kind) else WRONG
    return value if type(value) is kind else WRONG


def offers(kind: Any) -> list[Any]:
    """Return what a Literal, an enumeration or a tuple of texts offers; of others, nothing."""
    if get_origin(kind) is Literal:
        return list(get_args(kind))
    return list(kind) if isinstance(kind, EnumType | tuple) else []


def words_for(kind: Any) -> str:
    """Return what a value of *kind* is, in words."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return next((str(each) for each in parts[1:] if isinstance(each, str)), words_for(parts[0]))
    if origin in (Union, UnionType):
        return ", or ".join(map(words_for, parts))
    if offers(kind):
        return f"one of {', '.join(map(str, offers(kind)))}"
    return PLAIN.get(kind) or ("a list" if origin is tuple else "a dictionary")


def unlike(kind: Any, value: object, where: Sequence[str]) -> str:
    """Return the sentence that says what a value should have been: one form for all of them.

    A name that is empty stands for each of a list.
    """
    setting, *names = where
    path = ", ".join(f"“{name}”" for name in names if name)
    each = "each in " if names and not names[-1] else ""
    place = f"{setting}: {each}{path}" if path else f"{each}{setting}"
    inside = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    likely = ""
    if isinstance(value, str):
        likely = did_you_mean(value, map(str, offers(inside)))
    return f"{place} is {words_for(kind)}, unlike {_shown(value)}{likely}"


def _shown(value: object) -> str:
    """Return *value* as it was written, cut where it is long."""
    written = repr(value)
    return written if len(written) <= LONGEST else f"{written[:LONGEST]}…"


Check = Callable[[Any], Any]


def such(holds: Callable[[Any], object]) -> Check:
    """Return a function for Annotated that lets pass what *holds* is true of."""

    def check(value: Any) -> Any:
        if not holds(value):
            raise ValueError
        return value

    return check


def read_options(
    kind: type[Options],
    stated: object,
    *,
    setting: str,
    code: str = "setting",
    beside: Collection[str] = (),
) -> tuple[Options, list[Problem]]:
    """Return *stated* as *kind*, each field of which has a default, and what is wrong with it.

    What is wrong has its default, so that the build goes on to tell the rest. *beside* are
    options that others read.
    """
    values, problems = read_fields(kind, stated, setting=setting, code=code, beside=beside)
    return kind(**values), problems


def read_fields(
    kind: type[DataclassInstance],
    stated: object,
    *,
    setting: str,
    code: str = "setting",
    beside: Collection[str] = (),
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the values for the fields of *kind* that *stated* has right, and what is wrong."""
    hints = get_type_hints(kind, include_extras=True)
    kinds = {field.name: hints[field.name] for field in fields(kind)}
    values, problems = read_named(kinds, stated, setting=setting, code=code, beside=beside)
    if not isinstance(stated, Mapping):
        return values, problems
    for field in fields(kind):
        if _is_needed(field) and field.name not in stated:
            message = f"{setting} needs “{field.name}”: {words_for(hints[field.name])}"
            problems.append(Problem(message=message, code=code))
    return values, problems


def read_named(
    kinds: Mapping[str, Any],
    stated: object,
    *,
    setting: str,
    code: str = "setting",
    beside: Collection[str] = (),
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the options that *stated* has right, by their names in *kinds*, and what is wrong."""
    known = [*kinds, *beside]
    if not isinstance(stated, Mapping):
        example = f'{{"{known[0]}": …}}' if known else "{}"
        message = f"{setting} is a dictionary, as {example}, unlike {stated!r}"
        return {}, [Problem(message=message, code=code)]
    wrong: list[str] = []
    values: dict[str, Any] = {}
    for name, value in stated.items():
        if name in kinds:
            found = read(kinds[name], value, (setting, name), wrong)
            values |= {} if found is WRONG else {name: found}
        elif name not in known:
            hint = did_you_mean(str(name), known) or f"; it has {', '.join(known)}"
            wrong.append(f"{setting} has no option “{name}”{hint}")
    return values, [Problem(message=message, code=code) for message in wrong]


def read_value(
    kind: object, stated: object, default: Value, *, setting: str, code: str = "setting"
) -> tuple[Value, list[Problem]]:
    """Return *stated* where it is of *kind*, else *default*, and what is wrong with it."""
    wrong: list[str] = []
    value = read(kind, stated, (setting,), wrong)
    problems = [Problem(message=message, code=code) for message in wrong]
    return default if value is WRONG else value, problems


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING

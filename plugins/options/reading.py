"""From what a site states to what a plugin declares; every mistake is told, not the first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import MISSING, Field, fields
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from options.types import WRONG, read, words_for
from problems import Problem
from problems.suggestions import did_you_mean

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Options = TypeVar("Options", bound=DataclassInstance)
Value = TypeVar("Value")


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

"""What a library holds, on its way in and out, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from problems import Location, Problem, UnusableError

# The fields of a citation that hold names, and those that hold dates; all others hold text.
NAMES = ("author", "editor", "translator")
DATES = ("issued", "accessed")


class LibraryError(UnusableError):
    """The file as a whole cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One work of a library, in the fields of a citation: texts, and lists of names.

    *wish* is the key that the library gives it, which may be no citation key, or be empty.
    *left_out* names what a citation has no place for.
    """

    wish: str
    fields: Mapping[str, Any]
    location: Location
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The usable works of a file in their order, and what is wrong with the others."""

    items: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """One citation: texts, and lists of names, by the names of a citation's fields.

    Its `container-title` is the outlet's title; *container* is the outlet's name in sources/,
    where the title alone would not lead back to it.
    """

    key: str
    fields: Mapping[str, Any]
    container: str = ""

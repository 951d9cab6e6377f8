"""A CSL-JSON file as its items, and the line on which each begins."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bibliography.foreign import foreign_json, foreign_text
from bibliography.model import LibraryError

_SPACE = re.compile(r"[ \t\r\n]*")


class JsonObject(dict[str, Any]):
    """An object of a JSON file, and the names that it states more than once."""

    twice: frozenset[str] = frozenset()


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    made = JsonObject(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        made.twice = frozenset(name for name in names if names.count(name) > 1)
    return made


def _refuse(word: str) -> Any:
    raise ValueError(f"{word} is no value")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse)


def items_in(text: str) -> list[tuple[int, object]]:
    """Return the items of the list that *text* is, each with its line, from 1.

    Raises LibraryError where it is no JSON, or JSON of another schema.
    """
    if told := foreign_text(text, wanted="csl"):
        raise LibraryError(told)
    if not text.strip():
        raise LibraryError("the file is empty")
    try:
        found = list(_items(text))
    except LibraryError:
        raise
    except json.JSONDecodeError as error:
        raise LibraryError(f"this is no JSON: {error.msg}", line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise LibraryError(f"this is no JSON that can be read: {error}") from error
    if told := foreign_json([item for _, item in found]):
        raise LibraryError(told)
    return found


def _items(text: str) -> Iterator[tuple[int, Any]]:
    position = _skip(text, 0)
    if text[position] != "[":
        raise LibraryError(foreign_json(_DECODER.decode(text)))
    position, line, counted = _skip(text, position + 1), 1, 0
    while text[position : position + 1] != "]":
        line, counted = line + text.count("\n", counted, position), position
        item, end = _DECODER.raw_decode(text, position)
        yield line, item
        position = _skip(text, end)
        if text[position : position + 1] == ",":
            position = _skip(text, position + 1)
            if text[position : position + 1] == "]":
                raise json.JSONDecodeError("a comma before the closing ]", text, position)
        elif text[position : position + 1] != "]":
            raise json.JSONDecodeError("a comma or the closing ] is missing", text, end)
    if text[(end := _skip(text, position + 1)) :]:
        raise json.JSONDecodeError("something stands behind the closing ]", text, end)


def _skip(text: str, position: int) -> int:
    """Return the place of the first sign that is no white space."""
    space = _SPACE.match(text, position)
    return space.end() if space else position

"""CSL-JSON: read as Zotero and Better BibTeX export it, and written as Zotero reads it.

An item is checked by rules of our own, which follow the CSL 1.0.2 specification: a known
`type`, names and dates of their shape, and text or numbers for everything else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bibliography.csl_parts import csl_date, csl_name, read_date, read_names
from bibliography.draft import Draft, contents_of
from bibliography.foreign import foreign_json, foreign_text
from bibliography.model import DATES, NAMES, Contents, Exported, LibraryError
from bibliography.texts import one_line, with_markup, without_markup
from citations import FIELDS, TYPES
from problems import Location, did_you_mean

# CSL's names for what a citation calls otherwise, or has not under its own name.
TEXTS = {
    **{name: name for name in "title title-short original-title container-title".split()},
    **{name: name for name in "publisher publisher-place volume issue number page".split()},
    **{name: name for name in "section genre medium DOI ISBN ISSN abstract note".split()},
    "shortTitle": "title-short",
}
# Where an archived copy may stand, the better place first.
ARCHIVES = ("archive_location", "archive")
_WISHES = frozenset({"id", "citation-key", "type", "custom"})
_ADDRESS = re.compile(r"\s*https?://", re.IGNORECASE)
_NO_KEY = re.compile(r"\d+|\S+:/.*|.*/items/\S*")
# Zotero keeps the key of Better BibTeX among its remarks.
_KEY_REMARK = re.compile(r"^citation[ -]key:[ \t]*(\S+)[ \t]*\n?", re.IGNORECASE | re.MULTILINE)

_SPACE = re.compile(r"[ \t\r\n]*")


def write_csl(works: Iterable[Exported]) -> str:
    """Return the file that holds *works*."""
    items = [_item(work) for work in works]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(work: Exported) -> dict[str, Any]:
    # Zotero takes the key from the second, citeproc from the first.
    item: dict[str, Any] = {"id": work.key, "citation-key": work.key}
    for name in FIELDS:
        if value := work.fields.get(name):
            item[ARCHIVES[0] if name == "archive" else name] = _value(name, value)
    if work.container:
        item["custom"] = {"container": work.container}
    return item


def _value(name: str, value: Any) -> Any:
    if name in NAMES:
        return [csl_name(each) for each in value]
    if name in DATES:
        return csl_date(value)
    if name in {"type", "URL", "archive", "language"}:
        return value
    return with_markup(value)


def read_csl(text: str, path: Path) -> Contents:
    """Return the works of *text*; *path* is where problems are said to be.

    Raises LibraryError where it is no CSL-JSON.
    """
    drafts = [
        _read_item(item, number, Location(path=path, line=line))
        for number, (line, item) in enumerate(items_in(text), start=1)
    ]
    return contents_of(drafts)


def _read_item(value: Any, number: int, location: Location) -> Draft:
    draft = Draft(name=f"work {number}", location=location)
    if not isinstance(value, JsonObject):
        draft.fail(f"“{value}” is no work; a work is an object with type and title")
        return draft
    draft.wish = _wish(value)
    names = (draft.wish, value.get("title"), value.get("id"))
    if name := next((name for name in names if name and isinstance(name, str)), ""):
        draft.name += f", “{one_line(name)}”"
    for twice in sorted(value.twice):
        draft.fail(f"“{twice}” stands there twice; delete one")
    _read_type(draft, value.get("type"))
    for name, part in value.items():
        if name not in _WISHES and part not in (None, "", [], {}):
            _read_field(draft, name, part)
    _read_archive(draft, value)
    _read_custom(draft, value.get("custom"))
    _take_key_remark(draft)
    return draft


def _wish(value: Mapping[str, Any]) -> str:
    """Return the key that the library gives; an address or a bare number is none."""
    key, identity = value.get("citation-key"), value.get("id")
    if isinstance(key, str) and key.strip():
        return one_line(key)
    known = one_line(identity) if isinstance(identity, str) else ""
    return "" if _NO_KEY.fullmatch(known) else known


def _read_type(draft: Draft, kind: Any) -> None:
    if not isinstance(kind, str) or not kind:
        draft.fail('it has no type; state one, as in "type": "article-newspaper"')
    elif kind not in TYPES:
        draft.fail(f"CSL has no type “{kind}”{did_you_mean(kind, TYPES)}")
    else:
        draft.fields["type"] = kind


def _read_field(draft: Draft, name: str, value: Any) -> None:
    if name in NAMES:
        read_names(draft, name, value)
    elif name in DATES:
        read_date(draft, name, value)
    elif name in TEXTS or name in {"URL", "language"}:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            draft.fail(f"“{name}” is no text")
        else:
            _put_text(draft, name, str(value))
    elif name not in ARCHIVES:
        draft.leave_out(name)


def _put_text(draft: Draft, name: str, text: str) -> None:
    if name == "URL":
        draft.put_address(name, text)
    elif name == "language":
        draft.put_language(text)
    else:
        draft.put(TEXTS[name], without_markup(text))


def _read_archive(draft: Draft, value: Mapping[str, Any]) -> None:
    """Take the address of an archived copy; an archive on paper has no place."""
    for name in ARCHIVES:
        if text := value.get(name):
            if _ADDRESS.match(str(text)) and "archive" not in draft.fields:
                draft.put_address("archive", str(text))
            else:
                draft.leave_out(name)


def _read_custom(draft: Draft, value: Any) -> None:
    """Take the outlet's name in sources/, which our own export adds where it has to."""
    for name, part in value.items() if isinstance(value, Mapping) else ():
        if name == "container" and isinstance(part, str):
            draft.put("container", part)
        else:
            draft.leave_out(f"custom.{name}")


def _take_key_remark(draft: Draft) -> None:
    note = draft.fields.get("note", "")
    match = _KEY_REMARK.search(note)
    if match is None or (draft.wish and draft.wish != match[1]):
        return
    draft.wish = match[1]
    note = (note[: match.start()] + note[match.end() :]).strip()
    draft.fields = (
        {**draft.fields, "note": note}
        if note
        else {name: part for name, part in draft.fields.items() if name != "note"}
    )


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

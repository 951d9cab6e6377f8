"""``citations/<key>.yaml`` as fields and the lines they stand on: read, and written.

Nothing in a file is guessed, or run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import yaml

from citations.keys import citation_key
from citations.model import FIELDS
from files import write_new

# No file of ours needs more; the parser in C ends the process where there are thousands.
DEEPEST = 8
PLAIN = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "null", "seq", "map"))
EMPTY: tuple[Any, ...] = (None, "", [], ())
# Ends of lines to YAML, which only an escape keeps.
_ODD_LINES = re.compile(r"[\r\x85\u2028\u2029]")
# In C where PyYAML has it: ten times as fast.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class FieldsError(ValueError):
    """The file cannot be read as fields; the message says what to do, *line* where."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


class _Loader(_Base):  # type: ignore[misc]
    """Takes every value as the text that it is: 2026-03-14, no and 1.10 stay as they are."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, shape) for tag, shape in resolvers if tag.endswith(":null")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFields:
    """The values by their names, and the line of each (from 1)."""

    values: Mapping[str, Any]
    lines: Mapping[str, int]


def read_fields(path: Path) -> StatedFields:
    """Return what the mapping in *path* says: texts, lists and mappings of them, or None.

    Raises FieldsError where the file is no such mapping, or says something twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        _refuse_knots(text)
        return _load(text)
    except UnicodeDecodeError as error:
        message = f"the file is not UTF-8 (byte {error.start}); save it as UTF-8"
        raise FieldsError(message) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        message = f"this is no YAML: {error.problem or error.context}"
        raise FieldsError(message, line) from error
    except yaml.YAMLError as error:
        message = f"this is no YAML: {str(error).splitlines()[0]}"
        raise FieldsError(message) from error


def _refuse_knots(text: str) -> None:
    """Refuse what a few lines could make endless: aliases, and lists in lists in lists."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise FieldsError(
                f"“*{event.anchor}” repeats another value; write it out", _line(event)
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise FieldsError("lists within lists: no field is as deep as this", _line(event))


def _load(text: str) -> StatedFields:
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise FieldsError("describe the work in fields, one a line: “title: …”")
        _check(node)
        values = loader.construct_document(node)
    finally:
        loader.dispose()
    lines = {key.value: _line(key) for key, _ in node.value}
    return StatedFields(values=values, lines=lines)


def _check(node: yaml.Node) -> None:
    """Refuse what PyYAML takes in silence: a name that stands twice, and values of its own kinds.

    Of a name that stands twice it keeps the last.
    """
    if node.tag not in PLAIN:
        raise FieldsError(f"take away the “{node.tag}” before the value", _line(node))
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _check(item)
    elif isinstance(node, yaml.MappingNode):
        _check_names(node)
        for _, value in node.value:
            _check(value)


def _check_names(node: yaml.MappingNode) -> None:
    first: dict[str, int] = {}
    for key, _ in node.value:
        name, line = key.value, _line(key)
        if not isinstance(name, str) or not key.tag.endswith(":str"):
            raise FieldsError("a field’s name is a word, as in “title: …”", line)
        if name in first:
            raise FieldsError(f"“{name}” stands here twice (line {first[name]}); delete one", line)
        first[name] = line


def _line(place: Any) -> int:
    """Return the line, from 1, of a node or an event of PyYAML's."""
    return int(place.start_mark.line) + 1


class _Dumper(yaml.SafeDumper):
    """Writes text without quotation marks wherever it is read back as the same text.

    The reader takes every value as text, so 2026-03-14, no and 1984 need none.
    """

    yaml_implicit_resolvers: ClassVar = {  # type: ignore[misc]  # the stubs say: an instance’s
        first: [(tag, shape) for tag, shape in resolvers if tag in PLAIN]
        for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        # A list stands further in than its name.
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    style = '"' if _ODD_LINES.search(text) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def citation_text(fields: Mapping[str, object]) -> str:
    """Return *fields* as the text of a citation's file.

    Values are texts, lists of names, or what can be said as text (a date, a number);
    empty ones are left out.  Raises ValueError at a field that a citation does not have.
    """
    if unknown := sorted(fields.keys() - set(FIELDS)):
        raise ValueError(f"a citation has no field “{unknown[0]}”")
    stated = {name: _plain(fields[name]) for name in FIELDS if fields.get(name) not in EMPTY}
    return yaml.dump(
        stated, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=float("inf")
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items() if part not in EMPTY}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value)


def write_citation(folder: Path, key: str, fields: Mapping[str, object]) -> Path:
    """Write *fields* to ``<key>.yaml`` in *folder*, whole or not at all; return its path.

    Raises FileExistsError where the key is taken, QuotationError where it is none,
    and ValueError at a field that a citation does not have.
    """
    text = citation_text(fields)
    path = folder / f"{citation_key(key)}.yaml"
    write_new(path, text.encode())
    return path

"""A YAML file as fields and the lines they stand on; nothing in it is guessed, or run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import yaml

# No file of ours needs more; the parser in C ends the process where there are thousands.
DEEPEST = 8
PLAIN = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "null", "seq", "map"))
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
class Fields:
    """The values by their names, and the line of each (from 1)."""

    values: Mapping[str, Any]
    lines: Mapping[str, int]


def read_fields(path: Path) -> Fields:
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


def _load(text: str) -> Fields:
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
    return Fields(values=values, lines=lines)


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

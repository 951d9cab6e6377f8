"""A file that says which old page is which article: YAML, or CSV with two columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import yaml

from comments.moving.mapping import Articles, path_of
from comments.moving.model import MovingError
from problems import Problem
from problems.suggestions import did_you_mean

CODE = "comments-map"


def read_map(
    path: Path, articles: Articles, *, keep_unknown: bool
) -> tuple[dict[str, str | None], list[Problem]]:
    """Return ids by old address or path, None where a page stays behind, and what is wrong.

    An id is an article's, or its path; another one is an error, unless it is to be kept.
    Raises MovingError where the file cannot be read.
    """
    try:
        rows = list(_csv(path) if path.suffix.lower() == ".csv" else _yaml(path))
    except MovingError as error:
        error.path = path
        raise
    stated: dict[str, str | None] = {}
    problems = []
    for line, old, new in rows:
        # An address with a query is one page of many at that path.
        name = old if "?" in old else path_of(old)
        if name in stated:
            problems.append(_problem(path, line, f"{old} is named twice; keep one"))
        elif new and not keep_unknown and not articles.find(new):
            hint = did_you_mean(new, articles.ids) or "; --keep-unknown takes it nevertheless"
            problems.append(_problem(path, line, f"no article has the id {new}{hint}"))
        elif new and not new.startswith("/"):
            problems.append(_problem(path, line, f"an id is a path such as /the-jar/, not {new}"))
        else:
            stated[name] = new or None
    return stated, problems


def _problem(path: Path, line: int, message: str) -> Problem:
    return Problem.at(path, message, CODE, line=line)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise MovingError("the file is not UTF-8; save it as UTF-8") from error


def _csv(path: Path) -> Iterator[tuple[int, str, str]]:
    rows = csv.reader(io.StringIO(_text(path)))
    for row in rows:
        if len(row) not in {0, 2}:
            raise MovingError("a line is an old address and an id: /old/,/new/", line=rows.line_num)
        if row and not (rows.line_num == 1 and "/" not in "".join(row)):
            yield rows.line_num, row[0].strip(), row[1].strip()


def _yaml(path: Path) -> Iterator[tuple[int, str, str]]:
    try:
        # Not loaded, but composed: nodes know their lines, and that one is named twice.
        tree = yaml.compose(_text(path), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise MovingError(f"this is no YAML ({error.problem})", line=line) from error
    except yaml.YAMLError as error:
        raise MovingError(f"this is no YAML ({error})") from error
    if tree is None:
        return
    if not isinstance(tree, yaml.MappingNode):
        raise MovingError("each line is an old address and an id: “/old/: /new/”", line=1)
    for key, value in tree.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            raise MovingError("each line is an old address and an id: “/old/: /new/”", line=line)
        empty = value.tag == "tag:yaml.org,2002:null"
        yield line, key.value, "" if empty else value.value

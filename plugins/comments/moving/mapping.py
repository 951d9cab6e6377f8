"""Which of the site's threads an old page's comments belong to, as far as it can be told.

A file may say it: YAML, or CSV with two columns.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import yaml
from rapidfuzz import fuzz, process

from comments.moving.model import Known, MovingError, OldThread
from problems import Problem, did_you_mean

CODE = "comments-map"
_INDEX = re.compile(r"/(index|default)\.\w+$")
_ENDING = re.compile(r"\.(html?|php|aspx?)$")
# What no thread's id may hold.
_ODD = re.compile(r"[\s?#<>\"']")
# The address of a page that WordPress calls by its number: “/?p=123”.
_NUMBERED = re.compile(r"\w+=[\w-]+$")

# How alike slugs have to be, of 100.
_NEAR = 60


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


def path_of(address: str) -> str:
    """Return the path of *address*, decoded: no domain, query or index page; ``/`` for none.

    An address without a path, but with a number as its query, is ``/p=123``.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return "/"
    path = unicodedata.normalize("NFC", unquote(parts.path))
    path = _INDEX.sub("/", f"/{path.lstrip('/')}")
    if path == "/" and _NUMBERED.match(parts.query):
        return f"/{parts.query}"
    return path


def id_of(address: str) -> str:
    """Return the thread's id that *address* has where no article has it."""
    return _ODD.sub(lambda sign: quote(sign[0], safe=""), path_of(address))


def _bare(path: str) -> str:
    """Return *path* as it is compared: ``/a/``, ``/a`` and ``/a.html`` are one page."""
    return _ENDING.sub("", path.strip("/"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles:
    """The articles of the site, by all that an old page may be known by."""

    by_path: Mapping[str, Known]
    by_slug: Mapping[str, tuple[Known, ...]]
    ids: frozenset[str]

    @classmethod
    def of(cls, known: Iterable[Known]) -> Articles:
        """Return *known*, to look up; an article's own id goes before another's address."""
        articles = list(known)
        by_slug: dict[str, tuple[Known, ...]] = {}
        for one in articles:
            slug = unicodedata.normalize("NFC", one.slug)
            by_slug[slug] = (*by_slug.get(slug, ()), one)
        by_path = {_bare(path_of(one.path)): one for one in articles}
        return cls(
            by_path=by_path | {_bare(path_of(one.id)): one for one in articles},
            by_slug=by_slug,
            ids=frozenset(one.id for one in articles),
        )

    def find(self, address: str) -> Known | None:
        """Return the article at *address*: by its id, its path, or the slug at the end.

        Where translations have one slug, their language has to be in the path, or missing
        from it as from their own address.
        """
        path = _bare(path_of(address))
        if not path:
            return None
        if path in self.by_path:
            return self.by_path[path]
        *before, slug = path.split("/")
        candidates = self.by_slug.get(slug, ())
        said = [one for one in candidates if one.language in before]
        at_end = [one for one in candidates if f"/{path}".endswith(f"/{_bare(one.path)}")]
        choices = said or at_end or list(candidates)
        return choices[0] if len({one.id for one in choices}) == 1 else None

    def suggestion(self, addresses: Iterable[str]) -> str:
        """Return “; did you mean ID?”, or an empty text."""
        for address in addresses:
            old = _bare(path_of(address)).rpartition("/")[2]
            # Far quicker than did_you_mean, and there may be thousands of both.
            near = process.extractOne(old, [*self.by_slug], scorer=fuzz.ratio, score_cutoff=_NEAR)
            if near:
                return f"; did you mean {self.by_slug[near[0]][0].id}?"
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where an old page's comments go: *article* is None for an id that no article has."""

    id: str
    title: str
    article: Known | None = None


def target(
    thread: OldThread,
    articles: Articles,
    *,
    stated: Mapping[str, str | None],
    keep_unknown: bool,
) -> Target | None:
    """Return where the comments of *thread* go, or None where that cannot be told.

    *stated* are ids by an old address or path; None leaves the page behind on purpose, which
    gives a target without an id.
    """
    for address in thread.addresses:
        for name in (address, path_of(address)):
            if name in stated:
                return _stated(stated[name], thread, articles)
    for address in thread.addresses:
        if article := articles.find(address):
            return Target(id=article.id, title=article.title, article=article)
    if keep_unknown and thread.addresses and path_of(thread.addresses[0]) != "/":
        return Target(id=id_of(thread.addresses[0]), title=thread.title)
    return None


def _stated(name: str | None, thread: OldThread, articles: Articles) -> Target:
    article = articles.find(name) if name else None
    if article:
        return Target(id=article.id, title=article.title, article=article)
    return Target(id=name or "", title=thread.title)

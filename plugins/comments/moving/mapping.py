"""Which of the site's threads an old page's comments belong to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from rapidfuzz import fuzz, process

from comments.moving.model import Known, OldThread

_INDEX = re.compile(r"/(index|default)\.\w+$")
_ENDING = re.compile(r"\.(html?|php|aspx?)$")
# What no thread's id may hold.
_ODD = re.compile(r"[\s?#<>\"']")
# The address of a page that WordPress calls by its number: “/?p=123”.
_NUMBERED = re.compile(r"\w+=[\w-]+$")

# How alike slugs have to be, of 100.
_NEAR = 60


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
            # Far quicker than problems.suggestions, and there may be thousands of both.
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

"""Which thread an article's comments belong to; never the address a page happens to have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from comments.model import Standing
from problems import Location, Problem
from problems.suggestions import did_you_mean

# Services build links from an id: without the slash they would lead nowhere.
_ID = re.compile(r"^/[^\s?#<>\"']*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An article's claim to a thread.

    *family* is the same for the translations of one article, which may share a thread
    if their metadata says so (*stated*). *written* is the article's date, with its time zone.
    """

    path: Path
    id: str
    written: datetime
    standing: Standing = Standing.OPEN
    family: str = ""
    stated: bool = False

    def shares_with(self, other: Claim) -> bool:
        return self.family == other.family and (self.stated or other.stated)

    def closed_before(self, since: datetime) -> Claim:
        """Return the claim, closed where the article was written before *since*."""
        if self.standing is Standing.OPEN and self.written < since:
            return replace(self, standing=Standing.CLOSED)
        return self


def read_claim(
    path: Path,
    *,
    url: str,
    metadata: Mapping[str, object],
    written: datetime,
    family: str = "",
) -> tuple[Claim, list[Problem]]:
    """Return what the article in *path* says about its comments, and what is wrong with that."""
    problems: list[Problem] = []
    standing = metadata.get("comments", Standing.OPEN)
    if standing not in list(Standing):
        hint = did_you_mean(str(standing), Standing) or f"; say {', '.join(Standing)}"
        problems.append(
            Problem(
                message=f"comments cannot be {standing!r}{hint}",
                code="comments-standing",
                location=place(path, field="comments"),
            )
        )
        standing = Standing.OPEN
    thread = metadata.get("comments_id", f"/{url}")
    # An address that cannot be one is no matter of comments, and told with the slug.
    if "comments_id" in metadata and not _ID.match(str(thread)):
        problems.append(
            Problem(
                message=f"a comments id is a path such as /{url}, not {thread!r}",
                code="comments-id",
                location=place(path, field="comments_id"),
            )
        )
    claim = Claim(
        path=path,
        id=str(thread),
        written=written,
        standing=Standing(str(standing)),
        family=family,
        stated="comments_id" in metadata,
    )
    return claim, problems


def share(claims: Iterable[Claim]) -> list[Claim]:
    """Return *claims* with one thread for all translations of an article.

    It is the one that a translation states, or else that of the oldest: so it stays the same
    when another translation joins.
    """
    claims = list(claims)
    shared: dict[str, str] = {}
    for claim in sorted(claims, key=lambda one: (not one.stated, one.written, str(one.path))):
        shared.setdefault(claim.family, claim.id)
    return [replace(one, id=shared[one.family], stated=True) for one in claims]


def clashes(claims: Iterable[Claim]) -> list[Problem]:
    """Return a problem for each article that claims the thread of an unrelated one."""
    owners: dict[str, Claim] = {}
    problems = []
    # Whose address it is owns the thread; whoever states an id is to choose another.
    for claim in sorted(claims, key=lambda claim: (claim.stated, str(claim.path))):
        owner = owners.setdefault(claim.id, claim)
        if claim is not owner and not claim.shares_with(owner):
            problems.append(_clash(claim, owner))
    return problems


def _clash(claim: Claim, owner: Claim) -> Problem:
    return Problem(
        message=f"the comments id {claim.id} is that of {place(owner.path, field='comments_id')}"
        " too; give this article a comments_id of its own",
        code="comments-id-taken",
        location=place(claim.path, field="comments_id"),
    )


def place(path: Path, *, field: str) -> Location:
    """Return where *path* states *field*: its first line, if it does not."""
    stated = re.compile(rf"^\s*{field}\s*:", re.IGNORECASE)
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    numbered = enumerate(lines, start=1)
    line = next((number for number, text in numbered if stated.match(text)), 1)
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return Location(path=shown, line=line)

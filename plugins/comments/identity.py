"""Which thread an article's comments belong to; never the address a page happens to have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    if their metadata says so (*stated*).
    """

    path: Path
    id: str
    standing: Standing = Standing.ON
    family: str = ""
    stated: bool = False

    def shares_with(self, other: Claim) -> bool:
        return self.family == other.family and (self.stated or other.stated)


def read_claim(
    path: Path, *, url: str, metadata: Mapping[str, object], family: str = ""
) -> tuple[Claim, list[Problem]]:
    """Return what the article in *path* says about its comments, and what is wrong with that."""
    problems: list[Problem] = []
    standing = metadata.get("comments", Standing.ON)
    if standing not in list(Standing):
        hint = did_you_mean(str(standing), Standing) or f"; say {', '.join(Standing)}"
        problems.append(
            Problem(
                message=f"comments cannot be {standing!r}{hint}",
                code="comments-standing",
                location=place(path, field="comments"),
            )
        )
        standing = Standing.ON
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
        standing=Standing(str(standing)),
        family=family,
        stated="comments_id" in metadata,
    )
    return claim, problems


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

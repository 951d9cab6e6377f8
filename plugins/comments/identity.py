"""Which thread an article's comments belong to, and which threads there are.

A thread never has the address that a page happens to have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from comments.model import Claim, Standing, Thread
from comments.urls import in_query
from contract.text import Text
from problems import Problem, did_you_mean
from problems.report import shown

# What other systems call it, in the same field.
_ELSEWHERE = {"true": Standing.OPEN, "false": Standing.CLOSED}
# Services build links from an id: without the slash they would lead nowhere.
_ID = re.compile(r"^/[^\s?#<>\"']*$")


def listing(threads: Iterable[Thread]) -> str:
    """Return the lines of the map: an id as it stands in a query, and how the thread stands.

    A thread that several articles share is open where one of them is. No comment service refuses
    a thread that the site does not have or has closed; nginx does, by this part of a ``map``
    (ngx_http_map_module). It may find a thread under another spelling, since it takes capitals
    for small letters, so each entry says what it is the entry of.
    """
    standing: dict[str, bool] = {}
    for thread in threads:
        standing[thread.id] = thread.open or standing.get(thread.id, False)
    entries: dict[str, list[str]] = defaultdict(list)
    for name in sorted(standing):
        said = "open" if standing[name] else "closed"
        entries[in_query(name).lower()].append(f"{said} {in_query(name)}")
    return "".join(f'"{key}" "{" ".join(said)}";\n' for key, said in sorted(entries.items()))


def read_claim(
    text: Text, *, url: str, metadata: Mapping[str, object], written: datetime, family: str = ""
) -> tuple[Claim, list[Problem]]:
    """Return what an article says about its comments, and what is wrong with that."""
    problems: list[Problem] = []
    said = metadata.get("comments", Standing.OPEN)
    standing = str(said).lower()
    standing = _ELSEWHERE.get(standing, standing)
    if standing not in list(Standing):
        hint = did_you_mean(standing, Standing) or f"; say {', '.join(Standing)}"
        message = f"comments cannot be {said!r}{hint}"
        location = text.place("comments")
        problems.append(Problem(message=message, code="comments-standing", location=location))
        standing = Standing.OPEN
    thread = metadata.get("comments_id", f"/{url}")
    place = text.place("comments_id")
    # An address that cannot be one is no matter of comments, and told with the slug.
    if "comments_id" in metadata and not _ID.match(str(thread)):
        message = f"a comments id is a path such as /{url}, not {thread!r}"
        problems.append(Problem(message=message, code="comments-id", location=place))
    claim = Claim(
        place=place,
        id=str(thread),
        written=written,
        standing=Standing(standing),
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
    for claim in sorted(claims, key=lambda one: (not one.stated, one.written, str(one.place.path))):
        shared.setdefault(claim.family, claim.id)
    return [replace(one, id=shared[one.family], stated=True) for one in claims]


def clashes(claims: Iterable[Claim]) -> list[Problem]:
    """Return a problem for each article that claims the thread of an unrelated one."""
    owners: dict[str, Claim] = {}
    problems = []
    # Whose address it is owns the thread; whoever states an id is to choose another.
    for claim in sorted(claims, key=lambda claim: (claim.stated, str(claim.place.path))):
        owner = owners.setdefault(claim.id, claim)
        if claim is not owner and not claim.shares_with(owner):
            problems.append(_clash(claim, owner))
    return problems


def _clash(claim: Claim, owner: Claim) -> Problem:
    place = replace(owner.place, path=Path(shown(owner.place.path)))
    message = f"the comments id {claim.id} is that of {place} too"
    advice = "give this article a comments_id of its own"
    code = "comments-id-taken"
    return Problem(message=f"{message}; {advice}", code=code, location=claim.place)

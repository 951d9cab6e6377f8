"""Threads that had comments, and that no article has any more: most often, one has moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from comments.baking.snapshot import Snapshot
from problems import Location, Problem, Severity
from problems.suggestions import nearest

MOST_TOLD = 20


def orphans(
    snapshot: Snapshot, lost: Sequence[str], threads: Mapping[str, Path]
) -> Iterator[Problem]:
    """Yield a warning for each of the threads *lost*, at the article that is likely to have moved.

    *threads* are the articles by the ids of their threads.
    """
    lost = [thread for thread in lost if thread in snapshot.threads]
    alone = [thread for thread in threads if thread not in snapshot.threads]
    for thread in lost[:MOST_TOLD]:
        count = snapshot.threads[thread].count
        comments = f"{count:,} comment{'' if count == 1 else 's'}"
        moved = nearest(thread, alone)
        stated = f"state “Comments_id: {thread}” in"
        yield _warning(
            f"no article has the {comments} of {thread} any more; "
            + (f"if it is this one, {stated} it" if moved else f"{stated} the article that moved")
            + ", or delete them on the server",
            threads[moved] if moved else None,
        )
    if len(lost) > MOST_TOLD:
        more = f"{len(lost) - MOST_TOLD:,} more threads with comments"
        yield _warning(f"no article has {more}; see whether addresses have changed", None)


def _warning(message: str, path: Path | None) -> Problem:
    return Problem(
        message=message,
        code="comments-orphan",
        location=Location(path=path) if path else None,
        severity=Severity.WARNING,
    )

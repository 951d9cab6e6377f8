"""The comments of a site's threads, and what is to be told about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, tzinfo
from pathlib import Path

from assets.model import digest
from comments.baking.fetching import Fetcher
from comments.baking.reading import Reading, read
from comments.baking.sanitizing import sanitized
from comments.baking.snapshot import Snapshot
from comments.model import Archive, Comment, Service
from problems import Location, Problem, Severity, nearest

MOST_TOLD = 20  # of threads that no article has
REACH_IT = "see that the server runs, has its database, and can be reached from here"


def bake(
    service: Service,
    threads: Mapping[str, Path],
    *,
    claimed: Sequence[str] = (),
    cache: Path,
    zone: tzinfo = UTC,
) -> tuple[Mapping[str, tuple[Comment, ...]], list[Problem]]:
    """Return the comments of *threads*, sanitized, and what is wrong.

    *threads* are the files of the articles by the ids of their threads; *claimed* are ids that
    others have who show no comments. A thread of which nothing is known is left out.
    *cache* is the folder for snapshots, and *zone* the site's.
    """
    provider = service.provider
    if not isinstance(provider, Archive):
        return {}, []
    # Another server, or one behind the same path of another site, has other comments.
    path = cache / f"{provider.name}-{digest(repr(provider), service.site_origin)}.json"
    snapshot = Snapshot.load(path)
    lost = sorted(snapshot.threads.keys() - {*threads, *claimed})
    with Fetcher(service.site_origin) as fetch:
        reading = read(provider, fetch, [*threads, *lost], snapshot)
    if snapshot.damaged and reading.unread:
        return {}, [_lost(provider, reading, path)]
    problems = [*_kept(snapshot, path)]
    found = {
        thread: tuple(sanitized(each, zone) for each in kept.comments) if kept else ()
        for thread in threads
        if (kept := snapshot.threads.get(thread)) or reading.counts.get(thread) == 0
    }
    hint = "the next build reads on" if fetch.spent else REACH_IT
    problems += _unreachable(provider, reading, snapshot, hint)
    return found, [*problems, *_orphans(snapshot, lost, threads)]


def _kept(snapshot: Snapshot, path: Path) -> Iterator[Problem]:
    """Keep *snapshot*, or yield a warning."""
    try:
        snapshot.save(path)
    except OSError as error:
        yield _warning(
            "cache",
            f"what was read of the comments cannot be kept ({error.strerror}): without the"
            " server, the next build has none; empty this folder, or mend its permissions",
            path.parent,
        )


def _lost(provider: Archive, reading: Reading, path: Path) -> Problem:
    """Return the error that keeps the comments of the last good build in its pages."""
    return Problem.at(
        path,
        "what was read of the comments before is damaged, and not all could be read anew"
        f" from {provider.title}: {reading.reason}; build again when the server answers,"
        " or delete this file to publish without them",
        "comments-lost",
    )


def _unreachable(
    provider: Archive, reading: Reading, snapshot: Snapshot, hint: str
) -> Iterator[Problem]:
    """Yield a warning where not all could be read; *hint* is what to do."""
    if not reading.unread:
        return
    kept = [snapshot.threads[thread] for thread in reading.unread if thread in snapshot.threads]
    if kept:
        when = f"{max(each.read for each in kept):%Y-%m-%d %H:%M} UTC"
        shown = (
            f"shown are {_number(len(kept), 'thread')} with comments as they were read by {when}"
        )
    else:
        shown = "nothing was read before"
    yield _warning(
        "comments-unreachable",
        f"not all comments could be read from {provider.title}: {reading.reason}"
        f" ({_number(len(reading.unread), 'thread')} not read; {shown}); {hint}",
    )


def _orphans(
    snapshot: Snapshot, lost: Sequence[str], threads: Mapping[str, Path]
) -> Iterator[Problem]:
    """Yield a warning for each of the threads *lost*, at the article that is likely to have moved.

    Nobody has these any more; *threads* are the articles by the ids of theirs.
    """
    lost = [thread for thread in lost if thread in snapshot.threads]
    alone = [thread for thread in threads if thread not in snapshot.threads]
    for thread in lost[:MOST_TOLD]:
        count = snapshot.threads[thread].count
        comments = _number(count, "comment")
        moved = nearest(thread, alone)
        stated = f"state “Comments_id: {thread}” in"
        yield _warning(
            "comments-orphan",
            f"no article has the {comments} of {thread} any more; "
            + (f"if it is this one, {stated} it" if moved else f"{stated} the article that moved")
            + ", or delete them on the server",
            threads[moved] if moved else None,
        )
    if len(lost) > MOST_TOLD:
        more = f"{len(lost) - MOST_TOLD:,} more threads with comments"
        yield _warning(
            "comments-orphan", f"no article has {more}; see whether addresses have changed"
        )


def _warning(code: str, message: str, path: Path | None = None) -> Problem:
    place = Location(path=path) if path else None
    return Problem(message=message, code=code, location=place, severity=Severity.WARNING)


def _number(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"

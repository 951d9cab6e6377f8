"""Reading a comment server while the site is built: what has changed, several threads at a time.

What it answers is checked before anything is done with it: it may say what cannot be.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta

from comments.baking.snapshot import Kept, Snapshot
from comments.model import AnswerError, Archive, Comment, Fetch

# Far deeper than anybody answers, and not too deep for anything that is done with them.
DEEPEST = 100
# What comes of reading something as what it is not.
WRONG_FORM = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
AT_A_TIME = 8
COUNTED_AT_ONCE = 500
MOST_FAILURES = 3  # in a row
TELL_AFTER = 3.0  # seconds
# A comment may be edited for a while, and much later by a moderator, with the count unchanged:
# settled threads are read again once a day, but not all of them in one build.
SETTLED = timedelta(days=1)
MOST_AGAIN = 500
# So many threads are not emptied at once by hand.
MANY = 3


def counts_of(provider: Archive, fetch: Fetch, ids: Sequence[str]) -> Mapping[str, int]:
    """Return how many comments *provider* has in the threads *ids*. Raises OSError, AnswerError."""
    with _reading(provider, "how many comments there are"):
        counts = provider.counts(fetch, ids)
        if not all(type(count) is int and count >= 0 for count in counts.values()):
            raise AnswerError("these are no numbers of comments")
        return counts


def comments_of(provider: Archive, fetch: Fetch, thread: str) -> Sequence[Comment]:
    """Return the comments that *provider* has of *thread*. Raises OSError, AnswerError."""
    with _reading(provider, f"for {thread}"):
        comments = provider.comments(fetch, thread)
        _check(comments)
        return comments


@contextmanager
def _reading(provider: Archive, what: str) -> Iterator[None]:
    """Turn whatever an adapter stumbles over into one error."""
    try:
        yield
    except WRONG_FORM as error:
        said = str(error) if isinstance(error, AnswerError) else repr(error)
        raise AnswerError(
            f"{provider.title} answered what cannot be read, {what} ({said})"
        ) from error


def _check(comments: Sequence[Comment]) -> None:
    """Refuse what a page cannot have: two things of one name, or a time beyond the calendar."""
    seen: set[str] = set()
    level, depth = list(comments), 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise AnswerError("the answers are nested too deep")
        for one in level:
            if type(one.text) is not str:
                raise AnswerError(f"{one.text!r} is no text")
            if one.id in seen:
                raise AnswerError(f"two comments have the id {one.id}")
            seen.add(one.id)
            # In another time zone, it may be a day earlier or later.
            if not MINYEAR < one.written.year < MAXYEAR:
                raise AnswerError(f"no comment is of the year {one.written.year}")
        level = [reply for one in level for reply in one.replies]


@dataclass(slots=True)
class Reading:
    """How many comments the server counts in each thread.

    *unread* are threads of which it did not say enough, and *reason* is why, the first time.
    """

    counts: dict[str, int] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    reason: str = ""
    _failures: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def given_up(self) -> bool:
        """Whether the server failed too often in a row to be asked again."""
        return self._failures >= MOST_FAILURES

    def succeeded(self) -> None:
        with self._lock:
            self._failures = MOST_FAILURES if self.given_up else 0

    def failed(self, error: Exception) -> None:
        with self._lock:
            self._failures += 1
            self.reason = self.reason or str(error)


def read(provider: Archive, fetch: Fetch, ids: Sequence[str], snapshot: Snapshot) -> Reading:
    """Bring *snapshot* up to date with the threads *ids*, and return what the server said.

    Only threads that have changed, or may have, are read.
    """
    reading = Reading()
    _count(provider, fetch, ids, reading)
    _forget(reading, snapshot)
    wanted = list(_changed(reading.counts, snapshot, datetime.now(UTC)))
    for thread, comments in _comments(provider, fetch, wanted, reading):
        snapshot.threads[thread] = Kept(
            comments=tuple(comments), count=reading.counts[thread], read=datetime.now(UTC)
        )
    return reading


def _forget(reading: Reading, snapshot: Snapshot) -> None:
    """Drop the threads that are empty now, unless all of many are: a server without its database.

    Of those it did not say enough.
    """
    empty = [thread for thread in snapshot.threads if reading.counts.get(thread) == 0]
    if len(empty) >= MANY and not any(reading.counts.values()):
        reading.failed(
            AnswerError(f"it has no comments at all, and had some in {len(empty)} threads")
        )
        reading.unread.update(empty)
        return
    for thread in empty:
        del snapshot.threads[thread]


def _count(provider: Archive, fetch: Fetch, ids: Sequence[str], reading: Reading) -> None:
    for start in range(0, len(ids), COUNTED_AT_ONCE):
        chunk = ids[start : start + COUNTED_AT_ONCE]
        try:
            counts = {} if reading.given_up else counts_of(provider, fetch, chunk)
        except (OSError, AnswerError) as error:
            reading.failed(error)
            reading.unread.update(chunk)
            continue
        if reading.given_up:
            reading.unread.update(chunk)
        else:
            reading.succeeded()
            reading.counts |= {thread: counts.get(thread, 0) for thread in chunk}


def _changed(counts: dict[str, int], snapshot: Snapshot, now: datetime) -> Iterable[str]:
    """Return the threads to read: those first of which least is known."""
    new, changed, settled = [], [], []
    for thread in (thread for thread, count in counts.items() if count):
        kept = snapshot.threads.get(thread)
        if kept is None:
            new.append(thread)
        elif kept.count != counts[thread] or kept.read < kept.newest + SETTLED:
            changed.append(thread)
        elif kept.read < now - SETTLED:
            settled.append((kept.read, thread))
    again = [thread for _, thread in sorted(settled)[:MOST_AGAIN]]
    return [*new, *changed, *again]


def _comments(
    provider: Archive, fetch: Fetch, threads: Sequence[str], reading: Reading
) -> Iterator[tuple[str, Sequence[Comment]]]:
    """Yield the comments of each of *threads* as they come; what cannot be read is unread."""

    def ask(thread: str) -> Sequence[Comment] | None:
        if reading.given_up:
            return None
        comments = comments_of(provider, fetch, thread)
        reading.succeeded()
        return comments

    told = time.monotonic()
    pool = ThreadPoolExecutor(max_workers=AT_A_TIME)
    try:
        asked = {pool.submit(ask, thread): thread for thread in threads}
        for number, done in enumerate(as_completed(asked), start=1):
            thread, comments = asked[done], None
            try:
                comments = done.result()
            except (OSError, AnswerError) as error:
                reading.failed(error)
            if comments is None:
                reading.unread.add(thread)
            else:
                yield thread, comments
            if time.monotonic() - told > TELL_AFTER:
                told = time.monotonic()
                sys.stderr.write(f"Comments: {number} of {len(asked)} threads.\n")
    finally:
        pool.shutdown(cancel_futures=True)

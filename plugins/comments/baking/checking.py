"""What a server answered, before anything is done with it: it may say what cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import MAXYEAR, MINYEAR

from comments.model import AnswerError, Archive, Comment, Fetch

# Far deeper than anybody answers, and not too deep for anything that is done with them.
DEEPEST = 100


def counts_of(provider: Archive, fetch: Fetch, ids: Sequence[str]) -> Mapping[str, int]:
    """Return how many comments *provider* has in the threads *ids*. Raises OSError, AnswerError."""
    with _read(f"/count of {provider.title}"):
        counts = provider.counts(fetch, ids)
        if min(counts.values(), default=0) < 0:
            raise AnswerError(f"/count of {provider.title}: there are less than no comments")
        return counts


def comments_of(provider: Archive, fetch: Fetch, thread: str) -> Sequence[Comment]:
    """Return the comments that *provider* has of *thread*. Raises OSError, AnswerError."""
    with _read(thread):
        comments = provider.comments(fetch, thread)
        _check(thread, comments)
        return comments


@contextmanager
def _read(what: str) -> Iterator[None]:
    """Turn whatever an adapter stumbles over into one error."""
    try:
        yield
    except (OSError, AnswerError):
        raise
    except RecursionError as error:
        raise AnswerError(f"{what}: the answers are nested too deep") from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise AnswerError(f"{what}: the answer cannot be read ({error!r})") from error


def _check(thread: str, comments: Sequence[Comment]) -> None:
    """Refuse what a page cannot have: two things of one name, or a time beyond the calendar."""
    seen: set[str] = set()
    level, depth = list(comments), 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise AnswerError(f"{thread}: the answers are nested too deep")
        for one in level:
            if one.id in seen:
                raise AnswerError(f"{thread}: two of its comments have the id {one.id}")
            seen.add(one.id)
            # In another time zone, it may be a day earlier or later.
            if not MINYEAR < one.written.year < MAXYEAR:
                raise AnswerError(f"{thread}: no comment is of the year {one.written.year}")
        level = [reply for one in level for reply in one.replies]

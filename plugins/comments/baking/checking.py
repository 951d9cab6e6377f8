"""What a server answered, before anything is done with it: it may say what cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import MAXYEAR, MINYEAR

from comments.model import AnswerError, Archive, Comment, Fetch

# Far deeper than anybody answers, and not too deep for anything that is done with them.
DEEPEST = 100
# What comes of reading something as what it is not.
WRONG_FORM = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


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

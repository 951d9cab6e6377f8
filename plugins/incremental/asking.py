"""What a text asks of the rest of the site while it is read: a citation, a picture, an outlet.

Whoever knows such things says how they are fingerprinted (`answer`); whoever needs one while a
text is read says so (`ask`). A text is read again where an answer has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager

Question = tuple[str, Hashable]
_answers: dict[str, Callable[..., object]] = {}
_shared: dict[type, tuple[str, Callable[[object], Hashable], Callable[..., object]]] = {}
_asked: dict[Question, object] | None = None


def answer(kind: str, of: Callable[..., object]) -> None:
    """Let *of* say, for a key, what a question of *kind* comes to now, in plain values."""
    _answers[kind] = of


def ask(kind: str, key: Hashable) -> None:
    """Note that the text that is being read depends on *key*."""
    if _asked is not None and (kind, key) not in _asked:
        _asked[kind, key] = current((kind, key))


def current(question: Question) -> object:
    """Return what *question* comes to now; None where nobody knows."""
    kind, key = question
    return _answers[kind](key) if kind in _answers else None


def share(kind: type, name: str, key: Callable[..., Hashable], find: Callable[..., object]) -> None:
    """Let texts that are kept name objects of *kind*, which belong to the site: *find* has them.

    A text that holds one has asked about it, and is read again where it is another now.
    """
    _shared[kind] = name, key, find


def shared_name(value: object) -> tuple[str, Hashable] | None:
    """Return how a text that is kept names *value*, or None where it is the text's own."""
    known = _shared.get(type(value))
    return (known[0], known[1](value)) if known else None


def shared_object(name: str, key: Hashable) -> object:
    """Return the object that is named so now. Raises KeyError."""
    return next(find(key) for known, _, find in _shared.values() if known == name)


@contextmanager
def listening() -> Iterator[dict[Question, object]]:
    """Yield a dictionary, in which stands what was asked meanwhile."""
    global _asked
    before, _asked = _asked, {}
    try:
        yield _asked
    finally:
        _asked = before

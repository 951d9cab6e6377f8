"""What an import would do: which comment goes where, and which is there already."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from comments.moving.mapping import Target
from comments.moving.markup import escape
from comments.moving.model import OldComment, OldThread, State

# A thread, and the comment of one second and one author in it.
Key = tuple[str, int, str]
# In the author's place, where a comment was deleted and its author is gone with it.
GONE = "\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A comment that the database has: its id, and that of the comment it answers."""

    id: int
    parent: int | None


@dataclass(slots=True, kw_only=True)
class Move:
    """A comment on its way; *row* is its id in the database, once it has one."""

    thread: Target
    entry: OldComment
    parent: Move | None = None
    row: int | None = None


@dataclass(slots=True, kw_only=True)
class Plan:
    """*moves* are new, those that are answered before their answers; *present* were there.

    *newest* is the largest id that the database had, 0 where there was none.
    """

    moves: list[Move] = field(default_factory=list)
    present: int = 0
    newest: int = 0

    @property
    def threads(self) -> set[str]:
        return {move.thread.id for move in self.moves}

    def count(self, *states: State) -> int:
        return sum(move.entry.state in states for move in self.moves)


class Existing:
    """The comments that the database has.

    One is told by its thread, second and author: its text may have been mended meanwhile.
    """

    def __init__(self, rows: Iterable[tuple[Key, Row]]) -> None:
        self.rows: dict[Key, deque[Row]] = {}
        self.newest = 0
        for key, row in rows:
            self.newest = max(self.newest, row.id)
            self.rows.setdefault(key, deque()).append(row)

    def take(self, thread: str, entry: OldComment) -> Row | None:
        """Return the comment that *entry* is, each once."""
        second = int(entry.written.timestamp())
        for author in (entry.author, GONE):
            if rows := self.rows.get((thread, second, author)):
                return rows.popleft()
        return None


def plan(pages: Iterable[tuple[OldThread, Target]], existing: Existing) -> Plan:
    """Return what there is to do for *pages*, each with where it goes."""
    found = Plan(newest=existing.newest)
    for page, where in pages:
        for move in _flat(page.entries, where):
            row = existing.take(where.id, move.entry)
            if row is None:
                found.moves.append(move)
            else:
                # An answer to an answer goes where that one is.
                move.row = row.parent or row.id
                found.present += move.entry.state is not State.GONE
    return found


def _flat(entries: tuple[OldComment, ...], where: Target) -> list[Move]:
    """Return the comments in one level of answers, which is what there is room for.

    An answer to an answer names whom it answers. Nobody sees what answers a comment that is
    held back: such an answer stands by itself.
    """
    by_id: dict[str, OldComment] = {}
    for entry in entries:
        name = _free(entry.id, by_id)
        by_id[name] = entry if name == entry.id else replace(entry, id=name)
    chains = {name: _chain(entry, by_id) for name, entry in by_id.items()}
    kept = [entry for entry in by_id.values() if entry.state is not State.GONE]
    # Of what is gone, only what was answered keeps its place.
    tops = {chain[0].id if (chain := chains[entry.id]) else entry.id for entry in kept}
    moves = {entry.id: Move(thread=where, entry=entry) for entry in _by_time(by_id, tops)}
    for entry in _by_time(by_id, {entry.id for entry in kept} - tops):
        chain = chains[entry.id]
        parent = moves[chain[0].id]
        moves[entry.id] = Move(thread=where, entry=_named(entry, chain), parent=parent)
    return list(moves.values())


def _free(name: str, taken: Collection[str]) -> str:
    """Return *name*, or one that no other comment of the page has: a file may have two of one."""
    if name not in taken:
        return name
    return next(one for number in count(2) if (one := f"{name}+{number}") not in taken)


def _by_time(by_id: Mapping[str, OldComment], names: set[str]) -> list[OldComment]:
    chosen = (entry for name, entry in by_id.items() if name in names)
    return sorted(chosen, key=lambda entry: entry.written)


def _chain(entry: OldComment, by_id: Mapping[str, OldComment]) -> list[OldComment]:
    """Return what *entry* answers, the first comment first."""
    chain: list[OldComment] = []
    seen = {entry.id}
    parent = entry.parent
    # A file may name an answer as its own cause, or a comment that it does not have.
    while parent in by_id and parent not in seen:
        seen.add(parent)
        chain.insert(0, by_id[parent])
        parent = by_id[parent].parent
    if entry.state is State.SHOWN:
        while chain and chain[0].state is State.HELD:
            del chain[0]
    return chain


def _named(entry: OldComment, chain: list[OldComment]) -> OldComment:
    *_, answered = chain
    name = f"@{escape(answered.author)}"
    if len(chain) == 1 or not answered.author or answered.state is State.GONE:
        return entry
    if entry.text.startswith(name):
        return entry
    return replace(entry, text=f"{name}:\n\n{entry.text}")

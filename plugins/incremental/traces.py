"""Which pages have to be made again: those that read something that is different now.

A page's trace is what it read while it was made: attributes of what is tracked, keys of mappings,
variables of templates. In the next build each of these is looked at once, and a page is as it was
where all that it read is. Nothing is declared, so nothing can be forgotten.
"""

from __future__ import annotations

import pickle
from array import array
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import Any

from incremental.fingerprints import Fingerprint, Fingerprints, UntraceableError, digest
from incremental.recording import BELOW, CONTEXT, SHIFT, Recorded, Trace
from incremental.store import Store
from incremental.tracking import MISSING, Tracked, objects_in, value_of

Prints = dict[int, Fingerprint]
GONE = b"gone"


class Traces:
    """The traces that the store has, and what is different now."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.owners: dict[str, int] = {}
        self.names: dict[Hashable, int] = {}
        self._rows: dict[str, tuple[bytes, bytes]] = {}
        for number, name, made, found in store.rows("SELECT id, name, digest, found FROM owners"):
            self.owners[name] = number
            self._rows[name] = made, found
        for number, name in store.rows("SELECT id, name FROM names ORDER BY id"):
            self.names[pickle.loads(name)] = number  # noqa: S301 - our own file
        rows = store.rows("SELECT path, own, reads FROM pages")
        self._pages = {path: (own, reads) for path, own, reads in rows}
        self._changed: set[int] = set()
        # What is to be written of owners: fingerprints of now, by name.
        self._now: defaultdict[str, Prints] = defaultdict(dict)

    def look(
        self, context: Mapping[str, Any], prints: Fingerprints, digests: Mapping[str, bytes]
    ) -> None:
        """Find out what of all that was read is different; *digests* are of what was read from."""
        self._context, self._prints, self._digests = context, prints, digests
        self._objects = objects_in(context.values())
        names = list(self.names)
        for owner, number in self.owners.items():
            before = self._before(owner, number)
            now = {each: self._print(owner, names[each]) for each in before}
            changed = {number << SHIFT | each for each in before if now[each] != before[each]}
            self._changed |= changed
            if changed or self._rows[owner][0] != digests.get(owner, b""):
                self._now[owner] = now

    def _before(self, owner: str, number: int) -> Prints:
        """Return what was read of *owner* and may be different."""
        made, found = self._rows[owner]
        prints: Prints = pickle.loads(found)  # noqa: S301 - our own file
        there = self._objects.get(owner)
        same = made and made == self._digests.get(owner)
        if same and isinstance(there, Tracked) and not there.was_changed():
            return prints
        return self._settled(number) | prints

    def _settled(self, number: int) -> Prints:
        [(packed,)] = self._store.rows("SELECT settled FROM owners WHERE id = ?", number)
        prints: Prints = pickle.loads(packed)  # noqa: S301 - our own file
        return prints

    def _print(self, owner: str, name: Hashable) -> Fingerprint:
        there = self._objects.get(owner)
        try:
            if owner == CONTEXT:
                return self._prints.of(self._context.get(str(name), MISSING))
            return GONE if there is None else self._prints.of(value_of(there, name))
        except UntraceableError:
            return b""

    def is_fresh(self, page: str, own: Mapping[str, object], template: str) -> bool:
        """Tell whether *page* would be made of what it was made of; *own* are its variables."""
        before, reads = self._pages.get(page, (None, None))
        if before is None:
            return False
        names: Collection[str]
        names, made = pickle.loads(before)  # noqa: S301 - our own file
        if not set(names) <= own.keys() or self._own(names, own, template) != made:
            return False
        return self._changed.isdisjoint(array("Q", reads)) if self._changed else True

    def _own(
        self, names: Iterable[str], own: Mapping[str, object], template: str
    ) -> Fingerprint | None:
        try:
            return _joined([self._prints.of(own[name]) for name in names], template)
        except UntraceableError:
            return None

    def add(self, recorded: Recorded, templates: Mapping[str, str]) -> dict[str, Trace]:
        """Take in what a process recorded, and return its traces in the numbers of all."""
        owners = {
            recorded.first_owner + place: self._number_of(owner)
            for place, owner in enumerate(recorded.owners)
        }
        names = {
            recorded.first_name + place: self.names.setdefault(name, len(self.names))
            for place, name in enumerate(recorded.names)
        }

        def number(read: int) -> int:
            owner, name = read >> SHIFT, read & BELOW
            return owners.get(owner, owner) << SHIFT | names.get(name, name)

        by_number = {number: owner for owner, number in self.owners.items()}
        for read, made in recorded.prints.items():
            read = number(read)
            self._now[by_number[read >> SHIFT]][read & BELOW] = made
        for page, trace in recorded.traces.items():
            if owners or names:
                trace.reads = array("Q", map(number, trace.reads))
            if trace.untraceable:
                self._pages.pop(page, None)
                continue
            own = _joined(trace.own.values(), templates[page])
            self._pages[page] = pickle.dumps((tuple(trace.own), own)), trace.reads.tobytes()
        return recorded.traces

    def _number_of(self, owner: str) -> int:
        if owner not in self.owners:
            self.owners[owner] = max(self.owners.values(), default=-1) + 1
        return self.owners[owner]

    def save(self, made: Mapping[str, tuple[int, int]], live: Collection[str]) -> None:
        """Write what is different; *made* are sizes and times of new pages, *live* all pages."""
        known = {name for (name,) in self._store.rows("SELECT id FROM names")}
        self._store.write(
            "INSERT INTO names VALUES (?, ?)",
            (
                (number, pickle.dumps(name))
                for name, number in self.names.items()
                if number not in known
            ),
        )
        self._store.write(
            "INSERT OR REPLACE INTO owners VALUES (?, ?, ?, ?, ?)", self._owner_rows()
        )
        gone = [(self.owners[owner],) for owner in self._rows if self._is_gone(owner)]
        self._store.write("DELETE FROM owners WHERE id = ?", gone)
        dead = [(page,) for page in self._pages if page not in live]
        self._store.write("DELETE FROM pages WHERE path = ?", dead)
        self._store.write(
            "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?)",
            ((page, *self._pages[page], *made[page]) for page in made if page in self._pages),
        )
        self._store.write(
            "DELETE FROM pages WHERE path = ?",
            [(page,) for page in made if page not in self._pages],
        )

    def _is_gone(self, owner: str) -> bool:
        return owner != CONTEXT and owner not in self._objects

    def _owner_rows(self) -> Iterable[tuple[int, str, bytes, bytes, bytes]]:
        names = list(self.names)
        for owner, now in self._now.items():
            if self._is_gone(owner):
                continue
            number = self.owners[owner]
            if owner in self._rows:
                before = self._settled(number) | pickle.loads(self._rows[owner][1])  # noqa: S301
                now = before | now
            there = self._objects.get(owner)
            settled = {
                each
                for each in now
                if isinstance(there, Tracked) and there.is_settled(str(names[each]))
            }
            yield (
                number,
                owner,
                self._digests.get(owner, b""),
                pickle.dumps({each: now[each] for each in settled}),
                pickle.dumps({each: now[each] for each in now.keys() - settled}),
            )


def _joined(prints: Iterable[Fingerprint], template: str) -> Fingerprint:
    parts = [template.encode(), *prints]
    return digest(b"".join(b"%d:%s" % (len(each), each) for each in parts))

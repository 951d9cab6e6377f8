"""Look for documents of which the fast extension makes something else: `inv fuzz`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import markdown

from tests.fast_markdown.comparing import SETS, Pair, minimised
from tests.fast_markdown.documents import Author

# Some releases read a comment that does not end until the memory does.
ENDLESS_COMMENTS = markdown.__version_info__ < (3, 10)
OFTEN = 5.0  # seconds between two words on how far it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A document, the set of extensions, and what stock and fast make of the document."""

    text: str
    name: str
    stock: object
    fast: object

    def __str__(self) -> str:
        return f"with “{self.name}”: {self.text!r}\n  stock: {self.stock}\n  fast:  {self.fast}"


def documents(seed: int) -> Iterator[str]:
    """Yield documents without end."""
    author = Author(seed)
    while True:
        text = author.document()
        if not (ENDLESS_COMMENTS and "<!" in text):
            yield text


def differences(texts: Iterable[str]) -> Iterator[Difference | None]:
    """Convert each of *texts* with one set after another, and yield what differs, or None."""
    pairs = {name: Pair(options) for name, options in SETS.items()}
    for number, text in enumerate(texts):
        name = list(pairs)[number % len(pairs)]
        pair = pairs[name]
        found = pair.difference(text)
        if found is None:
            yield None
            continue
        # One that a new instance does not show depends on the documents before it.
        if pair.differs(text):
            text = minimised(pair, text)
            found = Pair(pair.options).difference(text)
        assert found
        yield Difference(text=text, name=name, stock=found[0], fast=found[1])
        pairs[name] = Pair(pair.options)


def main() -> None:
    """Fuzz for as long as was asked, and stop at the first difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=0, help="how many documents")
    parser.add_argument("--minutes", type=float, default=0, help="for how long")
    parser.add_argument("--seed", type=int, default=0, help="which documents")
    asked = parser.parse_args()
    number = asked.documents or (sys.maxsize if asked.minutes else 10_000)
    began = said = time.monotonic()
    done = 0
    for done, difference in enumerate(differences(documents(asked.seed)), start=1):
        now = time.monotonic()
        if difference:
            print(f"document {done} of seed {asked.seed} differs {difference}")
            sys.exit(1)
        if now - said > OFTEN:
            said = now
            print(f"{done} documents, no difference", flush=True)
        if done >= number or (asked.minutes and now - began > 60 * asked.minutes):
            break
    print(f"{done} documents of seed {asked.seed} with {len(SETS)} sets: no difference")


if __name__ == "__main__":
    main()

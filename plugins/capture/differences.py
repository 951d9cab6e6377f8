"""How a page differs from its copy, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Levenshtein

AROUND = 6  # words shown on either side of a difference


@dataclass(slots=True, kw_only=True)
class _Change:
    """Where the words of two texts differ: the places in the first and in the second."""

    start: int
    end: int
    to: int
    until: int


def same_words(first: str, second: str) -> bool:
    """Tell whether two texts have the same words; line breaks may differ."""
    return first.split() == second.split()


def count_changed(first: str, second: str) -> int:
    """Return how many words were put in, taken out or replaced."""
    return sum(
        max(change.end - change.start, change.until - change.to)
        for _, before, after in _passages(first, second)
        for change in _changes(before, after)
    )


def shown(first: str, second: str, *, names: tuple[str, str]) -> str:
    """Return what differs, as ``git diff --word-diff`` shows it: [-before-]{+after+}.

    *names* are those of the two files. What stayed is left out, but for a few words around.
    """
    lines = [f"--- {names[0]}", f"+++ {names[1]}"]
    for number, before, after in _passages(first, second):
        lines += [f"@@ paragraph {number} @@", _marked(before, after)]
    return "\n".join(lines)


def _passages(first: str, second: str) -> Iterator[tuple[int, list[str], list[str]]]:
    """Yield the paragraphs that differ: the number of the first one, and the words of both."""
    before, after = _paragraphs(first), _paragraphs(second)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, to, until in matcher.get_opcodes():
        if tag == "equal":
            continue
        if end - start == until - to:
            for number in range(start, end):
                yield number + 1, before[number].split(), after[number - start + to].split()
        else:
            yield start + 1, " ".join(before[start:end]).split(), " ".join(after[to:until]).split()


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n")]


def _changes(before: list[str], after: list[str]) -> list[_Change]:
    found: list[_Change] = []
    for code in Levenshtein.opcodes(before, after):
        start, end, to, until = code.src_start, code.src_end, code.dest_start, code.dest_end
        if code.tag == "equal":
            continue
        if found and found[-1].end == start and found[-1].until == to:
            found[-1].end, found[-1].until = end, until
        else:
            found.append(_Change(start=start, end=end, to=to, until=until))
    return found


def _marked(before: list[str], after: list[str]) -> str:
    parts: list[str] = []
    at = 0
    for change in _changes(before, after):
        parts.append(_kept(before[at : change.start], first=at == 0))
        gone = " ".join(before[change.start : change.end])
        come = " ".join(after[change.to : change.until])
        parts.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
        at = change.end
    parts.append(_kept(before[at:], last=True))
    return " ".join(filter(None, parts))


def _kept(words: list[str], *, first: bool = False, last: bool = False) -> str:
    """Return words that stayed, without those that are far from any difference."""
    opening = [] if first else words[:AROUND]
    ending = [] if last else words[-AROUND:]
    if len(words) <= len(opening) + len(ending):
        return " ".join(words)
    return " ".join([*opening, "…", *ending])

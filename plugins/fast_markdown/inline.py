"""Inline patterns: each is tried only where its regular expression can match."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

import markdown
from markdown import inlinepatterns
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER, INLINE_PLACEHOLDER_PREFIX, AtomicString

from fast_markdown.needs import Need, Needs, first_place, key_of, needs_of
from fast_markdown.versions import Released

# What takes the place of Python-Markdown's own methods, which have to be as released.
NAMES = ("handleInline", "applyPattern", "processPlaceholders", "processElementText")
METHODS = [f"_InlineProcessor__{name}" for name in NAMES]
# Since 3.11, a pattern goes on behind what it found; until then, it began anew.
GOES_ON = markdown.__version_info__ >= (3, 11)
REFERENCES = {
    kind: Released(kind, "handleMatch", "getText", "evalId")
    for kind in (
        inlinepatterns.ReferenceInlineProcessor,
        inlinepatterns.ShortReferenceInlineProcessor,
        inlinepatterns.ImageReferenceInlineProcessor,
        inlinepatterns.ShortImageReferenceInlineProcessor,
    )
}
# Up to this length, one look for any sign takes less time than one for each.
SHORT = 64


class Step(NamedTuple):
    """A pattern, by its place in the registry, and what has to be there for it to be tried."""

    number: int
    needs: Needs
    # Its one need, or nothing, which is everywhere.
    literal: str
    lead: int
    # An old pattern is matched against the rest of the text, which therefore must not be cut.
    may_jump: bool
    # Without a definition no reference is one, and each is left as it stands.
    is_reference: bool


# Steps that come one after another and wait for the same sign, or for one of two.
Group = tuple[str, str, list[Step]]
# What is known of a pattern: its expression, whether it may jump, whether it is a reference.
Kind = tuple[re.Pattern[str] | None, bool, bool]


class Plan:
    """What the patterns of an instance need; instances with the same patterns share it."""

    def __init__(self, kinds: tuple[Kind, ...]) -> None:
        self.steps: list[Step] = []
        for number, (regex, may_jump, is_reference) in enumerate(kinds):
            needs = needs_of(regex) if regex else ()
            only = needs[0] if len(needs) == 1 else Need("", 0)
            self.steps.append(Step(number, needs, *only, may_jump, is_reference))
        self.groups = [self._grouped(first) for first in range(len(kinds) + 1)]
        signs = {key[:1] for step in self.steps for key in key_of(step.needs) or ("",)}
        signs_of_all = "" if "" in signs else f"[{re.escape(''.join(signs))}]"
        self.any_sign = re.compile(signs_of_all).search

    def _grouped(self, first: int) -> list[Group]:
        groups: list[Group] = []
        for step in self.steps[first:]:
            keys = key_of(step.needs)
            # Everything holds the empty string.
            key, other = (*keys, "", "")[:2] if len(keys) < 3 else ("", "")
            if not groups or groups[-1][:2] != (key, other):
                groups.append((key, other, []))
            groups[-1][2].append(step)
        return groups


plan_of = lru_cache(maxsize=64)(Plan)


class FastInlineProcessor(InlineProcessor):
    """Applies patterns in Python-Markdown's order and by its own method, where they can match.

    The output is the same because a pattern is only passed over, or begins later in a text, where
    its regular expression has no match: each match holds what the expression needs.
    """

    _patterns: tuple[list[Any], list[Any]] = ([], [])
    _seen: object = None
    _plan: Plan

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString):
            return data
        # Each run begins with a new stash.
        if self._seen is not self.stashed_nodes:
            self._seen = self.stashed_nodes
            self._look_at_patterns()
        plan = self._plan
        if len(data) < SHORT and not plan.any_sign(data):
            return data
        references = self.md.references
        for key, other, steps in plan.groups[patternIndex]:
            if key in data or (other and other in data):
                for step in steps:
                    if step.literal in data and (references or not step.is_reference):
                        data = self._apply(step, data)
        return data

    def _apply(self, step: Step, data: str) -> str:
        number, needs, literal, lead, may_jump, _ = step
        pattern = self._patterns[0][number]
        if not may_jump:
            return self._apply_old(pattern, step, data)
        for tag in pattern.ANCESTOR_EXCLUDES:
            if tag.lower() in self.ancestors:
                return data
        start = 0
        while True:
            place = data.find(literal, start) if literal else first_place(needs, data, start)
            if place < 0:
                return data
            if place - lead > start:
                start = place - lead
            for match in pattern.getCompiledRegExp().finditer(data, start):
                node, begin, end = pattern.handleMatch(match, data)
                if begin is not None and end is not None:
                    break
            else:
                return data
            if node is None:
                start = end
                continue
            if not isinstance(node, str) and not isinstance(node.text, AtomicString):
                self._inside(node, number)
            name = f"{len(self.stashed_nodes):04}"
            self.stashed_nodes[name] = node
            placeholder = INLINE_PLACEHOLDER % name
            data = data[:begin] + placeholder + data[end:]
            start = begin + len(placeholder) if GOES_ON else 0

    def _inside(self, node: Element, number: int) -> None:
        for child in [node, *node]:
            if child.text:
                self.ancestors.append(child.tag.lower())
                child.text = self._InlineProcessor__handleInline(child.text, number + 1)
                self.ancestors.pop()
            if child.tail:
                child.tail = self._InlineProcessor__handleInline(child.tail, number)

    def _apply_old(self, pattern: Any, step: Step, data: str) -> str:
        """Apply a pattern that is matched against the whole rest of a text."""
        matched, start = True, 0
        while matched and first_place(step.needs, data, start) >= 0:
            data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                pattern, data, step.number, start
            )
        return data

    # Text without a placeholder is put back as it was, which is all that would come of it.

    def _InlineProcessor__processElementText(
        self,
        node: Element,
        subnode: Element,
        isText: bool = True,
    ) -> None:
        text = subnode.text if isText else subnode.tail
        if type(text) is not str or INLINE_PLACEHOLDER_PREFIX in text:
            super()._InlineProcessor__processElementText(node, subnode, isText)  # type: ignore[misc]

    def _InlineProcessor__processPlaceholders(
        self,
        data: str | None,
        parent: Element,
        isText: bool = True,
    ) -> list[tuple[Element, list[str]]]:
        if type(data) is str and INLINE_PLACEHOLDER_PREFIX not in data:
            if isText:
                parent.text = parent.text + data if parent.text else data or parent.text
            else:
                parent.tail = parent.tail + data if parent.tail else data or parent.tail
            return []
        found: list[tuple[Element, list[str]]]
        found = super()._InlineProcessor__processPlaceholders(data, parent, isText)  # type: ignore[misc]
        return found

    def _look_at_patterns(self) -> None:
        """Group the patterns anew where they, or their expressions, are no longer the same."""
        patterns = list(self.inlinePatterns)
        state = (patterns, [getattr(pattern, "compiled_re", None) for pattern in patterns])
        if state == self._patterns:
            return
        self._patterns = state
        self._plan = plan_of(tuple(_kind(pattern, self.md) for pattern in patterns))


def _kind(pattern: Any, md: object) -> Kind:
    own = type(pattern).getCompiledRegExp is not Pattern.getCompiledRegExp
    # A pattern that has its own way to an expression is always tried.
    readable = not own and "getCompiledRegExp" not in vars(pattern)
    regex = getattr(pattern, "compiled_re", None) if readable else None
    released = REFERENCES.get(type(pattern))
    return (
        regex if isinstance(regex, re.Pattern) else None,
        isinstance(pattern, inlinepatterns.InlineProcessor),
        bool(released and pattern.md is md and released.is_kind_of(pattern)),
    )

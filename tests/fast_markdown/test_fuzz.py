"""A differential fuzz: the same documents on every push, and proof that it finds what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from operator import methodcaller
from typing import Any

import pytest
from markdown.extensions import def_list

from fast_markdown import blocks, inline, preprocessors, spans, tree
from fast_markdown.needs import Need, needs_of
from tests.fast_markdown.comparing import SETS, Pair
from tests.fast_markdown.fuzzing import differences, documents

pytestmark = pytest.mark.slow

SEED = 6
DOCUMENTS = 2_000

Plant = Callable[[pytest.MonkeyPatch], None]


def put(owner: object, name: str, fault: object) -> Plant:
    return lambda patch: patch.setattr(owner, name, fault)


def guard(kind: Any, fault: Callable[[str], object]) -> Plant:
    rule = blocks.RULES[kind]._replace(guard=fault)
    return lambda patch: patch.setitem(blocks.RULES, kind, rule)


def needs_too_much(patch: pytest.MonkeyPatch) -> None:
    right = needs_of
    patch.setattr(inline, "plan_of", inline.Plan)
    patch.setattr(
        inline, "needs_of", lambda regex: tuple(Need(n.literal + " ", n.lead) for n in right(regex))
    )


def jumps_too_far(patch: pytest.MonkeyPatch) -> None:
    right = needs_of
    patch.setattr(inline, "plan_of", inline.Plan)
    patch.setattr(
        inline, "needs_of", lambda regex: tuple(Need(n.literal, -1) for n in right(regex))
    )


def forgets_references(patch: pytest.MonkeyPatch) -> None:
    right = inline.FastInlineProcessor._apply
    patch.setattr(
        inline.FastInlineProcessor,
        "_apply",
        lambda self, step, data: data if step.is_reference else right(self, step, data),
    )


def forgets_tildes(patch: pytest.MonkeyPatch) -> None:
    right = preprocessors.FastFencedBlock.run
    patch.setattr(
        preprocessors.FastFencedBlock,
        "run",
        lambda self, lines: right(self, lines) if "`" in "".join(lines) else lines,
    )


FAULTS: dict[str, Plant] = {
    "a pattern needs more than its expression": needs_too_much,
    "a pattern begins too late": jumps_too_far,
    "references are passed over though they are defined": forgets_references,
    "a short text is not looked at": put(
        inline.FastInlineProcessor, "_InlineProcessor__handleInline", lambda self, data, n=0: data
    ),
    "an element's own text keeps its placeholders": put(
        inline.FastInlineProcessor, "_InlineProcessor__processElementText", lambda *_, **__: None
    ),
    "a link's title is part of its address": put(
        spans, "LINK", re.compile(r"([^\[\]]*)\]\(([^()<>\x02]*)\)")
    ),
    "emphasis ends behind a space": put(
        spans, "EMPHASIS", re.compile(r"(\*\*?)(?![\s*])([^*_]+)\1(?!\*)")
    ),
    "a header's escapes are kept": put(blocks, "HEADER", re.compile(r"(#{1,6})([^#\n]*)\Z")),
    "a definition has to begin its block": guard(
        def_list.DefListProcessor, methodcaller("startswith", ":")
    ),
    "a quotation's later lines are not looked at": put(
        blocks, "LATER", re.compile(r"\n[ #\-_*+\d\[:|=]").search
    ),
    "a table in a plain block is text": put(blocks, "FIRST", re.compile(r"[ \n#>]|\Z").match),
    "tabs are kept": put(preprocessors, "UNUSUAL", ("\x02", "\x03", "\r")),
    "lines of spaces are kept": put(preprocessors, "INDENTED", lambda source: None),
    "entities are not read": put(preprocessors, "_has_markup", lambda source: "<" in source),
    "blocks and words are laid out alike": put(
        tree._Levels, "__missing__", lambda self, tag: tag != "hr"
    ),
    "a fence of tildes is none": forgets_tildes,
    "attribute lists are not read": put(tree.FastAttrList, "run", lambda self, root: None),
    "a table of contents has no place": put(
        tree.FastToc, "replace_marker", lambda self, root, elem: None
    ),
    "codes are lost": put(
        tree.FastUnescape, "unescape", lambda self, text: text.replace("\x02", "")
    ),
}


def test_two_thousand_documents_are_the_same() -> None:
    found = list(islice(differences(documents(SEED)), DOCUMENTS))

    assert [str(difference) for difference in found if difference] == []


@pytest.mark.parametrize("plant", FAULTS.values(), ids=FAULTS.keys())
def test_the_fuzz_finds_a_planted_fault(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    pairs = {name: Pair(options) for name, options in SETS.items()}
    author = islice(documents(SEED), DOCUMENTS)

    assert any(
        list(pairs.values())[number % len(pairs)].difference(text)
        for number, text in enumerate(author)
    )

"""Whatever Python-Markdown does with bad input, the fast one does."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import pytest

from tests.fast_markdown.comparing import SETS, Pair, Result, convert

pytestmark = pytest.mark.slow

KINDS = {name: SETS[name] for name in ("nothing", "extra, meta, toc", "smarty", "quotations")}
each_kind = pytest.mark.parametrize("options", KINDS.values(), ids=KINDS.keys())

CONTROLS = "".join(map(chr, range(32))) + "\x7f\x85\u2028\ufeff"
INPUT = {
    "nothing": "",
    "spaces": " \n\t\n ",
    "control characters": f"a{CONTROLS}b *c{CONTROLS}d* [e](f{CONTROLS}g)",
    "every control character on a line": "\n\n".join(f"{c}a *b*{c}\n{c}- c" for c in CONTROLS),
    "placeholders that are none": "\x02klzzwxh:0000\x03 *a* klzzwxh:0000 \x02wzxhzdk:0\x03 <b>\n\n"
    "wzxhzdk:0\n\n\x02amp\x03 \x0242\x03 \x02klzzwxh:9999\x03 \x02hzzhzkh:0\x03",
    "placeholders in code": "`\x02klzzwxh:0001\x03` *a* `klzzwxh:0000`\n\n    \x02wzxhzdk:0\x03",
    "lone surrogates": "\ud800 *\udfff* [\ud800](\udfff) `\ud800`\n\n# \udfff\n\n> \ud800",
    "right to left": "\u202e*a*\u202c [ب](ج) \u200f- ا",
    "brackets without end": "[" * 200 + "a" + "](" * 50,
    "stars without end": "*a **b " * 150,
    "backticks without end": " ".join("`" * n for n in range(1, 60)),
    "a comment without end": "*a* <!-- b\n\n> c",
    "tags in tags": "<div>" * 60 + "*a*" + "</div>" * 30,
    "entities": "&amp; &#1 &#x; &copy &a;b; & &#99999999999; *&lt;*" + "&" * 20,
}


@each_kind
@pytest.mark.parametrize("text", INPUT.values(), ids=INPUT.keys())
def test_bad_input_is_converted_alike(options: dict[str, object], text: str) -> None:
    assert Pair(options).difference(text) is None


def test_a_megabyte_without_an_empty_line_is_converted_alike() -> None:
    prose = "A line of words, and one more word.\n" * 100
    text = f"{prose}*Some* words and [a link](https://a.example/b).\n" * 280

    assert len(text) > 1_000_000
    assert Pair({}).difference(text) is None


NESTED: dict[str, Callable[[int], str]] = {
    "quotations": lambda depth: "> " * depth + "a",
    "quotations without spaces": lambda depth: ">" * depth + "a",
    "lists": lambda depth: "- " * depth + "a",
    "indented lists": lambda depth: "\n".join("    " * n + "- a" for n in range(depth)),
    "quoted lists": lambda depth: "> - " * depth + "a",
    "emphasis": lambda depth: "*a **b " * depth + "** c*" * depth,
}


def at_one_depth(pair: Pair, text: str) -> tuple[Result, Result]:
    """Convert on a stack of a known depth, whatever else the tests have on theirs."""
    results: list[Result] = []
    for md in (pair.stock, pair.fast):
        thread = threading.Thread(target=lambda md=md: results.append(convert(md, text)))
        thread.start()
        thread.join()
    return results[0], results[1]


@pytest.mark.parametrize("nested", NESTED.values(), ids=NESTED.keys())
@pytest.mark.parametrize("depth", [10, 100, 200, 1000])
def test_what_is_nested_a_thousand_times_ends_alike(
    nested: Callable[[int], str], depth: int
) -> None:
    if nested is NESTED["indented lists"] and depth > 100:
        depth = 120  # Python-Markdown's time grows with its square
    stock, fast = at_one_depth(Pair({"extensions": ["extra"]}), nested(depth))

    assert fast == stock


def test_lists_in_lists_are_too_deep_for_both() -> None:
    stock, fast = at_one_depth(Pair({}), NESTED["lists"](sys.getrecursionlimit()))

    assert stock.html == "RecursionError"
    assert fast == stock

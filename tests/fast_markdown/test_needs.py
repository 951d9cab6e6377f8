"""What is read from a regular expression, against what it matches."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from markdown import inlinepatterns
from markdown.extensions import footnotes, smarty

from fast_markdown.needs import Need, Needs, first_place, key_of, needs_of
from quotations.markdown_ext import CITATION_KEY, MARKED_PULL

FLAGS = re.DOTALL
TEXTS = 150
SIGNS = "aabbccdxyz\"'  \n-&;<>/![]^`\\.1@:=*_"
EXPRESSIONS = [
    *(r"[ab]c", r"[ab]{2,3}cd", r"(a|bc)\"(?=\w)", r"(\s|--|ab)\"(?=\w)", r"(?<=[ab])c*d"),
    *(r"^ab", r"^\"(?=a)", r"a?b?c", r"(ab){2}c"),
    *(
        r"a+b",
        r"(?:a|ba)(?:c|dc)",
        r"a*?b",
        r".x",
        r"..?b",
        r"(?=ab)a",
        r"(?<=ab)c",
        r"(?<!a)b{2,}",
    ),
    *(r"(a)\1b", r"x(?:y|z)?\"", r"(?i)ab", r"(?i:a)b", r"(?:(?:ab)|(?:cb))", r"[^a]b", r"\w+\""),
    *(
        r"(?>a+)b",
        r"a++b",
        r"(?:ab|b)?c\"",
        r"\d+\.x",
        r"(?:[ab]|c)(?:\"|a)b",
        r"(?!)",
        r"",
        r"\*|_",
    ),
    *(r"(?x) a b # x", r"(a)?(?(1)b|c)", r"(?<=a)(?=b)b", r"(?:a|)b", r"(?m:^)a", r"\Ba", r"a{0}b"),
    inlinepatterns.BACKTICK_RE,
    inlinepatterns.ESCAPE_RE,
    inlinepatterns.LINK_RE,
    inlinepatterns.IMAGE_LINK_RE,
    inlinepatterns.AUTOLINK_RE,
    inlinepatterns.AUTOMAIL_RE,
    inlinepatterns.HTML_RE,
    inlinepatterns.ENTITY_RE,
    inlinepatterns.LINE_BREAK_RE,
    footnotes.FootnoteBlockProcessor.RE.pattern,
    smarty.openingDoubleQuotesRegex,
    smarty.closingSingleQuotesRegex,
    smarty.doubleQuoteSetsRe2,
    CITATION_KEY,
    MARKED_PULL,
]


def matches(regex: re.Pattern[str], text: str, needs: Needs) -> Iterator[tuple[int, int]]:
    """Yield the matches of *regex*, each looked for from where it may begin at the earliest."""
    start = 0
    while start <= len(text) and (place := first_place(needs, text, start)) >= 0:
        match = regex.search(text, place)
        if match is None:
            return
        yield match.span()
        start = max(match.end(), match.start() + 1)


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_nothing_is_missed(expression: str) -> None:
    regex = re.compile(expression, FLAGS)
    source = random.Random(expression)
    texts = ["".join(source.choices(SIGNS, k=source.randint(0, 30))) for _ in range(TEXTS)]

    needs = needs_of(regex)
    for text in texts:
        found = list(matches(regex, text, ()))
        assert list(matches(regex, text, needs)) == found
        assert not (found and needs) or any(key in text for key in key_of(needs))


@pytest.mark.parametrize(
    ("expression", "needs"),
    [
        pytest.param(CITATION_KEY, [Need("[@", 0)], id="an inline quotation"),
        pytest.param(MARKED_PULL, [Need("==", 0)], id="a marked pull-quote"),
        pytest.param(r"(?<!\!)\[", [Need("[", 0)], id="what is looked at behind is no part"),
        pytest.param(r"\*|_", [Need("*", 0), Need("_", 0)], id="one of two signs"),
        pytest.param(r"\w{1,3}>", [Need(">", 3)], id="signs before it"),
    ],
)
def test_the_rarest_sign_is_chosen(expression: str, needs: list[Need]) -> None:
    assert list(needs_of(re.compile(expression))) == needs


@pytest.mark.parametrize("expression", [r"(?i)ab", r"[ab]?", r"(?<=a)", r"(?:a|.)", r""])
def test_where_nothing_is_known_nothing_is_needed(expression: str) -> None:
    assert needs_of(re.compile(expression)) == ()

"""What holds for every text, whatever its letters."""

from __future__ import annotations

import contextlib

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.support.made_up import examples
from verification import (
    QuotationError,
    Result,
    Snapshot,
    Verification,
    find_in,
    fold,
    text_fragment,
    verify,
)
from verification.folding import caseless, fold_lines

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = {
    "en": "river bridge winter closed never 1,200 well-known minister’s said “gate” stone wall",
    "ru": "река мост зимой закрыт не ёлка паром «ворота» стена город сказал чей-то",
    "hy": "գետը կամուրջը ձմռանը փակ է եւ ինչո՞ւ չի ասաց պատը քարը դուռը",
    "fa": "رودخانه پل زمستان بسته نمی‌خواند است دیوار سنگ دروازه گفت شهر راه",
    "az": "çay körpü qışda bağlı işləməyəcək İrəvan ışıq divar daş qapı şəhər dedi",
}
PUNCTUATION = ["", "", "", "", ",", ".", " —", "…", "?", "!", ":", "\n", "\n\n", " [1]", "¹"]
MANY = examples(120)


@st.composite
def sources(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a language, and words with their punctuation, in the order of a text."""
    language = draw(st.sampled_from(sorted(WORDS)))
    words = st.sampled_from(WORDS[language].split())
    marks = st.sampled_from(PUNCTUATION)
    pairs = draw(st.lists(st.tuples(words, marks), min_size=8, max_size=60))
    return language, [word + mark for word, mark in pairs]


def joined(words: list[str]) -> str:
    return " ".join(words)


@MANY
@given(sources(), st.data())
def test_passage_taken_word_for_word_is_verbatim(
    source: tuple[str, list[str]], data: st.DataObject
) -> None:
    language, words = source
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))

    found = verify(joined(words[start:end]), Snapshot(joined(words)), language=language)

    # An ellipsis at the edge is the source's own; that its dots have company there or not
    # is a matter of punctuation.
    assert found.result in (Result.VERBATIM, Result.EDITED)
    assert found.omitted_words == 0


@MANY
@given(sources(), st.data())
def test_passages_in_order_with_elisions_are_edited(
    source: tuple[str, list[str]], data: st.DataObject
) -> None:
    language, words = source
    cuts = sorted(data.draw(st.sets(st.integers(0, len(words)), min_size=4, max_size=4)))
    first, second = words[cuts[0] : cuts[1]], words[cuts[2] : cuts[3]]

    quotation = f"{joined(first)} […] {joined(second)}"
    found = verify(quotation, Snapshot(joined(words)), language=language)

    assert found.result is Result.EDITED
    assert found.omitted_words <= len(words[cuts[1] : cuts[2]]) + 8


@MANY
@given(sources(), st.data())
def test_one_changed_letter_is_never_verified(
    source: tuple[str, list[str]], data: st.DataObject
) -> None:
    language, words = source
    quotation = joined(words)
    places = [at for at, char in enumerate(quotation) if char.isalpha()]
    at = data.draw(st.sampled_from(places))
    letter = data.draw(st.sampled_from(LETTERS + "жշژğ"))
    changed = quotation[:at] + letter + quotation[at + 1 :]
    assume(caseless(fold(changed), language) != caseless(fold(quotation), language))

    found = verify(changed, Snapshot(quotation), language=language)

    assert found.result in (Result.DRIFTED, Result.ABSENT)


@MANY
@given(sources(), st.data())
def test_fragments_in_reverse_are_never_verified(
    source: tuple[str, list[str]], data: st.DataObject
) -> None:
    language, _ = source
    words = [f"{letter}{letter}{number}" for number, letter in enumerate(LETTERS)]
    cut = data.draw(st.integers(1, len(words) - 1))

    quotation = f"{joined(words[cut:])} […] {joined(words[:cut])}"
    found = verify(quotation, Snapshot(joined(words)), language=language)

    assert found.result is Result.DRIFTED
    assert "another order" in found.note


@examples(400)
@given(st.text(max_size=60), st.booleans())
def test_folding_twice_changes_nothing(text: str, source: bool) -> None:
    folded = fold(text, source=source)

    assert fold(folded, source=source) == folded


FRAGMENTS = st.sampled_from(
    [*"a1 .-—–…[]()<>'\"“,\n\r\t\xad\u200bـ²й́Ёև՞%+", "...", ". .", "[1]", "--", "¹", "i\u0306"]
)


@examples(600)
@given(st.lists(FRAGMENTS, max_size=14).map("".join), st.booleans())
def test_folding_marks_twice_changes_nothing(text: str, source: bool) -> None:
    folded = fold(text, source=source)

    assert fold(folded, source=source) == folded


@examples(300)
@given(st.lists(st.lists(FRAGMENTS, max_size=8).map("".join), max_size=4), st.booleans())
def test_lines_are_folded_each_for_itself(lines: list[str], source: bool) -> None:
    lines = [line.replace("\n", "").replace("\xad", "") for line in lines]

    assert fold_lines("\n".join(lines), source=source).split("\n") == (
        [fold(line, source=source) for line in lines] or [""]
    )


@examples(300)
@given(st.text(max_size=60))
def test_lower_case_has_the_same_length(text: str) -> None:
    assert len(caseless(fold(text), "tr")) == len(caseless(fold(text), "en")) == len(fold(text))


@examples(250)
@given(
    st.one_of(st.text(max_size=30), st.lists(FRAGMENTS, max_size=14).map("".join)),
    st.one_of(st.text(max_size=60), st.lists(FRAGMENTS, max_size=30).map("".join)),
    st.sampled_from(["en", "tr", "xx", ""]),
)
def test_no_text_breaks_the_check(quotation: str, source: str, language: str) -> None:
    snapshot = Snapshot(source)

    found = Verification()
    with contextlib.suppress(QuotationError):
        found = verify(quotation, snapshot, language=language)
    text_fragment(quotation, found, snapshot)
    find_in(quotation, source, language)


@MANY
@given(st.lists(FRAGMENTS, min_size=1, max_size=20).map("".join))
def test_whole_source_quoted_is_verified(source: str) -> None:
    source = source.replace("-\n", "").replace("-\r", "")
    with contextlib.suppress(QuotationError):
        found = verify(source, Snapshot(source), language="en")

        assert found.result in (Result.VERBATIM, Result.EDITED)

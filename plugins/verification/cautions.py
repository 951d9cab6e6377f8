"""Reasons to look again at a quotation that was found (facts: rule 13)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verification.folding import fold
from verification.found import Found, Gap
from verification.model import Caution, Insertion
from verification.negation import Negations, negations
from verification.sentences import joins_sentences
from verification.source_text import CONTEXT
from verification.words import edges, words_of

LONG_ELISION = 40
LONG_BRACKET = 12
MANY_OMITTED = 10
SHORT_FRAGMENT = 3
NEAR = 3
MOST_SHOWN = 16
# Characters that hold a word of any length, and the space beside it.
ONE_WORD = 48

_BRACKETS = str.maketrans("", "", "[]")
# In Armenian the full stop looks like a colon, and is folded to one.
_ARMENIAN_STOP = re.compile(r"[.!?:]['\")\]]*(?:\s|$)")
_STOP = re.compile(r"[.!?؟]['\")\]]*(?:\s|$)")


def cautions_of(
    found: Found, put_in: Sequence[Insertion], language: str, *, quoted: int
) -> tuple[Caution, ...]:
    """Return the cautions for a quotation of *quoted* words that was found."""
    denying = negations(language)
    if not found.reading.marks:
        return tuple(_about_edges(found, denying))
    return (
        *(
            caution
            for number in range(len(found.gaps))
            for caution in _about_gap(found, number, denying)
        ),
        *_about_alterations(found, denying),
        *_about_insertions(put_in, denying),
        *_about_edges(found, denying),
        *_about_amount(found, quoted),
    )


def _about_gap(found: Found, number: int, denying: Negations) -> Iterator[Caution]:
    gap = found.gaps[number]
    if lost := denying.among(gap.words):
        yield Caution(
            code="omitted-negation",
            message=f"the words left out hold a negation ({_listed(lost)}):"
            f" “{_shortened(found, gap)}”; read whether the rest still says the same",
        )
    if len(gap.words) > (LONG_ELISION if gap.is_elision else LONG_BRACKET):
        yield Caution(
            code="long-omission",
            message=f"one {'elision' if gap.is_elision else 'bracket'} stands for"
            f" {len(gap.words)} words: “{_shortened(found, gap)}”",
        )
    if joins_sentences(found, number, denying.language):
        yield Caution(
            code="joined-sentences",
            message="the words left out pass over the end of a sentence:"
            f" “{_shortened(found, gap)}”; end “{_last_words(found.fragments[number].text)}”"
            " with its stop, or quote in two",
        )


def _about_alterations(found: Found, denying: Negations) -> Iterator[Caution]:
    for altered in found.alterations():
        word = found.source.folded[altered.start : altered.end]
        own = found.source.own(altered.start, altered.end)
        yield Caution(
            code="altered-word",
            message=f"“{altered.written}” alters a word of the source: “{own}”",
        )
        if word in denying and fold(altered.written.translate(_BRACKETS)) not in denying:
            yield Caution(
                code="omitted-negation",
                message=f"“{altered.written}” takes a negation from the source: “{own}”",
            )


def _about_insertions(put_in: Sequence[Insertion], denying: Negations) -> Iterator[Caution]:
    for insertion in put_in:
        added = denying.among(words_of(fold(insertion.text)))
        if added and not denying.among(words_of(fold(insertion.replaces))):
            yield Caution(
                code="inserted-negation",
                message=f"“[{insertion.text}]” adds a negation ({_listed(added)})"
                " that is not in the source",
            )
        if insertion.replaces and any(map(str.isdecimal, insertion.text)):
            yield Caution(
                code="replaced-by-digits",
                message=f"“[{insertion.text}]” puts a number in the place of"
                f" “{insertion.replaces}”; check that it is the same",
            )


def _about_edges(found: Found, denying: Negations) -> Iterator[Caution]:
    first, last = found.hits[0].start, found.hits[-1].end
    stop = _ARMENIAN_STOP if denying.language == "hy" else _STOP
    leading, *_, trailing = found.reading.joints
    before = words_of(stop.split(found.source.before(first, CONTEXT if leading else ONE_WORD))[-1])
    after = words_of(stop.split(found.source.after(last, CONTEXT if trailing else ONE_WORD))[0])
    if near := denying.among(
        (before[-NEAR:] if leading else []) + (after[:NEAR] if trailing else [])
    ):
        yield Caution(
            code="cut-beside-negation",
            message=f"the quotation was cut beside a negation ({_listed(near)});"
            " read whether the rest still says the same",
        )
    if not leading and (near := denying.among(before[-1:])):
        yield _cut_off(found, near[0], f"{near[0]} {found.fragments[0].text}", "negation-before")
    if not trailing and after and denying.follows(after[0]):
        yield _cut_off(found, after[0], f"{found.fragments[-1].text} {after[0]}", "negation-after")


def _about_amount(found: Found, quoted: int) -> Iterator[Caution]:
    omitted = sum(len(gap.words) for gap in found.gaps)
    if omitted > max(MANY_OMITTED, 3 * quoted):
        yield Caution(
            code="much-omitted",
            message=f"{omitted} words were left out and {quoted} quoted; quote less, or more",
        )
    count = len(found.fragments)
    if count >= 3 and quoted < SHORT_FRAGMENT * count:
        yield Caution(
            code="short-fragments",
            message=f"the quotation is put together from {count} fragments of"
            " less than three words on average",
        )


def _cut_off(found: Found, word: str, shown: str, code: str) -> Caution:
    line = found.source.line_at(found.hits[0].start)
    return Caution(
        code=code,
        message=f"the source has a negation (“{word}”) beside these words, in line {line}:"
        f" “{shortened(shown)}”; quote it too",
    )


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))


def _last_words(text: str) -> str:
    return " ".join(text.split()[-NEAR:])


def _shortened(found: Found, gap: Gap) -> str:
    start, end = edges(found.source.folded[gap.start : gap.end])
    return shortened(found.source.own(gap.start + start, gap.start + end))


def shortened(text: str) -> str:
    """Return *text*, or its beginning and its end where it is long."""
    words = text.split()
    if len(words) <= MOST_SHOWN:
        return text
    half = MOST_SHOWN // 2
    return f"{' '.join(words[:half])} … {' '.join(words[-half:])}"

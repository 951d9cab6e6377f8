"""Names of quotations that links from elsewhere may rely on."""

from __future__ import annotations

from citations import Library
from tests.quotations.support import convert

BLOCK = "> The gauge below the bridge is read at eight, by hand.\n>\n> — Nino Example, [@water]\n"
INLINE = "She says “The river keeps its own time” [@water].\n"


def test_a_quotation_keeps_its_name_when_the_text_around_it_changes(record: Library) -> None:
    before = convert(BLOCK, record=record)
    after = convert(f"A new first paragraph.\n\n{INLINE}\n{BLOCK}", record=record)

    assert before.quotations[0].id != after.quotations[1].id
    assert before.quotations[0].stable_id == after.quotations[1].stable_id


def test_other_words_have_another_name(record: Library) -> None:
    one, other = convert(f"{INLINE}\n{BLOCK}", record=record).quotations

    assert one.stable_id != other.stable_id


def test_the_same_words_of_another_work_have_another_name(record: Library) -> None:
    other = BLOCK.replace("@water", "@bell")
    one, two = convert(f"{BLOCK}\nAnd so.\n\n{other}", record=record).quotations

    assert one.stable_id[:10] != two.stable_id[:10]


def test_the_same_words_quoted_twice_are_told_apart(record: Library) -> None:
    first, second = convert(f"{INLINE}\n{INLINE}", record=record).quotations

    assert second.stable_id == f"{first.stable_id}-2"


def test_a_translation_has_the_name_of_its_original() -> None:
    original = "> > მდინარე არ კითხულობს.\n> > {: lang=ka }\n>\n> — Nino, Courier, 2026-03-14\n"
    one, other = (
        convert(f"> {words}\n>\n{original}").quotations[0]
        for words in ("The river does not read.", "A river never reads.")
    )

    assert one.stable_id == other.stable_id


def test_the_name_leads_to_the_words(record: Library) -> None:
    converted = convert(f"{BLOCK}\n{INLINE}", record=record)
    block, inline = converted.quotations

    assert converted.one("figure.quotation > blockquote")["id"] == block.stable_id
    assert converted.one("cite.citation")["id"] == inline.stable_id

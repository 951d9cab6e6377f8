"""What a verification holds, beside its result."""

from __future__ import annotations

import pytest

from verification import (
    Difference,
    Insertion,
    Piece,
    QuotationError,
    Result,
    Snapshot,
    Verification,
    verify,
)

SOURCE = Snapshot(
    "Bridges\n\nThe line was laid where the water allowed it, after two surveys and one very\n"
    "long winter, and every bridge since has asked the same permission.\n\n\n"
    "We sign the drawings,[3] but she countersigns them “in her own time”… He walks – as ёлки\n"
    "stand – un-\nbent. The map is read by all the inter-\nnational staff. He can’t say.\n"
)
MILES = " ".join(["mile"] * 30)


def test_words_left_out_are_shown_in_the_sources_own_characters() -> None:
    found = verify("the water allowed it […] and every bridge", SOURCE, language="en")

    assert found.result is Result.EDITED
    assert (found.words, found.omitted_words, found.elisions, found.line) == (7, 8, 1, 3)
    assert found.collation == (
        Piece(text="the water allowed it, "),
        Piece(text="after two surveys and one very long winter,", omitted=True),
        Piece(text=" and every bridge"),
    )


def test_marks_around_the_words_left_out_go_with_them() -> None:
    found = verify("countersigns them […] He walks", SOURCE, language="en")

    assert [piece.text for piece in found.collation] == [
        "countersigns them ",
        "“in her own time”…",
        " He walks",
    ]


def test_insertion_names_what_it_stands_for() -> None:
    found = verify("but [the river] countersigns them “in [its] own time”", SOURCE, language="en")

    assert found.insertions == (
        Insertion(text="the river", replaces="she"),
        Insertion(text="its", replaces="her"),
    )
    assert found.omitted_words == 2


def test_insertion_beside_an_elision_stands_for_nothing_in_particular() -> None:
    found = verify("We sign […] [and] countersigns them [now]", SOURCE, language="en")

    assert [each.replaces for each in found.insertions] == ["", ""]
    assert found.elisions == 1


@pytest.mark.parametrize(
    ("quotation", "insertion", "message"),
    [
        ("He walk[ed] – as", Insertion(text="ed", replaces="s"), "“walk[ed]” alters"),
        ("own time”… [h]e walk[ed]", Insertion(text="ed", replaces="s"), "“walk[ed]” alters"),
        ("[re]signs them", Insertion(text="re", replaces="counter"), "“[re]signs” alters"),
        ("she [re]signs them", Insertion(text="re", replaces="counter"), "“[re]signs” alters"),
        ("we s[a]n the drawings", Insertion(text="a", replaces="ig"), "“s[a]n” alters"),
        ("but s[aid] countersigns", Insertion(text="aid", replaces="he"), "source: “she”"),
    ],
)
def test_bracket_in_a_word_names_the_letters_it_stands_for(
    quotation: str, insertion: Insertion, message: str
) -> None:
    found = verify(quotation, SOURCE, language="en")

    assert found.insertions == (insertion,)
    assert message in found.cautions[0].message


def test_collation_has_the_sources_marks_quotes_and_letters() -> None:
    found = verify('them "in her own time"... […] елки stand', SOURCE, language="en")

    assert found.result is Result.EDITED
    assert found.collation == (
        Piece(text="them “in her own time”… "),
        Piece(text="He walks – as", omitted=True),
        Piece(text=" ёлки stand"),
    )


def test_nothing_is_collated_where_no_word_was_left_out() -> None:
    assert verify("We sign the drawings", SOURCE, language="en").collation == ()


def test_change_of_capitals_is_told() -> None:
    found = verify("We sign the Drawings", SOURCE, language="en")

    assert found.note == "only capitals differ"
    assert found.differences == (Difference(quoted="Drawings", source="drawings"),)


def test_broken_words_are_shown_without_the_line_break() -> None:
    found = verify("елки stand - unbent. The map […] international staff", SOURCE, language="en")

    assert [piece.text for piece in found.collation] == [
        "ёлки stand – un-bent. The map ",
        "is read by all the",
        " inter-national staff",
    ]
    assert found.line == 7


def test_chain_that_leaves_out_least_is_chosen() -> None:
    source = Snapshot(f"The road {MILES} The road was closed {MILES} road was closed")

    found = verify("The road […] closed", source, language="en")

    assert (found.omitted_words, found.line) == (1, 1)


def test_chain_is_chosen_as_a_whole() -> None:
    source = Snapshot("one x x x x x two x one x two x x x three two x x x x x x x x x three")

    found = verify("one … two … three", source, language="en")

    assert found.omitted_words == 4


def test_differing_words_are_shown_as_they_are_written_on_both_sides() -> None:
    found = verify("when the wаter’s allowed it, after three surveys", SOURCE, language="en")

    assert found.result is Result.DRIFTED
    assert found.line == 3
    assert found.differences == (
        Difference(quoted="when", source="where"),
        Difference(quoted="wаter’s", source="water"),
        Difference(quoted="three", source="two"),
    )


def test_differences_of_several_fragments_are_all_shown() -> None:
    found = verify("We signed the drawings […] in his own time", SOURCE, language="en")

    assert found.differences == (
        Difference(quoted="signed", source="sign"),
        Difference(quoted="his", source="her"),
    )
    assert found.note == ""


def test_added_mark_is_shown() -> None:
    found = verify("We sign the drawings!", SOURCE, language="en")

    assert found.differences == (
        Difference(quoted="We sign the drawings!", source="We sign the drawings"),
    )


def test_mark_after_an_elision_has_to_end_the_sentence() -> None:
    found = verify("We sign […]?", SOURCE, language="en")

    assert found.differences == (Difference(quoted="?", source=""),)


def test_words_with_a_space_of_their_own_are_shown() -> None:
    found = verify("We sign the — drawings", SOURCE, language="en")

    assert found.differences == (Difference(quoted="—", source=""),)
    assert found.note == "only punctuation differs"


def test_long_omission_is_shortened_in_its_caution() -> None:
    source = Snapshot("begin " + " ".join(map(str, range(1000, 1045))) + " end of the story told")

    found = verify("begin […] end of the story told", source, language="en")

    assert "1006 1007 … 1037 1038" in found.cautions[0].message
    assert "45 words" in found.cautions[0].message


def test_alteration_that_takes_a_negation_is_told() -> None:
    found = verify("He can[] say", SOURCE, language="en")

    assert [each.code for each in found.cautions] == ["altered-word", "omitted-negation"]
    assert found.insertions == (Insertion(text="", replaces="’t"),)


def test_paragraphs_are_parted_by_space() -> None:
    found = verify(("the same permission.", "We sign the drawings"), SOURCE, language="en")

    assert found.result is Result.VERBATIM


def test_without_a_snapshot_nothing_is_checked() -> None:
    assert verify("We [sign", None, language="en") == Verification()


def test_empty_snapshot_holds_nothing() -> None:
    assert verify("We sign", Snapshot(""), language="en").result is Result.ABSENT


@pytest.mark.parametrize("snapshot", [SOURCE, None])
@pytest.mark.parametrize(
    ("quotation", "code"),
    [
        ("", "no-quoted-words"),
        ("[…]", "no-quoted-words"),
        ("[We sign the drawings]", "no-quoted-words"),
        ("— ?!", "no-quoted-words"),
        ("We \u202esign", "bidi-override"),
    ],
)
def test_quotation_without_words_or_with_reversed_ones_is_an_error(
    quotation: str, code: str, snapshot: Snapshot | None
) -> None:
    with pytest.raises(QuotationError) as error:
        verify(quotation, snapshot, language="en")

    assert error.value.code == code


@pytest.mark.parametrize("quotation", ["We [sign", "We sign] the", "[[We] sign", "]["])
def test_bracket_without_a_partner_is_an_error(quotation: str) -> None:
    with pytest.raises(QuotationError, match="bracket has no partner; close"):
        verify(quotation, SOURCE, language="en")


def test_bracket_without_a_partner_may_be_the_sources_own() -> None:
    found = verify("a) [ open", Snapshot("(a) [ open"), language="en")

    assert found.result is Result.VERBATIM

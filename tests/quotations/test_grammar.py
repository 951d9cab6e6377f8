"""What a block quote is, from its lines."""

from __future__ import annotations

from textwrap import dedent

import pytest

from quotations.grammar import (
    Block,
    OrdinaryBlock,
    OriginalBlock,
    PullBlock,
    QuotationBlock,
    parse_block,
)


def parse(text: str) -> Block:
    return parse_block(dedent(text).strip("\n"))


def quotation(text: str) -> QuotationBlock:
    block = parse(text)
    assert isinstance(block, QuotationBlock)
    return block


def codes(block: Block) -> list[str]:
    return [error.code for error in block.errors]


def test_the_last_paragraph_is_the_attribution() -> None:
    block = quotation(
        """
        > One.
        >
        > Two.
        >
        > — Nino Example, [@water]
        """
    )

    assert block == QuotationBlock(body="One.\n\nTwo.", attribution="— Nino Example, [@water]")


def test_the_last_line_may_be_the_attribution() -> None:
    block = quotation("> One.\n> — Nino Example, [@water]")

    assert block == QuotationBlock(body="One.", attribution="— Nino Example, [@water]")


def test_an_attribution_may_be_wrapped() -> None:
    block = quotation("> One.\n> — Nino Example,\n>   hydrologist,\n> [@water]")

    assert block.attribution == "— Nino Example, hydrologist, [@water]"


def test_empty_lines_around_a_quotation_are_nothing() -> None:
    assert quotation(">\n> One.\n>\n> — Nino, [@water]\n>\n>") == QuotationBlock(
        body="One.", attribution="— Nino, [@water]"
    )


def test_a_quotation_may_have_lines_without_a_sign() -> None:
    block = quotation("> One,\ntwo.\n>\n> — Nino, [@water]")

    assert block == QuotationBlock(body="One,\ntwo.", attribution="— Nino, [@water]")


def test_a_block_without_a_dash_is_left_alone() -> None:
    assert parse("> One — two.\n>\n> - three") == OrdinaryBlock()


def test_two_hyphens_underline_a_heading() -> None:
    assert parse("> One\n> --") == OrdinaryBlock()


def test_dialogue_may_be_attributed() -> None:
    block = quotation(
        """
        > — Будешь?
        >
        > — Буду.
        >
        > — Нино Пример, [@water]
        """
    )

    assert block == QuotationBlock(
        body="— Будешь?\n\n— Буду.", attribution="— Нино Пример, [@water]"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("> — Будешь?\n>\n> — Буду.\n>\n> — Нино Пример", id="russian"),
        pytest.param("> — Gələcəksən?\n> — Gələcəyəm.", id="azerbaijani"),
        pytest.param("> — Կգա՞ս։\n> — Կգամ։", id="armenian"),
        pytest.param("> Он спросил.\n>\n> — Буду.", id="full-stop"),
    ],
)
def test_dialogue_without_a_work_is_no_attribution(text: str) -> None:
    block = parse(text)

    assert isinstance(block, OrdinaryBlock)
    assert codes(block) == ["no-attribution"]


def test_dialogue_in_the_middle_says_nothing_of_an_attribution() -> None:
    assert parse("> One.\n>\n> — Буду.\n>\n> Two.") == OrdinaryBlock()


def test_a_line_that_lazily_continues_an_attribution_is_no_part_of_it() -> None:
    block = quotation("> One.\n>\n> — Nino, [@water]\nand more")

    assert block.attribution == "— Nino, [@water]"
    assert codes(block) == ["lazy-line"]
    assert "“and more” follows the attribution" in str(block.errors[0])


def test_an_attribution_without_its_sign_is_told_so() -> None:
    block = quotation("> One.\n— Nino,\n  [@water]")

    assert block.attribution == "— Nino, [@water]"
    assert codes(block) == ["lazy-line"]
    assert "begin the attribution with “>”" in str(block.errors[0])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("> One.\n>\n> — Nino, [@water]\n>\n> Two.", id="paragraph-behind"),
        pytest.param("> One.\n> — Nino, [@water]\n> > Two.", id="nested-behind"),
    ],
)
def test_an_attribution_that_is_not_last_is_an_error(text: str) -> None:
    block = parse(text)

    assert isinstance(block, OrdinaryBlock)
    assert codes(block) == ["attribution-not-last"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("> One.\n>\n> — Nino, [@water]\n>\n> — Ana, [@bell]", id="paragraphs"),
        pytest.param("> One.\n> — Nino, [@water]\n> — Ana, [@bell]", id="lines"),
    ],
)
def test_of_two_attributions_the_first_is_not_last(text: str) -> None:
    block = quotation(text)

    assert block.attribution == "— Ana, [@bell]"
    assert codes(block) == ["attribution-not-last"]


def test_an_attribution_alone_has_nothing_to_attribute() -> None:
    block = quotation("> — Nino, [@water]")

    assert codes(block) == ["empty-quotation"]
    assert "join it to its quotation" in str(block.errors[0])


ORIGINAL = OriginalBlock(body="ერთი.", language="ka")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("> One.\n>\n> > ერთი.\n> > {: lang=ka }\n>\n> — N", id="behind"),
        pytest.param("> > ერთი.\n> > {: lang=ka }\n>\n> One.\n>\n> — N", id="before"),
        pytest.param("> One.\n>\n> > ერთი.\n> {: lang=ka }\n>\n> — N", id="line-of-the-outer"),
        pytest.param("> One.\n>\n> > ერთი.\n>\n> > {: lang=ka }\n>\n> — N", id="line-apart"),
        pytest.param("> One.\n> > ერთი.\n> > {: lang=ka }\n> — N", id="no-empty-lines"),
        pytest.param('>One.\n>\n>>ერთი.\n>>{lang="ka"}\n>\n>— N', id="no-spaces"),
        pytest.param(
            "> One.\n>\n> > ერთი.\n> > {: .x lang='ka' #y }\n>\n> — N", id="more-attributes"
        ),
    ],
)
def test_a_translated_quotation_carries_its_original(text: str) -> None:
    assert quotation(text) == QuotationBlock(body="One.", attribution="— N", original=ORIGINAL)


def test_an_original_may_have_several_paragraphs() -> None:
    block = quotation("> One.\n>\n> > ერთი.\n> >\n> > ორი.\n> > {: lang=ka }\n>\n> — N")

    assert block.original == OriginalBlock(body="ერთი.\n\nორი.", language="ka")


def test_an_original_may_stand_between_paragraphs() -> None:
    block = quotation("> One.\n>\n> > ერთი.\n> > {: lang=ka }\n>\n> Two.\n>\n> — N")

    assert block.body == "One.\n\n\nTwo."
    assert block.original == ORIGINAL


@pytest.mark.parametrize(
    "attributes",
    ["", "{: .x }", "{: lang=georgian }", "{: lang=k }", "{: lang=KA }", "{: hreflang=ka }"],
)
def test_an_original_names_its_language(attributes: str) -> None:
    block = quotation(f"> One.\n>\n> > ერთი.\n> > {attributes}\n>\n> — N")

    assert codes(block) == ["no-language"]
    assert block.original is not None
    assert block.original.language == ""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "> One.\n>\n> > a\n> > {: lang=ka }\n>\n> > b\n> > {: lang=hy }\n>\n> — N",
            id="in-a-row",
        ),
        pytest.param(
            "> One.\n>\n> > a\n> > {: lang=ka }\n>\n> Two.\n>\n> > b\n> > {: lang=hy }\n>\n> — N",
            id="parted-by-words",
        ),
    ],
)
def test_a_translated_quotation_has_one_original(text: str) -> None:
    block = quotation(text)

    assert codes(block) == ["two-originals"]
    assert block.body.startswith("One.")


def test_an_original_needs_a_translation() -> None:
    block = quotation("> > ერთი.\n> > {: lang=ka }\n>\n> — N")

    assert codes(block) == ["empty-quotation"]
    assert "no translation" in str(block.errors[0])


def test_an_attribution_inside_the_nested_block_is_not_that_of_the_outer() -> None:
    assert parse("> One.\n>\n> > Two.\n> >\n> > — Nino, [@water]") == OrdinaryBlock()


@pytest.mark.parametrize(
    "last",
    ["{: .pull }", "{: .pull}", "{:.pull}", "{.pull}", "> {: .pull }", "{: .x .pull #y }"],
)
def test_a_block_may_be_a_pull_quote(last: str) -> None:
    assert parse(f"> One.\n>\n> Two.\n{last}") == PullBlock(body="One.\n\nTwo.")


@pytest.mark.parametrize("last", ["{: .pullquote }", "{: #pull }", "{: .x }", ".pull"])
def test_other_attributes_make_no_pull_quote(last: str) -> None:
    assert parse(f"> One.\n{last}") == OrdinaryBlock()


def test_a_line_of_attributes_alone_is_no_pull_quote() -> None:
    assert parse("> {: .pull }") == OrdinaryBlock()


def test_a_pull_quote_has_no_attribution() -> None:
    block = parse("> One.\n>\n> — Nino, [@water]\n{: .pull }")

    assert isinstance(block, PullBlock)
    assert codes(block) == ["pull-attribution"]

"""Sentences drawn out of an article, in the author's own words."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from quotations.model import PullQuote
from quotations.pull_quotes import without_pull_quotes
from tests.quotations.support import Converted, convert

ASIDE = '<aside aria-hidden="true" class="pull-quote" data-nosnippet="" data-pagefind-ignore="">'


def asides(page: Converted) -> list[str]:
    return [aside.get_text("|") for aside in page.all("aside.pull-quote")]


def test_a_sentence_marked_in_place_is_repeated_behind_its_paragraph() -> None:
    page = convert("Text. ==One sentence.=={.pull} More.\n\nText.")

    assert page.document.problems == []
    assert page.html == (
        '<p>Text. <mark class="pull">One sentence.</mark> More.</p>\n'
        f"{ASIDE}<p>One sentence.</p></aside>\n<p>Text.</p>"
    )
    assert page.document.pull_quotes == (PullQuote(text="One sentence.", marked=True, line=1),)


@pytest.mark.parametrize("mark", ["{.pull}", "{: .pull}", "{: .pull }", "{ .pull }"])
def test_the_mark_may_be_written_as_attributes_are(mark: str) -> None:
    assert asides(convert(f"==One.=={mark}")) == ["One."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("==One *two* `three`.=={.pull}", "One two three.", id="emphasis-and-code"),
        pytest.param("==One [two](https://a.example/).=={.pull}", "One two.", id="link"),
        pytest.param("==One “two” [@k], three.=={.pull}", "One “two”, three.", id="quotation"),
        pytest.param("==One & two.=={.pull}", "One & two.", id="ampersand"),
        pytest.param("==One\ntwo.=={.pull}", "One two.", id="two-lines"),
        pytest.param("==a = b == c.=={.pull}", "a = b == c.", id="signs-of-equality"),
        pytest.param("**==One.=={.pull}**", "One.", id="inside-emphasis"),
        pytest.param("a == b. ==One.=={.pull}", "One.", id="behind-an-equation"),
        pytest.param("==a== and ==One.=={.pull}", "One.", id="behind-other-marks"),
        pytest.param("==One[^1].=={.pull}\n\n[^1]: a", "One.", id="footnote"),
    ],
)
def test_a_marked_sentence_may_hold_what_a_line_may(text: str, words: str) -> None:
    page = convert(text)

    assert asides(page) == [words]
    assert [each.text for each in page.document.pull_quotes] == [words]
    assert len(page.all("mark.pull")) == 1


def test_two_marked_sentences_of_one_paragraph_keep_their_order() -> None:
    page = convert("==One.=={.pull} ==Two.=={.pull}\n\n==Three.=={.pull}")

    assert asides(page) == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- a\n- ==One.=={.pull}", id="list"),
        pytest.param("# ==One.=={.pull}", id="heading"),
        pytest.param("| a |\n|---|\n| ==One.=={.pull} |", id="table"),
        pytest.param("> ==One.=={.pull}", id="block-quote"),
    ],
)
def test_a_sentence_marked_inside_a_block_is_repeated_behind_all_of_it(text: str) -> None:
    page = convert(f"{text}\n\nText.")

    soup = BeautifulSoup(page.html, "html.parser")
    assert [tag.name for tag in soup.find_all(recursive=False)][1:] == ["aside", "p"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("==One.==", id="no-mark"),
        pytest.param("==One.== {.pull}", id="space"),
        pytest.param("==One.=={.pul}", id="other-mark"),
        pytest.param("== One.=={.pull}", id="space-inside"),
        pytest.param("=={.pull}", id="nothing"),
        pytest.param("a == b and c == d", id="equations"),
    ],
)
def test_other_signs_of_equality_are_text(text: str) -> None:
    page = convert(text)

    assert page.html == f"<p>{text}</p>"
    assert page.document.pull_quotes == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("> a ==b.=={.pull}\n>\n> — Nino, 2026", id="quotation"),
        pytest.param("“a *==b.=={.pull}*” [@k]", id="inline-quotation"),
    ],
)
def test_words_of_somebody_else_are_no_pull_quote(text: str) -> None:
    page = convert(f"Text\n\n{text}")

    assert "pull-quote-quoted" in page.codes
    assert "pull-quote-quoted" not in page.errors
    assert page.lines[-1] == 3


def test_a_pull_quote_written_out_stands_where_it_is_written() -> None:
    page = convert("One sentence here.\n\n> One sentence here.\n{: .pull }\n\nText.")

    assert page.document.problems == []
    assert page.html == (
        f"<p>One sentence here.</p>\n{ASIDE}<p>One sentence here.</p></aside>\n<p>Text.</p>"
    )
    assert page.document.pull_quotes == (
        PullQuote(text="One sentence here.", marked=False, line=3),
    )


@pytest.mark.parametrize(
    ("article", "pull"),
    [
        pytest.param("One *sentence* here.", "One sentence here.", id="emphasis"),
        pytest.param("One sentence here.", "One *sentence* here.", id="emphasis-repeated"),
        pytest.param("One\nsentence here.", "One sentence here.", id="line-break"),
        pytest.param("He said “so” [@k], and left.", "He said “so”, and left.", id="quotation"),
        pytest.param("- One.\n- Two.", "Two.", id="list"),
        pytest.param("> One.\n\nTwo.", "One.", id="ordinary-block-quote"),
        pytest.param("One & two < three.", "One & two < three.", id="signs"),
    ],
)
def test_a_pull_quote_is_found_as_it_is_read(article: str, pull: str) -> None:
    page = convert(f"{article}\n\n> {pull}\n{{: .pull }}")

    assert "pull-quote" not in page.codes
    assert "pull-quote-quoted" not in page.codes


def test_a_pull_quote_may_have_several_paragraphs() -> None:
    page = convert("One. Two.\n\n> One.\n>\n> Two.\n{: .pull }")

    assert page.codes == []
    assert asides(page) == ["One.|Two."]


@pytest.mark.parametrize(
    "pull",
    [
        pytest.param("Another sentence.", id="other-words"),
        pytest.param("One sentence hare.", id="one-letter"),
        pytest.param("ne sentence here.", id="part-of-a-word"),
    ],
)
def test_a_pull_quote_that_the_article_does_not_say_is_an_error(pull: str) -> None:
    page = convert(f"One sentence here.\n\n> {pull}\n{{: .pull }}")

    assert page.errors == ["pull-quote"]
    assert page.lines == [3]


def test_a_pull_quote_does_not_vouch_for_another() -> None:
    page = convert("> One.\n{: .pull }\n\nText\n\n> One.\n{: .pull }")

    assert page.errors == ["pull-quote", "pull-quote"]
    assert page.lines == [1, 6]


def test_a_pull_quote_without_words_is_an_error() -> None:
    assert convert("One.\n\n>\n{: .pull }").errors == ["pull-quote"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("> They said.\n>\n> — Nino, 2026", id="block"),
        pytest.param("- a\n\n    > They said.\n    >\n    > — Nino, 2026", id="in-a-list"),
        pytest.param("He wrote “They said.” [@k]", id="inline"),
    ],
)
def test_a_pull_quote_that_only_a_quotation_says_is_a_warning(text: str) -> None:
    page = convert(f"{text}\n\n> They said.\n{{: .pull }}")

    assert "pull-quote-quoted" in page.codes
    assert "pull-quote-quoted" not in page.errors
    assert "pull-quote" not in page.codes


def test_a_pull_quote_with_an_attribution_is_an_error() -> None:
    page = convert("One.\n\n> One.\n>\n> — Nino, 2026\n{: .pull }")

    assert page.errors == ["pull-attribution", "pull-quote"]
    assert page.lines == [3, 3]


def test_quotations_and_marks_in_a_pull_quote_are_only_its_words() -> None:
    page = convert(
        "A “b” [@k] c.\n\n> A “b” [@k] ==c.=={.pull}\n>\n> {: .pull }\n\n“d” [@k]", extensions=()
    )

    assert [(each.text, each.line) for each in page.quotations] == [("b", 1), ("d", 7)]
    assert page.document.pull_quotes == (PullQuote(text="A “b” c.", marked=False, line=3),)
    assert "pull-quote" not in page.codes


def test_feeds_and_summaries_repeat_nothing() -> None:
    page = convert("==One.=={.pull} Two.\n\n> Two.\n{: .pull }\n\nThree.")

    assert without_pull_quotes(page.html) == (
        '<p><mark class="pull">One.</mark> Two.</p>\n<p>Three.</p>'
    )

"""Words that a reader would not see, or would see otherwise, are no part of a quotation."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from citations import Library
from quotations.plain_text import PlainText
from tests.quotations.support import convert, library
from verification import QuotationError

RIVER = "The river keeps its own time as it {} has and it will tomorrow."


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("<span hidden>always</span>", id="hidden"),
        pytest.param("<span class='x' hidden=''>always</span>", id="hidden-later"),
        pytest.param("*always*{: hidden }", id="hidden-by-attributes"),
        pytest.param("*always*{: style='display:none' }", id="style"),
        pytest.param("*always*{: .visually-hidden }", id="class"),
        pytest.param("<b class='x visually-hidden'>always</b>", id="class-in-html"),
        pytest.param('<b aria-label="never">always</b>', id="another-word-for-some"),
        pytest.param("<del>always</del>", id="struck-out"),
        pytest.param("<S>always</S>", id="struck-out-as-before"),
        pytest.param('<bdo dir="rtl">always</bdo>', id="reversed"),
        pytest.param("<template>always</template>", id="template"),
        pytest.param("<font color='white'>always</font>", id="white"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"> {RIVER}\n>\n> — Nino, [@water]", id="block"),
        pytest.param(f"He said “{RIVER}” [@water]", id="inline"),
        pytest.param(
            f"> It flows.\n>\n> > {RIVER}\n> > {{{{: lang=en }}}}\n>\n> — Nino, [@water]",
            id="original",
        ),
    ],
)
def test_markup_that_hides_words_is_an_error(record: Library, text: str, word: str) -> None:
    converted = convert(text.format(word), record=record)

    assert "hidden-words" in converted.errors
    assert "[…]" in next(str(each) for each in converted.problems if each.code == "hidden-words")


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("*always*", id="emphasis"),
        pytest.param("<em lang='en'>always</em>", id="html"),
        pytest.param("[always](https://example.org/)", id="link"),
        pytest.param("always[^1]", id="footnote"),
        pytest.param("always<!-- so -->", id="comment"),
        pytest.param("`always`", id="code"),
        pytest.param('<a href="https://example.org/?style=hidden">always</a>', id="address"),
    ],
)
def test_markup_that_shows_the_words_is_none(record: Library, word: str) -> None:
    text = f"> {RIVER.format(word)}\n>\n> — Nino, [@water]\n\n[^1]: So it is said.\n"
    converted = convert(text, record=record)

    assert converted.problems == []
    assert converted.quotations[0].result == "verbatim"


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("<!-- a> always <b -->", id="comment"),
        pytest.param('<span title="a> always <b"></span>', id="attribute"),
    ],
)
def test_words_inside_a_tag_are_not_quoted(record: Library, word: str) -> None:
    converted = convert(f"> {RIVER.format(word)}\n>\n> — Nino, [@water]\n", record=record)

    assert converted.errors == ["drifted"]


def test_a_column_that_is_aligned_hides_nothing(record: Library) -> None:
    table = "> | a | b |\n> | -: | - |\n> | c | d |\n>\n> — Nino, [@bell]"

    assert convert(table, record=record).problems == []


@pytest.mark.parametrize("name", ["x.YAML", "x.yml", "deep/x.yaml", "x.TXT", "deep/x.txt"])
def test_a_file_of_the_record_that_nobody_reads_is_an_error(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    folder = tmp_path_factory.mktemp("record")
    (problem,) = library(folder, {f"citations/{name}": "type: webpage\ntitle: X\n"}).problems

    assert problem.location is not None
    assert str(problem.location.path).endswith(name)


def test_what_a_computer_leaves_in_the_record_is_passed_over(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("record")

    assert library(folder, {"citations/.DS_Store": "", "citations/notes.md": "x"}).problems == ()


def test_what_an_extension_strikes_out_is_an_error_too() -> None:
    with pytest.raises(QuotationError, match="“<del>” in the quotation"):
        PlainText([]).require_visible(fromstring("<p>It <del>never</del> rises.</p>"))  # noqa: S314

r"""LaTeX becomes text, and text becomes LaTeX that is read back as the same text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibliography.latex import from_latex, from_verbatim, to_latex, to_verbatim
from bibliography.texts import one_line, paragraphs

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.text(
    "\\{}~^$&%#_-`'!?@\n <>[]\"=,ab*|()/"
)


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        pytest.param(
            r"G{\"o}del, \'{e}, {\v s}, \c{c}, \.I, \u{g}, \aa",
            "Gödel, é, š, ç, İ, ğ, å",
            id="accents",
        ),
        pytest.param(r"na\"\i ve {\L}{\'o}d{\'z}", "naïve Łódź", id="dotless"),
        pytest.param(r"a \textendash{} b --- c -- d", "a – b — c – d", id="dashes"),
        pytest.param(
            "``a'' {\\textquotedblleft}b{\\textquotedblright} \\glqq{}c\\grqq{}",
            "“a” “b” „c“",
            id="quotes",
        ),
        pytest.param(r"\enquote{a} \guillemotleft b\guillemotright", "“a” «b»", id="enquote"),
        pytest.param(r"R\&D, 50\%, \#1, \$5, a\_b", "R&D, 50%, #1, $5, a_b", id="escaped"),
        pytest.param("R&D, 50% of it, #1", "R&D, 50% of it, #1", id="not-escaped"),
        pytest.param("from $5 to $10", "from $5 to $10", id="dollars"),
        pytest.param(r"H$_2$O, 5$^{\textrm{th}}$", "H2O, 5th", id="scripts"),
        pytest.param("{Kura} {{River}} {A {b} c}", "Kura River A b c", id="braces"),
        pytest.param(
            r"\emph{it} {\em it} \textsc{Sc} \textsuperscript{th}", "it it Sc th", id="looks"
        ),
        pytest.param(
            r"\href{https://a.example}{text} \url{https://a.example/x_y}",
            "text https://a.example/x_y",
            id="links",
        ),
        pytest.param(r"\{\vphantom{\}}a", "{a", id="brace-of-zotero"),
        pytest.param(
            r"The \sout{old} \st{older} \uline{new} bell", "The new bell", id="struck-out"
        ),
        pytest.param(r"The \verb|bell_ringer| at \verb+{8+", "The bell_ringer at {8", id="verb"),
        pytest.param(r"\verb|half", r"\verb|half", id="verb-without-end"),
        pytest.param(
            r"Bell\footnote{A note.} and\footnotemark[2] bank\thanks{To Nino.}",
            "Bell and bank",
            id="footnote",
        ),
        pytest.param("tie~here", "tie here", id="tie"),
        pytest.param(r"\unknown{word} stays", r"\unknown word stays", id="unknown"),
    ],
)
def test_latex_is_read_as_it_is_printed(latex: str, text: str) -> None:
    assert one_line(from_latex(latex)) == text


@settings(deadline=None)
@given(TEXT)
def test_what_is_written_is_read_back(text: str) -> None:
    text = paragraphs(text)

    assert paragraphs(from_latex(to_latex(text))) == text


@settings(deadline=None)
@given(TEXT)
def test_what_is_written_is_balanced(text: str) -> None:
    latex = to_latex(text)

    assert latex.count("{") == latex.count("}")


@settings(deadline=None)
@given(TEXT)
def test_an_address_is_read_back(text: str) -> None:
    text = one_line(text)

    assert from_verbatim(to_verbatim(text)) == text


@settings(deadline=None)
@given(TEXT)
def test_whatever_is_read_gives_a_text_or_says_that_it_is_none(latex: str) -> None:
    try:
        from_latex(latex)
    except ValueError as error:
        assert "no LaTeX that we can read" in str(error)  # noqa: PT017 - either is right

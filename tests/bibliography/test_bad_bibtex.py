"""A broken entry is told with its line, and the good ones are imported all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bibliography.support import import_bibtex

GOOD = "@book{good, title={Good}}\n"


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        pytest.param("@book{a, title={unclosed,\n", "is broken; look at its braces", id="brace"),
        pytest.param('@book{a, title="unclosed,\n', "is broken; look at its braces", id="quote"),
        pytest.param("@book{a title={no comma}}", "is broken", id="no-comma"),
        pytest.param("@book{a, title}", "is broken", id="no-value"),
        pytest.param("@bok{a, title={T}}", "no kind of work @bok; did you mean book?", id="kind"),
        pytest.param("@zzzz{a, title={T}}", "no kind of work @zzzz; write @misc", id="no-kind"),
        pytest.param(
            "@book{a, title={T}, title={U}}", "“title” stands in this entry twice", id="twice"
        ),
        pytest.param(
            "@book{a, author={A, B, C, D}}", "the name “A, B, C, D” cannot be", id="commas"
        ),
        pytest.param("@book{a, title={\\verb}}", "is no LaTeX that we can read", id="latex"),
        pytest.param("@book{good, title={Other}}", "“good” stands in this file twice", id="key"),
    ],
)
def test_a_bad_entry_is_told_and_a_good_one_imported(entry: str, told: str, tmp_path: Path) -> None:
    outcome = import_bibtex(f"{GOOD}\n{entry}\n\n@book{{last, title={{Last}}}}\n", tmp_path)

    assert outcome.keys == ["good", "last"]
    assert (outcome.exit_code, outcome.codes, outcome.lines) == (1, ["bad-item"], [3])
    assert told in outcome.message


def test_macros_that_double_each_other_are_told_before_they_fill_the_memory(
    tmp_path: Path,
) -> None:
    macros = [f"@string{{m{number + 1} = m{number} # m{number}}}" for number in range(64)]
    outcome = import_bibtex(
        "\n".join(['@string{m0 = "long"}', *macros, "@book{a, title = m64}"]), tmp_path
    )

    assert (outcome.exit_code, outcome.codes) == (1, ["library"])
    assert "is longer than 100000 characters" in outcome.message


def test_all_that_is_wrong_with_an_entry_is_told(tmp_path: Path) -> None:
    outcome = import_bibtex("@buch{a, title={\\verb}, author={A, B, C, D}}", tmp_path)

    assert outcome.codes == ["bad-item"] * 3

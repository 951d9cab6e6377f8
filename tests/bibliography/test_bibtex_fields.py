"""Each field of BibTeX and biblatex goes to its place, or is told to have none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.bibliography.support import import_bibtex


@pytest.mark.parametrize(
    ("written", "fields"),
    [
        pytest.param("year=2026", {"issued": "2026"}, id="year"),
        pytest.param('year="2026", month=jul', {"issued": "2026-07"}, id="macro"),
        pytest.param("year={2026}, month={July}", {"issued": "2026-07"}, id="month-in-words"),
        pytest.param("year={2026}, month={7}, day={4}", {"issued": "2026-07-04"}, id="day"),
        pytest.param('year=2026, month="14~" # jul', {"issued": "2026-07-14"}, id="joined"),
        pytest.param("year=2026, month={jul 4}", {"issued": "2026-07-04"}, id="day-in-month"),
        pytest.param("date={2026-07}, year={2025}", {"issued": "2026-07"}, id="date-wins"),
        pytest.param("lastchecked={2026-01-02}", {"accessed": "2026-01-02"}, id="lastchecked"),
        pytest.param(
            r"howpublished={\url{https://a.example/b_c}}",
            {"URL": "https://a.example/b_c"},
            id="howpublished",
        ),
        pytest.param("howpublished={Print}", {"medium": "Print"}, id="medium"),
        pytest.param(
            "eprint={2601.1}, eprinttype={arXiv}",
            {"URL": "https://arxiv.org/abs/2601.1"},
            id="arxiv",
        ),
        pytest.param(
            r"url={\url{https://a.example/~x\_y\%20\#z}}",
            {"URL": "https://a.example/~x_y%20#z"},
            id="escaped",
        ),
        pytest.param(r"doi={10.1000/a\_b}", {"DOI": "10.1000/a_b"}, id="doi"),
        pytest.param("langid={ngerman}", {"language": "de"}, id="babel"),
        pytest.param("language={Russian}", {"language": "ru"}, id="language"),
        pytest.param("institution={A}, publisher={B}", {"publisher": "A; B"}, id="publishers"),
        pytest.param("location={Gori}", {"publisher-place": "Gori"}, id="location"),
        pytest.param("number={5}", {"number": "5"}, id="number"),
        pytest.param(
            "author={Nino Example}", {"author": [{"given": "Nino", "family": "Example"}]}, id="name"
        ),
        pytest.param("author={Reuters}", {"author": [{"family": "Reuters"}]}, id="one-word"),
        pytest.param(
            "author={{Simon and Schuster}}",
            {"author": [{"literal": "Simon and Schuster"}]},
            id="group",
        ),
        pytest.param(
            "author={de la Fontaine, Jean}",
            {"author": [{"given": "Jean", "family": "de la Fontaine"}]},
            id="particle",
        ),
        pytest.param(
            "author={King, Jr., Martin Luther}",
            {"author": [{"given": "Martin Luther", "family": "King Jr."}]},
            id="suffix",
        ),
        pytest.param(
            r"author={\v{C}apek, Karel and {\'E}mile Zola}",
            {
                "author": [
                    {"given": "Karel", "family": "Čapek"},
                    {"given": "Émile", "family": "Zola"},
                ]
            },
            id="accents",
        ),
        pytest.param('subtitle="Who {"}asked{"}?"', {"title": 'T: Who "asked"?'}, id="quoted"),
    ],
)
def test_a_field_is_taken(written: str, fields: dict[str, Any], tmp_path: Path) -> None:
    outcome = import_bibtex(f"@book{{a, title={{T}}, {written}}}", tmp_path)

    assert outcome.problems == ()
    assert {name: outcome.fields("a")[name] for name in fields} == fields


@pytest.mark.parametrize(
    ("written", "told"),
    [
        pytest.param(
            "keywords={a, b}, file={x.pdf}, edition=2", "keywords, file, edition", id="fields"
        ),
        pytest.param("author={A B and others}", "author: and others", id="others"),
        pytest.param("date={2026-03-14/2026-03-15}", "the end of issued (2026-03-15)", id="range"),
        pytest.param("date={2026-03/}", "the end of issued (open)", id="open-range"),
        pytest.param("date={1998~}", "issued.circa (1998~)", id="circa"),
        pytest.param("year={forthcoming}", "issued (“forthcoming” is no date)", id="no-date"),
        pytest.param("year=2026, month={Spring}", "month (“Spring” is no month)", id="season"),
        pytest.param(
            "url={www.a.example}", "URL (“www.a.example” is no web address)", id="address"
        ),
        pytest.param("crossref={nobody}", "crossref", id="lost-crossref"),
        pytest.param("entrysubtype={novel}", "entrysubtype", id="subtype"),
        pytest.param(
            "journal={A}, journaltitle={B}", "a second container-title (A)", id="two-titles"
        ),
    ],
)
def test_what_has_no_place_is_told_by_its_name(written: str, told: str, tmp_path: Path) -> None:
    outcome = import_bibtex(f"@book{{a, title={{T}}, {written}}}", tmp_path)

    assert (outcome.exit_code, outcome.codes, outcome.keys) == (0, ["left-out"], ["a"])
    assert told in outcome.message

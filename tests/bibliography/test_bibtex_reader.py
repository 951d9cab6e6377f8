r"""What Zotero, Better BibTeX and others write as BibTeX becomes citations."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bibliography.support import import_bibtex

# As Zotero 7 writes it (“BibTeX”), but for the words.
ZOTERO = r"""
    @article{example_water_2026,
      address = {Tbilisi},
      chapter = {Rivers},
      title = {Water without {Borders}: {\textquotedblleft}a \& b{\textquotedblright}, 50\%},
      volume = {12},
      issn = {1234-5678},
      shorttitle = {Water without {Borders}},
      url = {https://courier.example/a_b?x=1&y=%20},
      abstract = {First line.
    Second {\textless}i{\textgreater}line{\textless}/i{\textgreater}.},
      language = {en-US},
      number = {3},
      urldate = {2026-03-16},
      journal = {Kura Courier},
      author = {Example, Nino and {Statistics Desk and Sons} and G{\"o}del, Kurt},
      month = mar,
      year = {2026},
      note = {seen on paper},
      pages = {12--15},
    }
"""
# As Better BibTeX writes it (“Better BibLaTeX”), but for the words.
BIBLATEX = r"""
    @online{exampleRiver2026,
      title = {The {{River}}},
      subtitle = {And Its Banks},
      author = {family=Beethoven, given=Ludwig, prefix=van, useprefix=true},
      editor = {Vine, Ana},
      date = {2026-03-14},
      origtitle = {მდინარე},
      url = {https://sevan.example/hy/x},
      urldate = {2026-04-01T10:00:00},
      langid = {armenian},
      organization = {Sevan Observer},
    }
"""


def test_an_article_of_zotero_becomes_a_citation(tmp_path: Path) -> None:
    outcome = import_bibtex(ZOTERO, tmp_path)

    assert outcome.problems == ()
    assert outcome.fields("example_water_2026") == {
        "type": "article-journal",
        "title": "Water without Borders: “a & b”, 50%",
        "title-short": "Water without Borders",
        "author": [
            {"given": "Nino", "family": "Example"},
            {"literal": "Statistics Desk and Sons"},
            {"given": "Kurt", "family": "Gödel"},
        ],
        "container": "kura-courier",
        "publisher-place": "Tbilisi",
        "volume": "12",
        "issue": "3",
        "page": "12-15",
        "section": "Rivers",
        "URL": "https://courier.example/a_b?x=1&y=%20",
        "ISSN": "1234-5678",
        "language": "en-US",
        "issued": "2026-03",
        "accessed": "2026-03-16",
        "abstract": "First line.\nSecond line.",
        "note": "seen on paper",
    }


def test_a_page_of_better_biblatex_becomes_a_citation(tmp_path: Path) -> None:
    outcome = import_bibtex(BIBLATEX, tmp_path)

    assert outcome.problems == ()
    assert outcome.fields("exampleRiver2026") == {
        "type": "webpage",
        "title": "The River: And Its Banks",
        "original-title": "მდინარე",
        "author": [{"given": "Ludwig", "family": "van Beethoven"}],
        "editor": [{"given": "Ana", "family": "Vine"}],
        "container": "sevan",
        "URL": "https://sevan.example/hy/x",
        "language": "hy",
        "issued": "2026-03-14",
        "accessed": "2026-04-01",
    }


@pytest.mark.parametrize(
    ("kind", "fields", "csl"),
    [
        pytest.param("article", "", "article-journal", id="article"),
        pytest.param("article", "entrysubtype={newspaper}", "article-newspaper", id="newspaper"),
        pytest.param("Article", "entrysubtype={magazine}", "article-magazine", id="magazine"),
        pytest.param("newspaper", "", "article-newspaper", id="kind-of-some-programs"),
        pytest.param("misc", "", "document", id="misc"),
        pytest.param("misc", "url={https://a.example}", "webpage", id="misc-with-an-address"),
        pytest.param("misc", "entrysubtype={interview}", "interview", id="csl-type"),
        pytest.param("ONLINE", "", "webpage", id="online"),
        pytest.param("incollection", "", "chapter", id="incollection"),
        pytest.param("inproceedings", "", "paper-conference", id="inproceedings"),
        pytest.param("techreport", "", "report", id="techreport"),
        pytest.param("unpublished", "", "manuscript", id="unpublished"),
        pytest.param("video", "", "motion_picture", id="video"),
    ],
)
def test_a_kind_of_work_becomes_a_type(kind: str, fields: str, csl: str, tmp_path: Path) -> None:
    outcome = import_bibtex(f"@{kind}{{a, title={{T}}, {fields}}}", tmp_path)

    assert outcome.fields("a")["type"] == csl


def test_macros_are_put_in_wherever_they_stand(tmp_path: Path) -> None:
    outcome = import_bibtex(
        """
        @string{town = "Kura"}
        @STRING{paper = town # { Courier}}
        @article{a, title = "On " # TOWN, journal = paper}
        """,
        tmp_path,
    )

    assert outcome.fields("a")["title"] == "On Kura"
    assert outcome.fields("a")["container"] == "kura-courier"


def test_a_chapter_has_what_its_crossref_says_of_the_book(tmp_path: Path) -> None:
    outcome = import_bibtex(
        """
        @incollection{child, title={Chapter}, author={Example, Nino}, crossref={parent}, year=2021}
        @collection{parent, title={Book}, subtitle={A River}, editor={Vine, Ana}, year=2020}
        """,
        tmp_path,
    )

    assert outcome.problems == ()
    assert outcome.keys == ["child", "parent"]
    assert outcome.fields("child") == {
        "type": "chapter",
        "title": "Chapter",
        "author": [{"given": "Nino", "family": "Example"}],
        "editor": [{"given": "Ana", "family": "Vine"}],
        "container-title": "Book: A River",
        "issued": "2021",
    }


def test_xdata_is_no_work_and_says_something_of_others(tmp_path: Path) -> None:
    outcome = import_bibtex(
        "@xdata{x, publisher={Press}}\n@book{a, title={T}, xdata={x}}", tmp_path
    )

    assert outcome.keys == ["a"]
    assert outcome.fields("a")["publisher"] == "Press"


def test_comments_and_a_preamble_are_passed_over(tmp_path: Path) -> None:
    outcome = import_bibtex(
        """
        % Encoding: UTF-8
        Words between entries.
        @comment{jabref-meta: groupstree;}
        @preamble{"\\newcommand{\\x}{y}"}
        @book(a, title = {In round brackets})
        """,
        tmp_path,
    )

    assert outcome.problems == ()
    assert outcome.fields("a")["title"] == "In round brackets"


@pytest.mark.parametrize(
    ("kind", "written", "genre"),
    [
        pytest.param("phdthesis", "", "PhD thesis", id="phdthesis"),
        pytest.param("mastersthesis", "", "Master’s thesis", id="mastersthesis"),
        pytest.param("thesis", "type={mathesis}", "Master’s thesis", id="key"),
        pytest.param("thesis", "type={Essay}", "Essay", id="words"),
    ],
)
def test_a_thesis_says_of_what_kind_it_is(
    kind: str, written: str, genre: str, tmp_path: Path
) -> None:
    outcome = import_bibtex(f"@{kind}{{a, title={{T}}, {written}}}", tmp_path)

    assert (outcome.fields("a")["type"], outcome.fields("a")["genre"]) == ("thesis", genre)

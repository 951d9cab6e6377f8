"""What Zotero exports as CSL-JSON becomes citations, and nothing of it is lost unsaid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.bibliography.support import WORK, import_csl

# As Zotero 7 writes it, but for the words.
ZOTERO = {
    "id": "http://zotero.org/users/4711/items/AB12CD34",
    "type": "article-newspaper",
    "abstract": "<p>Sediment &amp; water.</p>\n<p>And <i>paper</i>.</p>",
    "container-title": "Kura Courier",
    "language": "en-US",
    "page": "3",
    "publisher-place": "Tbilisi",
    "section": "Rivers",
    "title": "Water <i>without</i> borders: a < b",
    "title-short": "Water",
    "URL": "https://courier.example/2026/water",
    "author": [
        {"family": "Example", "given": "Nino"},
        {"family": "Waal", "given": "Frans", "non-dropping-particle": "de"},
        {"literal": "Statistics Desk"},
    ],
    "translator": [{"family": "Nimushi", "given": "Ilia"}],
    "accessed": {"date-parts": [["2026", 3, 16]]},
    "issued": {"date-parts": [[2026, 3, 14]]},
}


def test_an_article_of_zotero_becomes_a_citation(tmp_path: Path) -> None:
    outcome = import_csl([ZOTERO], tmp_path)

    assert outcome.problems == ()
    assert outcome.keys == ["example-water-without-2026"]
    assert outcome.fields("example-water-without-2026") == {
        "type": "article-newspaper",
        "title": "Water without borders: a < b",
        "title-short": "Water",
        "author": [
            {"given": "Nino", "family": "Example"},
            {"given": "Frans", "family": "de Waal"},
            {"literal": "Statistics Desk"},
        ],
        "translator": [{"given": "Ilia", "family": "Nimushi"}],
        "container": "kura-courier",
        "publisher-place": "Tbilisi",
        "page": "3",
        "section": "Rivers",
        "URL": "https://courier.example/2026/water",
        "language": "en-US",
        "issued": "2026-03-14",
        "accessed": "2026-03-16",
        "abstract": "Sediment & water.\n\nAnd paper.",
    }


@pytest.mark.parametrize(
    ("date", "text"),
    [
        pytest.param({"date-parts": [[2026]]}, "2026", id="year"),
        pytest.param({"date-parts": [[2026, 3]]}, "2026-03", id="month"),
        pytest.param({"date-parts": [["2026", "3", "4"]]}, "2026-03-04", id="texts"),
        pytest.param({"date-parts": [[476, 9, 4]]}, "0476-09-04", id="long-ago"),
        pytest.param({"raw": "2026-03-14"}, "2026-03-14", id="raw"),
        pytest.param({"raw": "2026-3-4"}, "2026-03-04", id="raw-loose"),
        pytest.param({"literal": "2026-03"}, "2026-03", id="literal"),
        pytest.param({"raw": "2026-03-14T09:30:00Z"}, "2026-03-14", id="with-a-clock"),
        pytest.param("2026-03-14", "2026-03-14", id="edtf"),
        pytest.param({"date-parts": [[2026, 3, 14]], "circa": False}, "2026-03-14", id="no-circa"),
    ],
)
def test_a_date_is_taken_as_far_as_it_is_known(date: Any, text: str, tmp_path: Path) -> None:
    outcome = import_csl([WORK | {"issued": date}], tmp_path)

    assert outcome.problems == ()
    assert outcome.fields("water")["issued"] == text


@pytest.mark.parametrize(
    ("date", "told", "text"),
    [
        pytest.param({"raw": "Spring 2026"}, "issued (“Spring 2026” is no date)", None, id="raw"),
        pytest.param({"literal": "n.d."}, "issued (“n.d.” is no date)", None, id="literal"),
        pytest.param(
            {"date-parts": [[2026]], "season": "Winter"}, "season (Winter)", "2026", id="season"
        ),
        pytest.param({"date-parts": [[1998]], "circa": True}, "circa (True)", "1998", id="circa"),
        pytest.param(
            {"date-parts": [[2026, 3, 1], [2026, 3, 4]]}, "end of issued", "2026-03-01", id="range"
        ),
        pytest.param({"date-parts": [[-44, 3, 15]]}, "is no date", None, id="before-christ"),
        pytest.param({"date-parts": [[2026, 13, 1]]}, "is no date", None, id="thirteenth-month"),
    ],
)
def test_what_a_date_cannot_hold_is_told(
    date: Any, told: str, text: str | None, tmp_path: Path
) -> None:
    outcome = import_csl([WORK | {"issued": date}], tmp_path)

    assert outcome.codes == ["left-out"]
    assert told in outcome.message
    assert outcome.fields("water").get("issued") == text
    assert outcome.exit_code == 0


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        pytest.param(
            {"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"},
            {"given": "Ludwig van", "family": "Beethoven"},
            id="dropping-particle",
        ),
        pytest.param(
            {"family": "Alembert", "given": "Jean", "non-dropping-particle": "d’"},
            {"given": "Jean", "family": "d’Alembert"},
            id="elision",
        ),
        pytest.param(
            {"family": "King", "given": "Martin", "suffix": "Jr.", "comma-suffix": True},
            {"given": "Martin", "family": "King Jr."},
            id="suffix",
        ),
        pytest.param({"family": "Reuters", "given": ""}, {"family": "Reuters"}, id="one-field"),
        pytest.param({"literal": "The  Desk"}, {"literal": "The Desk"}, id="literal"),
    ],
)
def test_a_name_is_put_together_as_it_is_printed(
    name: Any, parts: dict[str, str], tmp_path: Path
) -> None:
    outcome = import_csl([WORK | {"author": [name]}], tmp_path)

    assert outcome.problems == ()
    assert outcome.fields("water")["author"] == [parts]


@pytest.mark.parametrize(
    ("language", "code"),
    [
        pytest.param("en-US", "en-US", id="tag"),
        pytest.param("en_GB", "en-GB", id="underscore"),
        pytest.param("RU", "ru", id="capitals"),
        pytest.param("eng", "en", id="three-letters"),
        pytest.param("per", "fa", id="library-code"),
        pytest.param("English", "en", id="english-name"),
        pytest.param("English (US)", "en", id="with-a-remark"),
        pytest.param("русский", "ru", id="own-name-ru"),
        pytest.param("ქართული", "ka", id="own-name-ka"),
        pytest.param("xmf", "xmf", id="mingrelian"),
    ],
)
def test_a_language_becomes_a_code(language: str, code: str, tmp_path: Path) -> None:
    outcome = import_csl([WORK | {"language": language}], tmp_path)

    assert outcome.problems == ()
    assert outcome.fields("water")["language"] == code


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({"edition": "2", "source": "DOI.org"}, "edition, source", id="fields"),
        pytest.param({"language": "French, English"}, "language (“French, English”", id="two"),
        pytest.param({"URL": "ftp://a.example"}, "URL (“ftp://a.example” is no web", id="address"),
        pytest.param({"URL": "javascript:alert(1)"}, "URL (", id="script"),
        pytest.param({"director": [{"family": "X"}]}, "director", id="other-names"),
        pytest.param(
            {"archive": "City archive", "archive_location": "Box 12"}, "archive", id="box"
        ),
        pytest.param({"custom": {"a": 1}}, "custom.a", id="custom"),
        pytest.param({"custom": {"container": "nowhere"}}, "no sources/nowhere.md", id="outlet"),
        pytest.param({"author": [{"family": "X", "affiliation": []}]}, "", id="nothing-in-it"),
        pytest.param({"author": [{"family": "X", "ORCID": "0"}]}, "author.ORCID", id="name-part"),
        pytest.param({"shortTitle": "W", "title-short": "V"}, "a second title-short (", id="twice"),
    ],
)
def test_what_has_no_place_is_told_by_its_name(
    fields: dict[str, Any], told: str, tmp_path: Path
) -> None:
    outcome = import_csl([WORK | fields], tmp_path)

    assert outcome.keys == ["water"]
    assert outcome.exit_code == 0
    assert outcome.codes == (["left-out"] if told else [])
    assert told in outcome.said


def test_numbers_become_texts(tmp_path: Path) -> None:
    outcome = import_csl([WORK | {"volume": 12, "page": 1.5}], tmp_path)

    assert (outcome.fields("water")["volume"], outcome.fields("water")["page"]) == ("12", "1.5")


def test_an_address_in_an_archive_is_the_archived_copy(tmp_path: Path) -> None:
    outcome = import_csl([WORK | {"archive_location": "https://archive.example/1"}], tmp_path)

    assert outcome.fields("water")["archive"] == "https://archive.example/1"


def test_the_key_that_better_bibtex_wrote_into_a_remark_is_the_key(tmp_path: Path) -> None:
    remark = "Citation Key: example2026\nseen on paper"
    outcome = import_csl([ZOTERO | {"note": remark}], tmp_path)

    assert outcome.keys == ["example2026"]
    assert outcome.fields("example2026")["note"] == "seen on paper"


def test_text_loses_control_characters_and_keeps_signs(tmp_path: Path) -> None:
    title = "A\x00B\u00a0C\n D &amp; \ud83d ½ 🙂"
    outcome = import_csl([WORK | {"title": title}], tmp_path)

    assert outcome.fields("water")["title"] == "AB\u00a0C D & \ufffd ½ 🙂"


def test_empty_values_say_nothing(tmp_path: Path) -> None:
    empty: dict[str, Any] = {
        "URL": "",
        "author": [],
        "issued": {"date-parts": [[None]]},
        "volume": None,
    }
    outcome = import_csl([WORK | empty], tmp_path)

    assert outcome.problems == ()
    assert outcome.fields("water") == {"type": "book", "title": "Water"}

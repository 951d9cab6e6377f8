"""A file of another schema is told for what it is, with what to export instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bibliography.support import import_text

STYLE = """\
<?xml version="1.0" encoding="utf-8"?>
<!-- a comment -->
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"></style>
"""
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(STYLE, "a CSL style: it says how references look", id="csl-style"),
        pytest.param("<locale></locale>", "a CSL locale", id="csl-locale"),
        pytest.param(RDF, "this is RDF", id="zotero-rdf"),
        pytest.param("<modsCollection/>", "this is MODS", id="mods"),
        pytest.param("<!DOCTYPE html><html lang='en'>", "a web page", id="html"),
        pytest.param("<xml><records/></xml>", "EndNote’s XML", id="endnote"),
        pytest.param("<other/>", "XML (<other>)", id="xml"),
        pytest.param("TY  - NEWS\nTI  - Water\nER  - \n", "this is RIS", id="ris"),
        pytest.param("%0 Newspaper\n%T Water", "EndNote’s Refer", id="refer"),
        pytest.param("PMID- 123\n", "MEDLINE", id="medline"),
        pytest.param("FN Thomson\n", "Web of Science", id="web-of-science"),
        pytest.param('"Key","Item Type","Title"\n', "Zotero’s CSV", id="csv"),
        pytest.param("---\nreferences:\n- id: a\n", "CSL-YAML", id="yaml"),
    ],
)
@pytest.mark.parametrize("name", ["library.json", "library.bib"])
def test_a_file_in_another_format_is_told(text: str, told: str, name: str, tmp_path: Path) -> None:
    outcome = import_text(text, tmp_path, name=name)

    assert (outcome.exit_code, outcome.codes, outcome.keys) == (1, ["library"], [])
    assert told in outcome.message
    assert "choose “Export Library…” and there “CSL JSON” or “BibTeX”" in outcome.message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            '{"config": {"id": "36a3b0b5"}, "items": []}', "Better BibTeX JSON", id="better-bibtex"
        ),
        pytest.param('{"items": [{"itemType": "book"}]}', "Zotero’s own JSON", id="zotero"),
        pytest.param(
            '[{"key": "A", "version": 1, "data": {"itemType": "book"}}]',
            "Zotero’s own JSON, as its web service",
            id="zotero-api",
        ),
        pytest.param('[{"itemType": "book"}]', "Zotero’s own JSON", id="zotero-items"),
        pytest.param('{"@context": "https://schema.org"}', "JSON-LD", id="json-ld"),
        pytest.param('[{"@type": "NewsArticle"}]', "JSON-LD", id="json-ld-list"),
        pytest.param(
            '{"status": "ok", "message-type": "work", "message": {}}', "Crossref", id="crossref"
        ),
        pytest.param('{"$schema": "x", "properties": {}}', "a JSON schema", id="schema"),
        pytest.param('{"type": "book", "title": "W"}', "put square brackets around", id="alone"),
        pytest.param('{"a": 1, "b": 2}', "an object with “a”, “b”, not a list", id="object"),
        pytest.param("{}", "an object with nothing", id="empty-object"),
        pytest.param('"text"', "JSON without any list of works", id="text"),
        pytest.param("@book{a,\n title={T}}", "this is BibTeX; let the file", id="bibtex"),
    ],
)
def test_json_of_another_schema_is_told(text: str, told: str, tmp_path: Path) -> None:
    outcome = import_text(text, tmp_path, name="library.json")

    assert (outcome.exit_code, outcome.codes, outcome.keys) == (1, ["library"], [])
    assert told.replace("BibTeX; let", "BibTeX, not CSL-JSON; let") in outcome.message


def test_json_that_is_called_bibtex_is_told(tmp_path: Path) -> None:
    outcome = import_text('[{"type": "book"}]', tmp_path, name="library.bib")

    assert "this is JSON, not BibTeX; let the file’s name end with .json" in outcome.message


def test_words_that_are_no_bibtex_are_told(tmp_path: Path) -> None:
    outcome = import_text("Some words, and no entry.", tmp_path, name="library.bib")

    assert "there is no entry in this file" in outcome.message

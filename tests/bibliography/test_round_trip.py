"""What is exported and imported again is the same; whatever is imported can be cited."""

from __future__ import annotations

import datetime
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibliography.texts import one_line, paragraphs
from citations import FIELDS, TYPES, read_fields, write_citation
from tests.bibliography.support import SAMPLE, content_in, import_text, run, unreadable

pytestmark = pytest.mark.slow

LIBRARIES = ("library.json", "library.bib")
each_library = pytest.mark.parametrize("name", LIBRARIES)

_LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
_SIGNS = st.text("\\{}~$&%#_^-`'\"<>/=,.:;!?@()[]| \nabAB12")
_TRAPS = _SIGNS | st.sampled_from(
    "<i>x</i>|&amp;|12--15|12-15|phdthesis|x and y|and|others|mar|{\\em x}|a\nb\n\nc|@article{x,"
    "|\n@a{b}|jan # feb|Simon and Schuster".split("|")
)
_ANY = st.text(_LETTERS) | _TRAPS
LINE = _ANY.map(one_line).filter(bool)
NAME = st.sampled_from(["literal", "family", "given", "given family"]).flatmap(
    lambda parts: st.fixed_dictionaries(dict.fromkeys(parts.split(), LINE))
)
DATE = st.builds(
    lambda day, length: str(day)[:length],
    st.dates(max_value=datetime.date(2026, 1, 1)),
    st.sampled_from([4, 7, 10]),
)
ADDRESS = _ANY.map(lambda text: one_line(f"https://courier.example/{text}"))
SPECIAL: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("author", "editor", "translator"), st.lists(NAME, min_size=1, max_size=3)),
    **dict.fromkeys(("abstract", "note"), _ANY.map(paragraphs).filter(bool)),
    **dict.fromkeys(("issued", "accessed"), DATE),
    **dict.fromkeys(("URL", "archive"), ADDRESS),
    "language": st.sampled_from(["en", "ka", "hy-Latn", "no", "az", "en-US", "xmf"]),
    "container": st.sampled_from(["kura-courier", "sevan"]),
    # By the title of an outlet that has a file, it would become `container`.
    "container-title": LINE.map(lambda text: f"{text}!"),
}
OPTIONAL = {name: SPECIAL.get(name, LINE) for name in FIELDS if name != "type"}
CITATION = st.fixed_dictionaries({"type": st.sampled_from(sorted(TYPES))}, optional=OPTIONAL)


def there_and_back(citations: Mapping[str, Mapping[str, Any]], name: str) -> dict[str, Any]:
    """Export *citations*, import them where there are none, and return those."""
    with tempfile.TemporaryDirectory() as folder:
        mine, theirs = content_in(Path(folder) / "mine"), content_in(Path(folder) / "theirs")
        for key, fields in citations.items():
            write_citation(mine / "citations", key, fields)
        assert unreadable(mine) == []
        library = Path(folder) / name
        assert run("export", library, content=mine).exit_code == 0
        outcome = run("import", library, content=theirs)
        assert outcome.exit_code == 0, library.read_text(encoding="utf-8")
        assert unreadable(theirs) == []
        return {key: outcome.fields(key) for key in outcome.keys}


@each_library
def test_the_sample_citations_come_back_as_they_are(name: str, tmp_path: Path) -> None:
    shutil.copytree(SAMPLE / "sources", tmp_path / "sources")
    outcome = run("export", tmp_path / name, content=SAMPLE)
    assert outcome.problems == ()

    outcome = run("import", tmp_path / name, content=tmp_path)

    assert outcome.problems == ()
    assert outcome.keys == sorted(path.stem for path in (SAMPLE / "citations").glob("*.yaml"))
    for key in outcome.keys:
        theirs = read_fields(SAMPLE / "citations" / f"{key}.yaml").values
        assert outcome.fields(key) == theirs


@each_library
@settings(deadline=None)
@given(fields=CITATION)
def test_every_field_comes_back_as_it_was(name: str, fields: Mapping[str, Any]) -> None:
    assert there_and_back({"water": fields}, name) == {"water": fields}


@each_library
@pytest.mark.parametrize("kind", sorted(TYPES))
@pytest.mark.parametrize("more", [{}, {"URL": "https://a.example/"}], ids=["", "with-address"])
def test_every_type_comes_back(name: str, kind: str, more: dict[str, str]) -> None:
    fields = {"type": kind, "title": "T", "number": "1", "issue": "2", "genre": "G", **more}

    assert there_and_back({"water": fields}, name) == {"water": fields}


@each_library
def test_an_outlet_comes_back_though_its_title_does_not_tell(name: str, tmp_path: Path) -> None:
    twins = {"sources/other.md": "Title: Kura Courier\n\nAnother.\n"}
    text = "type: book\ncontainer: other\n"
    mine = content_in(tmp_path / "mine", twins | {"citations/a.yaml": text})
    theirs = content_in(tmp_path / "theirs", twins)

    run("export", tmp_path / name, content=mine)
    outcome = run("import", tmp_path / name, content=theirs)

    assert outcome.fields("a") == {"type": "book", "container": "other"}


@each_library
def test_an_export_is_sorted_and_the_same_in_every_run(name: str, tmp_path: Path) -> None:
    run("export", tmp_path / name, content=SAMPLE)
    first = (tmp_path / name).read_text(encoding="utf-8")
    run("export", tmp_path / name, content=SAMPLE)

    assert (tmp_path / name).read_text(encoding="utf-8") == first
    keys = sorted(path.stem for path in (SAMPLE / "citations").glob("*.yaml"))
    places = [
        first.index(f'"id": "{key}"' if name.endswith("json") else f"{{{key},") for key in keys
    ]
    assert places == sorted(places)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
NAMES_OF_CSL = [*FIELDS, "id", "citation-key", "archive_location", "custom", "shortTitle", "source"]
CSL_NAME = st.dictionaries(
    st.sampled_from(["family", "given", "literal", "suffix", "dropping-particle", "x"]), JSON | LINE
)
CSL_DATE = st.fixed_dictionaries(
    {}, optional={"date-parts": st.lists(st.lists(JSON | st.integers(-5, 3000))), "raw": JSON}
)
ITEM = st.dictionaries(
    st.sampled_from(NAMES_OF_CSL),
    JSON | LINE | DATE | st.lists(CSL_NAME, max_size=2) | CSL_DATE,
)
TYPED = st.builds(lambda item, kind: item | {"type": kind}, ITEM, st.sampled_from(["book", "song"]))


@settings(deadline=None)
@given(items=st.lists(TYPED | ITEM | JSON, max_size=4))
def test_whatever_a_csl_file_holds_what_is_imported_can_be_cited(items: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        outcome = import_text(json.dumps(items), Path(folder), name="library.json")

    assert outcome.exit_code in {0, 1}


BIBTEX_NAMES = "title author year month date url journal number pages type crossref note langid"
BIBTEX_FIELD = st.builds(
    lambda name, value: f"{name} = {{{value}}},",
    st.sampled_from(BIBTEX_NAMES.split()),
    _TRAPS | st.text() | DATE,
)
BIBTEX = st.lists(
    st.builds(
        lambda kind, fields: f"@{kind}{{a, {' '.join(fields)}}}\n",
        st.sampled_from(["book", "article", "misc", "string", "comment", "x"]),
        st.lists(BIBTEX_FIELD, max_size=4),
    )
    | _TRAPS,
    max_size=4,
).map("".join)


@settings(deadline=None)
@given(text=BIBTEX)
def test_whatever_a_bibtex_file_holds_what_is_imported_can_be_cited(text: str) -> None:
    # Half a character is none that a file can hold.
    text = text.encode(errors="ignore").decode()
    with tempfile.TemporaryDirectory() as folder:
        outcome = import_text(text, Path(folder), name="library.bib")

    assert outcome.exit_code in {0, 1}

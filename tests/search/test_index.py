"""The index that a build makes."""

from __future__ import annotations

from pathlib import Path

from search.documents import make_index, write_document
from search.model import Choice, Record
from tests.search.support import ARTICLE
from tests.support.building import build_site, write_files

CHOICE = Choice(kind="year", value="2026", label="2026")


def indexed(folder: Path, output: Path, *languages: str) -> dict[str, bytes]:
    """Index a text in each of *languages*, and return what is in the index."""
    folder.mkdir()
    for language in languages:
        url, words = f"{language}/one/", ("Water", "is", language)
        record = Record(url=url, language=language, title="One", words=words, choices=(CHOICE,))
        write_document(folder, record)
    make_index(folder, output)
    found = (path for path in output.rglob("*") if path.is_file())
    return {str(path.relative_to(output)): path.read_bytes() for path in found}


def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    languages = ("az", "en", "fa", "hy", "ka", "ru", "tr")

    one, two, three = (
        indexed(tmp_path / name, tmp_path / f"{name}-output", *languages) for name in "abc"
    )

    assert one == two == three


def test_nothing_of_an_earlier_index_stays(tmp_path: Path) -> None:
    output = tmp_path / "output"
    old = indexed(tmp_path / "a", output, "en", "ka")

    new = indexed(tmp_path / "b", output, "en")

    assert any("ka_" in name for name in old)
    assert not any("ka_" in name for name in new)


def test_a_missing_program_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    article = ARTICLE.format(title="One", date="2026-03-14", lang="en", slug="one", text="Water.")
    content = write_files(tmp_path / "content", {"articles/one.md": article})
    gone = {"PAGEFIND_BINARY_PATH": str(tmp_path / "gone")}

    built = build_site(content, tmp_path / "output", environment=gone)

    assert built.exit_code
    assert built.codes() == ["search-index"]
    assert "pip install" in built.problems[0].message
    assert not (tmp_path / "output" / "index.html").exists()

"""The command tells files by their names, says what it did, and ends as programs expect."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from commands.command_line import run as run_command
from tests.bibliography.support import SAMPLE, WORK, content_in, library_words, run
from tests.support.building import PROJECT
from tests.support.tools import tool

BAD = {"id": "bad", "type": "boook"}
PROGRAM = [sys.executable, "-m", "commands"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PROJECT / "plugins")}


def library_of(folder: Path, *items: object, name: str = "library.json") -> Path:
    library = folder / name
    library.write_text(json.dumps(items), encoding="utf-8")
    return library


def test_people_are_told_the_key_to_cite_and_how_many_works_there_were(tmp_path: Path) -> None:
    library, content = library_of(tmp_path, WORK), content_in(tmp_path)

    with redirect_stdout(StringIO()) as said:
        code = run_command(library_words("import", library, "--content", content))

    assert code == 0
    assert said.getvalue() == "[@water] Water\n1 imported, 0 unchanged, 0 different\n"


@pytest.mark.parametrize(
    ("form", "start"),
    [
        pytest.param("text", "library.json:1: error: work 1, “bad”: CSL has no", id="text"),
        pytest.param("json", '{"path": "library.json", "line": 1, "code": "bad-item"', id="json"),
        pytest.param("github", "::error file=library.json,line=1,title=bad-item::", id="github"),
    ],
)
def test_problems_are_written_in_each_form(form: str, start: str, tmp_path: Path) -> None:
    library_of(tmp_path, BAD)
    content_in(tmp_path)

    done = subprocess.run(
        [*PROGRAM, *library_words("import", "library.json", "--format", form)],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.stdout.startswith(start)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("name", ["library.JSON", "library.txt --type csl"])
def test_the_type_is_known_by_the_name_or_by_an_option(name: str, tmp_path: Path) -> None:
    name, *options = name.split()
    library = library_of(tmp_path, WORK, name=name)

    assert run("import", library, *options, content=content_in(tmp_path)).keys == ["water"]


@pytest.mark.parametrize("action", ["import", "export"])
def test_a_name_that_says_no_type_is_told(action: str, tmp_path: Path) -> None:
    outcome = run(action, tmp_path / "library.ris", content=content_in(tmp_path))

    assert (outcome.exit_code, outcome.codes) == (1, ["library"])
    assert "let it end with .json (CSL-JSON) or .bib (BibTeX)" in outcome.message
    assert not (tmp_path / "library.ris").exists()


def test_a_library_that_is_not_there_is_told(tmp_path: Path) -> None:
    outcome = run("import", tmp_path / "nothing.json", content=content_in(tmp_path))

    assert (outcome.exit_code, outcome.codes) == (1, ["library"])
    assert outcome.message.startswith("cannot be read (No such file or directory); look whether")


@pytest.mark.parametrize("action", ["import", "export"])
def test_a_content_folder_that_is_not_there_is_told(
    action: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = run(action, library_of(tmp_path, WORK), content=tmp_path / "nothing")

    assert outcome.exit_code == 2
    assert "there is no folder" in capsys.readouterr().err
    assert not (tmp_path / "nothing").exists()


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    content = content_in(tmp_path, {"citations": "a file where a folder should be"})

    outcome = run("import", library_of(tmp_path, WORK), content=content)

    assert (outcome.exit_code, outcome.codes) == (1, ["library"])


def test_an_export_replaces_the_last_one_whole(tmp_path: Path) -> None:
    library = library_of(tmp_path, WORK)

    outcome = run(
        "export", library, content=content_in(tmp_path, {"citations/a.yaml": "type: book"})
    )

    assert outcome.exit_code == 0
    assert json.loads(library.read_text("utf-8")) == [
        {"id": "a", "citation-key": "a", "type": "book"}
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "library.json"]


def test_an_export_does_not_write_over_what_is_no_library(tmp_path: Path) -> None:
    own = tmp_path / "readme.json"
    own.write_text('{"ours": true}', encoding="utf-8")

    outcome = run("export", own, content=content_in(tmp_path, {"citations/a.yaml": "type: book"}))

    assert (outcome.exit_code, outcome.codes) == (1, ["library"])
    assert own.read_text(encoding="utf-8") == '{"ours": true}'


def test_an_export_that_lacks_a_work_leaves_the_last_one(tmp_path: Path) -> None:
    library = library_of(tmp_path, WORK)
    before = library.read_text(encoding="utf-8")
    files = {"citations/a.yaml": "type: boook\n", "citations/b.yaml": "type: book\n"}

    outcome = run("export", library, content=content_in(tmp_path, files))

    assert outcome.exit_code == 1
    assert "it stays as it was" in outcome.said
    assert library.read_text(encoding="utf-8") == before


def test_an_export_into_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    outcome = run("export", tmp_path / "no" / "library.json", content=content_in(tmp_path))

    assert "there is no folder" in outcome.message
    assert outcome.exit_code == 1


def test_a_citation_that_cannot_be_used_is_told_and_the_others_exported(tmp_path: Path) -> None:
    files = {
        "citations/a.yaml": "type: boook\n",
        "citations/b.yaml": "type: book\n",
        "citations/c.yaml": "type: book\neditor:\n  Nino: Example\nvolume: [1]\n",
    }
    outcome = run("export", tmp_path / "library.json", content=content_in(tmp_path, files))

    assert outcome.exit_code == 1
    assert outcome.codes == ["citation"] * 3
    assert outcome.lines == [1, 2, 4]
    exported = json.loads((tmp_path / "library.json").read_text(encoding="utf-8"))
    assert [item["id"] for item in exported] == ["b"]


def test_a_library_goes_through_pipes(tmp_path: Path) -> None:
    words = library_words("export", "-", "--type", "bibtex", "--content", SAMPLE)
    exported = subprocess.run([*PROGRAM, *words], env=ENVIRONMENT, capture_output=True, check=True)

    content = content_in(tmp_path)
    words = library_words("import", "-", "--type", "bibtex", "--content", content)
    imported = subprocess.run(
        [*PROGRAM, *words], input=exported.stdout, env=ENVIRONMENT, capture_output=True, check=True
    )

    assert exported.stderr.decode() == "12 exported\n"
    assert imported.stdout.decode().endswith("12 imported, 0 unchanged, 0 different\n")


@pytest.mark.slow
def test_the_task_takes_a_library_in_and_out(tmp_path: Path) -> None:
    library, content = library_of(tmp_path, WORK), content_in(tmp_path)
    exported = tmp_path / "library.bib"

    for option, file in (("--import", library), ("--export", exported)):
        subprocess.run(
            [tool("inv"), "cite", option, str(file), "--content", str(content)],
            cwd=PROJECT,
            capture_output=True,
            check=True,
        )

    assert exported.read_text("utf-8").startswith("@book{water,\n  title = {{Water}},\n")


@pytest.mark.slow
def test_the_task_fails_where_a_work_cannot_be_taken(tmp_path: Path) -> None:
    words = ["--import", str(library_of(tmp_path, BAD)), "--content", str(content_in(tmp_path))]
    done = subprocess.run(
        [tool("inv"), "cite", *words], cwd=PROJECT, capture_output=True, check=False
    )

    assert done.returncode != 0
    assert "CSL has no type “boook”" in done.stdout.decode()


def test_a_dry_run_tells_what_would_be_taken_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library, content = library_of(tmp_path, WORK), content_in(tmp_path)
    words = library_words("import", library, "--content", content, "--dry-run")

    code = run_command(words)

    assert code == 0
    assert capsys.readouterr().out.startswith("[@water] Water\n1 imported,")
    assert not (content / "citations").exists()

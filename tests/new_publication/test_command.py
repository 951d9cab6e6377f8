"""`inv new publication` tells what it would do, and loses nothing that is somebody's own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.new_publication.support import clone
from tests.support.building import STEADY
from tests.support.terminal import terminal

OPTIONS = {
    "name": "The Field Post",
    "url": "https://post.example/",
    "languages": "ka, en",
    "sections": "Sea,Land",
    "author": "Nino Example",
}


def new(folder: Path, *words: str, **changed: str | None) -> tuple[int, str, str, dict[str, bytes]]:
    """Return the exit code, what was said on both streams, and what is there afterwards."""
    options = {name: value for name, value in (OPTIONS | changed).items() if value is not None}
    stated = [word for name, value in options.items() for word in (f"--{name}", value)]
    done = subprocess.run(
        [sys.executable, "-m", "commands", "new", "publication", *stated, *words],
        cwd=folder,
        env={**os.environ, **STEADY, "PYTHONPATH": "plugins"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr, state(folder)


def state(folder: Path) -> dict[str, bytes]:
    """Return what a publication consists of."""
    paths = [*(folder / "content").rglob("*"), folder / "pelicanconf.py"]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths if path.is_file()}


def test_without_write_it_only_tells(tmp_path: Path) -> None:
    before = state(clone(tmp_path))

    code, said, _, after = new(tmp_path)

    assert (code, after) == (0, before)
    assert "content/articles/2026/a-first-quotation.md is written." in said
    assert said.endswith("Nothing was changed; --write does it.\n")


def test_the_sample_gives_way_to_the_publication(tmp_path: Path) -> None:
    clone(tmp_path)

    code, _, _, after = new(tmp_path, "--write")

    assert code == 0
    assert {name for name in after if "old" in name or ".sample" in name} == set()
    assert not (tmp_path / "content/images").exists()
    facts = after["pelicanconf.py"].decode()
    assert 'SITENAME = "The Field Post"\n' in facts
    assert 'PUBLISHED_AT = "https://post.example"\n' in facts
    assert 'DEFAULT_LANG = "ka"\nLANGUAGES = ("ka", "en")\n' in facts
    assert facts.count("\n") <= 100
    assert b"Title: Nino Example\n" in after["content/authors/nino-example.md"]


@pytest.mark.parametrize("name", ["content/articles/mine.md", "content/articles/old.md"])
def test_what_is_not_the_samples_is_never_lost(tmp_path: Path, name: str) -> None:
    (clone(tmp_path) / name).write_text("Title: Mine\n", encoding="utf-8")
    before = state(tmp_path)

    code, _, said, after = new(tmp_path, "--write")

    assert (code, after) == (2, before)
    assert said.startswith(f"error: not of the sample, or changed: {name}; take them elsewhere")


def test_what_is_not_the_samples_is_removed_where_one_says_so(tmp_path: Path) -> None:
    (clone(tmp_path) / "content/mine.md").write_text("Title: Mine\n", encoding="utf-8")

    code, _, _, after = new(tmp_path, "--write", "--remove-own")

    assert code == 0
    assert "content/mine.md" not in after


def test_facts_that_were_changed_are_never_lost(tmp_path: Path) -> None:
    (clone(tmp_path) / "pelicanconf.py").write_text('SITENAME = "Mine"\n', encoding="utf-8")

    code, _, said, _ = new(tmp_path, "--write")

    assert code == 2
    assert "changed: pelicanconf.py" in said


def test_it_is_begun_once(tmp_path: Path) -> None:
    clone(tmp_path)
    new(tmp_path, "--write")

    code, _, said, _ = new(tmp_path, "--write")

    assert code == 2
    assert "there is no content/.sample, so this is not the sample any more" in said


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("name", None, "--name is missing"),
        ("name", " ! ", "--name: “ ! ” has no letter"),
        ("url", "post.example", "--url: “post.example” is no address of a site"),
        ("languages", "en,kaa", "--languages: the theme does not speak “kaa”; did you mean ka?"),
        ("languages", ",", "--languages: name one at least"),
        ("sections", "Sea,sea", "--sections: two of the sections “Sea,sea” would have one"),
        ("comments", "disqus", "--comments: “disqus” is none of none, isso"),
        ("timezone", "Asia/Tiblisi", "--timezone: there is no time zone “Asia/Tiblisi”; did you"),
    ],
)
def test_what_cannot_be_is_told(tmp_path: Path, option: str, value: str | None, told: str) -> None:
    code, _, said, _ = new(clone(tmp_path), "--write", **{option: value})

    assert code == 2
    assert said.startswith(f"error: {told}")


def test_an_empty_answer_is_told_what_is_needed(tmp_path: Path) -> None:
    with terminal(clone(tmp_path), "new", "publication") as shown:
        shown.until("called: ")
        shown.type(b"\n")
        asked_again = shown.until("called: ")
        shown.type(b"The Field Post\n\n")
        shown.until("it needs an address; write it as https://post.example")
        shown.type(b"\x04")

    assert "it needs a name; write one" in asked_again


def test_what_is_written_is_checked_as_publish_yml_does(tmp_path: Path) -> None:
    clone(tmp_path)
    new(tmp_path, "--write")

    done = subprocess.run(
        [sys.executable, "-m", "commands", "check", "--output", "published", "--format", "github"],
        cwd=tmp_path,
        env={**os.environ, **STEADY, "PYTHONPATH": "plugins"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "published/index.html").is_file()
    assert (tmp_path / "published/feeds/all.atom.xml").is_file()

"""What a text carries: where its fields stand, what is told of it, and what a cache keeps."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from contract.text import text_of, texts_in
from problems import Severity
from read_on.model import ReadOn
from tests.support.building import BuildSite
from tests.support.pieces import SomePiece, carried
from verbatim.building import PLUGIN_PATHS, PLUGINS

HEAD = "Title: A gauge\nDate: 2026-03-14 09:00\nCategory: Rivers\n"
QUOTING = HEAD + "Image: none.jpg\n\n> It flows.\n>\n> — Nino Example, [@water]\n"
HTML = """<html><head><title>B</title><meta name="date" content="2026-03-14">
<meta name="category" content="Rivers"></head><body>It flows.</body></html>
"""
RECORD = {
    "citations/water.yaml": "type: book\ntitle: Water\n",
    "citations/water.txt": "It flows.\n",
}


def test_a_field_stands_where_the_first_of_its_names_does() -> None:
    text = carried("Title: A\nAuthor: Nino\n\nAuthors: a line of the text\n")

    assert text.place("authors", "author").line == 2
    assert text.place("series").line == text.place().line == 1


def test_what_is_told_of_a_text_is_kept_with_it(caplog: pytest.LogCaptureFixture) -> None:
    text = carried("Title: A\nPart: x\n", path=Path("a.md"))

    text.tell("no number", "part", "part", severity=Severity.WARNING)

    assert [str(problem) for problem in text.problems] == ["a.md:2: no number [part]"]
    assert caplog.messages == ["a.md:2: no number [part]"]


@pytest.mark.parametrize(
    ("head", "severity"),
    [("Status: Draft", Severity.WARNING), ("Status: hidden", Severity.ERROR)],
)
def test_a_draft_may_be_unfinished(head: str, severity: Severity) -> None:
    assert carried(f"{head}\n").severity == severity


def test_a_cache_keeps_what_was_read_and_nothing_that_follows_from_other_texts() -> None:
    text = carried("Title: A\n")
    text.words, text.read_on = 7, ReadOn(previous=SomePiece())

    kept = pickle.loads(pickle.dumps(text))  # noqa: S301 - it was made a line above

    assert (kept.header, kept.words, kept.read_on) == (text.header, 7, None)


def test_a_text_of_another_format_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><head><title>A</title></head></html>", encoding="utf-8")
    piece = SomePiece(source_path=str(path))
    del piece.text

    text = text_of(piece)

    assert (text.path, text.quotations, text_of(piece)) == (path, (), text)
    assert list(texts_in([object(), piece])) == [text]


SHOW = """
from pelican import signals
import pickle
def say(generator):
    for article in generator.articles:
        text = pickle.loads(pickle.dumps(article.text))
        codes = [problem.code for problem in text.problems]
        print("carried:", text.path.name, len(text.quotations), codes)
def register():
    signals.article_generator_finalized.connect(say)
"""


def test_the_reader_gives_a_text_to_each_article(build: BuildSite, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "shown.py").write_text(SHOW, encoding="utf-8")
    content = RECORD | {"a.md": QUOTING, "b.html": HTML}

    done = build(
        content,
        PLUGINS=[*PLUGINS, "shown"],
        PLUGIN_PATHS=[*PLUGIN_PATHS, str(tmp_path / "own")],
        VERIFY_ONLY=True,
    )

    assert "carried: a.md 1 ['image-alt', 'image-credit', 'image-missing']" in done.log
    assert "carried: b.html 0 []" in done.log


COUNT = """
import sys
from pelican import signals
opened = []
def note(event, arguments):
    if event == "open" and str(arguments[0]).endswith("/a.md"):
        opened.append(arguments[0])
def say(generators):
    print("opened:", len(opened))
def register():
    sys.addaudithook(note)
    signals.all_generators_finalized.connect(say)
"""


def test_the_file_of_a_text_is_read_once_by_all_plugins(build: BuildSite, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "counting.py").write_text(COUNT, encoding="utf-8")
    faulty = "Part: x\nRobots: none such\nComments: maybe\nImage: none.jpg\n"

    done = build(
        RECORD | {"a.md": HEAD + faulty + "\nIt flows.\n"},
        PLUGINS=[*PLUGINS, "counting"],
        PLUGIN_PATHS=[*PLUGIN_PATHS, str(tmp_path / "own")],
        VERIFY_ONLY=True,
    )

    assert {"part", "robots", "comments-standing", "image-alt"} <= set(done.codes())
    # Once to see whether it is as it was.
    assert "opened: 2" in done.log

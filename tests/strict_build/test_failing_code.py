"""Code that fails (a plugin, an extension, a template) fails the build, and is named."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.strict_build.support import article
from tests.support.building import PROJECT, Build, BuildSite, write_files
from verbatim.building import PLUGINS

ONE = {"articles/a.md": article()}


def build_with_plugin(build: BuildSite, folder: Path, source: str) -> Build:
    """Build with one more plugin, called `ours`."""
    write_files(folder / "more", {"ours.py": source})
    paths = [str(PROJECT / "plugins"), str(folder / "more")]
    return build(ONE, PLUGIN_PATHS=paths, PLUGINS=[*PLUGINS, "ours"])


def test_a_plugin_that_is_not_there_fails_the_build(build: BuildSite) -> None:
    done = build(ONE, PLUGINS=[*PLUGINS, "no_such_plugin"])

    assert done.exit_code == 1
    assert [problem.code for problem in done.problems] == ["pelican"]
    assert "no_such_plugin" in done.problems[0].message
    assert not done.output.exists()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param("raise ValueError('no such river')", "no such river", id="on-import"),
        pytest.param("import no_such_module", "no_such_module", id="import-in-it"),
        pytest.param("def register(:", "SyntaxError", id="syntax"),
        pytest.param(
            "def register():\n    raise ValueError('no such river')", "no such river", id="register"
        ),
        pytest.param("other = 1", "register", id="no-register"),
    ],
)
def test_a_plugin_that_fails_fails_the_build(
    build: BuildSite, tmp_path: Path, source: str, words: str
) -> None:
    done = build_with_plugin(build, tmp_path, source)

    assert done.exit_code == 1
    assert len(done.problems) == 1
    assert "ours" in str(done.problems[0])
    assert words in done.problems[0].message
    assert not done.output.exists()


def test_a_handler_that_fails_is_named_with_its_line(build: BuildSite, tmp_path: Path) -> None:
    source = """\
from pelican import signals

def count(generator):
    return 1 / 0

def register():
    signals.article_generator_finalized.connect(count)
"""

    done = build_with_plugin(build, tmp_path, source)

    assert done.exit_code == 1
    assert [str(problem.location) for problem in done.problems] == ["more/ours.py:4"]
    assert "ZeroDivisionError" in done.problems[0].message


def test_a_file_that_is_missing_is_no_place_with_a_line(build: BuildSite, tmp_path: Path) -> None:
    source = """\
from pelican import signals

def count(generator):
    open("no-such-file.txt")

def register():
    signals.article_generator_finalized.connect(count)
"""

    done = build_with_plugin(build, tmp_path, source)

    assert [str(problem.location) for problem in done.problems] == ["more/ours.py:4"]
    assert "no-such-file.txt" in done.problems[0].message


def test_a_build_that_is_stopped_publishes_nothing_and_says_so(
    build: BuildSite, tmp_path: Path
) -> None:
    source = """\
import os, signal
from pelican import signals

def stop(generators):
    os.kill(os.getpid(), signal.SIGINT)

def register():
    signals.all_generators_finalized.connect(stop)
"""
    done = build_with_plugin(build, tmp_path, source)

    assert done.exit_code == 130
    assert "Stopped before it was done." in done.log
    assert not done.output.exists()


def test_what_plugins_say_once_all_is_read_is_told_where_only_reading_is_asked_for(
    build: BuildSite, tmp_path: Path
) -> None:
    source = """\
import logging
from pelican import signals

handlers = []

def register():
    for number in range(9):
        def say(generators, number=number):
            logging.getLogger(__name__).error("said by %s", number)
        handlers.append(say)
        signals.all_generators_finalized.connect(say)
"""
    write_files(tmp_path / "more", {"ours.py": source})
    paths = [str(PROJECT / "plugins"), str(tmp_path / "more")]

    done = build(ONE, PLUGIN_PATHS=paths, PLUGINS=[*PLUGINS, "ours"], VERIFY_ONLY=True)

    assert sorted(problem.message for problem in done.problems) == [
        f"said by {number}" for number in range(9)
    ]
    assert not done.output.exists()


def test_a_markdown_extension_that_fails_names_the_article(
    build: BuildSite, tmp_path: Path
) -> None:
    source = """\
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

class Fails(Preprocessor):
    def run(self, lines):
        if "Title: B" in lines or "fails" in lines:
            raise KeyError("gauge")
        return lines

class OursExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Fails(md), "fails", 0)

def makeExtension(**kwargs):
    return OursExtension(**kwargs)

def register():
    pass
"""
    write_files(tmp_path / "more", {"ours.py": source})
    texts = {f"articles/{n}.md": article(n, "fails") for n in "bc"}

    done = build(
        ONE | texts,
        PLUGIN_PATHS=[str(PROJECT / "plugins"), str(tmp_path / "more")],
        PLUGINS=[*PLUGINS, "ours"],
        MARKDOWN={"extensions": ["markdown.extensions.extra", "markdown.extensions.meta", "ours"]},
    )

    assert done.exit_code == 1
    assert [str(problem.location) for problem in done.problems] == [
        "content/articles/b.md",
        "content/articles/c.md",
    ]
    assert "KeyError: 'gauge' (raised in ours.py, line 7)" in done.problems[0].message


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A copy of the theme, and a good build with it."""

    folder: Path
    build: BuildSite

    def build_with(self, template: str, text: str) -> Build:
        """Put *text* into line 1 of a template, and build."""
        path = self.folder / "templates" / template
        path.write_text(text + path.read_text(encoding="utf-8"), encoding="utf-8")
        return self.build(ONE, THEME=str(self.folder))


@pytest.fixture
def theme(build: BuildSite, tmp_path: Path) -> Theme:
    """Return a copy of the theme that may be spoilt."""
    shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    return Theme(folder=tmp_path / "theme", build=build)


@pytest.mark.parametrize(
    ("template", "text", "words"),
    [
        pytest.param("partials/colophon.html", "{% if %}\n", "TemplateSyntaxError", id="partial"),
        pytest.param("partials/colophon.html", "{{ gauge }}\n", "'gauge' is undefined", id="name"),
        pytest.param("base.html", "{% include 'no.html' %}\n", "no.html", id="include"),
        pytest.param("base.html", "{{ 1 // 0 }}\n", "ZeroDivisionError", id="exception"),
    ],
)
def test_a_template_that_fails_is_named_with_its_line(
    theme: Theme, template: str, text: str, words: str
) -> None:
    done = theme.build_with(template, text)

    assert done.exit_code == 1
    assert [str(problem.location) for problem in done.problems] == [f"theme/templates/{template}:1"]
    assert words in done.problems[0].message
    assert not done.output.exists()


def test_a_stylesheet_that_is_missing_is_named(theme: Theme) -> None:
    (theme.folder / "styles" / "tokens.css").unlink()

    done = theme.build(ONE, THEME=str(theme.folder))

    assert done.exit_code == 1
    assert len(done.problems) == 1
    assert "tokens.css" in done.problems[0].message

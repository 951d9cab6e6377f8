"""A publication anywhere on the disk is built from its facts, and what it states holds."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.building import PROJECT, STEADY, write_files

CONF = f"""\
import sys
from pathlib import Path

ROOT = Path(__file__).parent
sys.path.insert(0, {str(PROJECT / "plugins")!r})

from verbatim.building import *

SITENAME = "The River Post"
PUBLISHED_AT = "https://post.example"
TIMEZONE = "Asia/Tbilisi"
DEFAULT_LANG, LANGUAGES = "en", ("en", "ka")
"""
PUBLISH = """\
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *
from verbatim.publishing import published

globals().update(published(globals()))
"""
ARTICLE = "Title: A river\nDate: 2026-03-14\nCategory: Water\n\nIt rises.\n"
FILES = {
    "pelicanconf.py": CONF,
    "publishconf.py": PUBLISH,
    "content/articles/river.md": ARTICLE,
}


def pelican(
    folder: Path, cwd: Path, *, conf: str = "publishconf.py", environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Build the publication in *folder* as a person does who stands in *cwd*."""
    words = [str(folder / "content"), "-s", str(folder / conf), "-o", str(folder / "output")]
    return subprocess.run(
        [sys.executable, "-P", "-m", "pelican", *words],
        cwd=cwd,
        env={**os.environ, **STEADY, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def built(folder: Path, files: dict[str, str], **environment: str) -> Path:
    """Return the output of the publication that consists of *files*, in a folder of its own."""
    away = folder / "away"
    away.mkdir()
    done = pelican(write_files(folder / "post", files), away, environment=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(away.iterdir()) == []
    return folder / "post" / "output"


def test_a_publication_elsewhere_is_built_from_any_folder(tmp_path: Path) -> None:
    output = built(tmp_path, FILES)

    assert 'href="https://post.example/river/"' in (output / "river/index.html").read_text("utf-8")
    assert (output / "feeds/sections/water.atom.xml").is_file()


def test_what_is_stated_goes_before_what_is_ours(tmp_path: Path) -> None:
    own = 'ARTICLE_URL, ARTICLE_SAVE_AS = "p/{slug}/", "p/{slug}/index.html"\n'
    own += 'FEED_ALL_ATOM = "all.xml"\n'

    output = built(tmp_path, FILES | {"pelicanconf.py": CONF + own})

    assert (output / "p/river/index.html").is_file()
    assert (output / "all.xml").is_file()
    assert not (output / "feeds/all.atom.xml").exists()


def test_what_the_published_site_states_goes_before_all(tmp_path: Path) -> None:
    own = PUBLISH + "FEED_ALL_JSON = None\n"

    output = built(tmp_path, FILES | {"publishconf.py": own})

    assert not (output / "feeds/all.json").exists()
    assert (output / "feeds/all.atom.xml").is_file()


def test_the_environment_names_another_address(tmp_path: Path) -> None:
    output = built(tmp_path, FILES, SITE_URL="https://preview.example/")

    text = (output / "river/index.html").read_text(encoding="utf-8")
    assert 'href="https://preview.example/river/"' in text
    assert "post.example" not in text


@pytest.mark.parametrize(
    ("url", "environment", "expected"),
    [
        pytest.param("/isso", {}, None, id="a-path-of-this-machine"),
        pytest.param("https://isso.example", {}, "https://isso.example", id="an-address"),
        pytest.param("/isso", {"COMMENTS_URL": "/talk"}, "/talk", id="a-path-there"),
    ],
)
def test_comments_are_where_readers_find_them(
    tmp_path: Path, url: str, environment: dict[str, str], expected: str | None
) -> None:
    own = f'COMMENTS = {{"provider": "isso", "url": {url!r}, "privacy": "Ours.", "bake": False}}\n'

    output = built(tmp_path, FILES | {"pelicanconf.py": CONF + own}, **environment)

    text = (output / "river/index.html").read_text(encoding="utf-8")
    assert (f'data-isso="{expected}' in text) is bool(expected)
    assert ("isso" in text) is bool(expected)
    assert (output / "open-threads.map").exists() is bool(environment)

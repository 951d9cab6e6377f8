"""The examples of the package's README."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from commands.command_line import run
from comments.moving.exporting import from_database
from comments.moving.mapping import Articles, read_map
from comments.moving.reader import ReadSite
from tests.comments.moving.support import known, take, written
from tests.support.building import PROJECT

README = (PROJECT / "plugins" / "comments" / "moving" / "README.md").read_text(encoding="utf-8")
ARTICLES = (known("/the-jar/"), known("/the-ferryman/"))


def example(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    return str(found)


def test_the_map_can_be_read(tmp_path: Path) -> None:
    path = written(tmp_path / "map.yaml", example("yaml"))

    stated, problems = read_map(path, Articles.of(ARTICLES), keep_unknown=False)

    assert problems == []
    assert stated == {
        "/2018/01/the-ferry/": "/the-ferryman/",
        "https://old.example/?p=12": "/the-jar/",
        "/2015/07/a-raffle/": None,
    }


def test_the_export_comes_out_as_it_went_in(tmp_path: Path) -> None:
    site = ReadSite(articles=ARTICLES, service=None, url="", whole=True)

    text, _ = from_database(take(tmp_path, example("json"), site=site).database)

    stated = json.loads(example("json"))
    stated["threads"][0]["title"] = "Title of /the-jar/"
    assert json.loads(text) == stated


def test_the_options_are_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    run(["comments", "import", "--help"])

    told = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help", "--settings"}
    assert set(re.findall(r"^\| `(--[a-z-]+)", README, re.MULTILINE)) == told

"""What the README shows an author, an author can do."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from commands.cite import cite as command
from tests.capture.support import Courier, cite, page
from tests.support.building import PROJECT, STEADY, project_in, write_files
from tests.support.tools import tool

PACKAGE = PROJECT / "plugins" / "capture"
README = (PACKAGE / "README.md").read_text(encoding="utf-8")
STEPS = README.partition("## Three steps\n")[2].partition("\n## ")[0]
BLOCKS = re.compile(r"^```(?P<kind>sh|text)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
ARTICLE = "content/articles/2026/rivers-and-paper.md"
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
HOST = "https://courier.example"


def test_three_steps_lead_from_an_address_to_a_checked_quotation(
    outlet: Courier, tmp_path: Path
) -> None:
    keep, printed, article, build = (block["text"] for block in BLOCKS.finditer(STEPS))
    head = '<meta name="author" content="Ann Example"><meta name="date" content="2026-03-01">'
    outlet.put("/water", page(head=head))
    site = _site(tmp_path, f"Title: Kura Courier\nURL: {outlet.url}/\n")

    # A published outlet needs no leave; one on this machine does.
    said = _run(f"{keep.replace(HOST, outlet.url).strip()} --allow-local", site)
    assert ARTICLE in STEPS
    write_files(site, {ARTICLE: article})
    _run(build, site)

    assert said.strip() == printed.strip()
    html = (site / "output" / "rivers-and-paper" / "index.html").read_text(encoding="utf-8")
    figure = BeautifulSoup(html, "html.parser").select_one("figure.quotation")
    assert figure is not None
    assert figure["data-result"] == "verbatim"
    assert f"{outlet.url}/water#:~:text=" in str(figure)


@pytest.mark.slow
def test_words_that_are_not_in_the_work_fail_the_build_as_it_says(
    outlet: Courier, tmp_path: Path
) -> None:
    _, _, article, build = (block["text"] for block in BLOCKS.finditer(STEPS))
    [wrong] = re.findall(r"Had you written “([^”]+)”", STEPS)
    site = _site(tmp_path, f"Title: Kura Courier\nURL: {outlet.url}/\n")
    cite(outlet.put("/water", page()), site / "content")
    right = "The river does not read treaties."
    assert right in article
    write_files(site, {ARTICLE: article.replace(right, f"{wrong}.")})

    said = _run(build, site, fails=True)

    assert "[drifted]" in said


@pytest.mark.slow
def test_refreshing_needs_no_work_to_be_named(outlet: Courier, tmp_path: Path) -> None:
    site = _site(tmp_path, "Title: Kura Courier\n")
    citation = f"type: webpage\nURL: {outlet.url}/water\n"
    write_files(site, {"content/citations/water.yaml": citation})

    assert "[page-gone]" in _run("inv cite --refresh --allow-local", site)


def test_naming_no_work_is_answered_by_what_to_name(tmp_path: Path) -> None:
    done = subprocess.run(
        [tool("inv"), "cite"],
        cwd=_site(tmp_path, "Title: Kura Courier\n"),
        env={**os.environ, **STEADY},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 2
    assert "error: name a work: the address of a page, or a file" in done.stderr


def test_every_code_is_explained_and_no_other() -> None:
    paths = [*PACKAGE.glob("*.py"), PROJECT / "plugins" / "commands" / "capturing.py"]
    used = {code for path in paths for code in _codes(path)}
    rows = re.findall(r"^\| (`[^|]+) \|", README, re.MULTILINE)

    explained = {code for row in rows for code in re.findall(r"`([^`]+)`", row)}

    # The one is checked by quotations, which says it.
    assert explained == used | {"bad-key"}


def test_an_option_that_is_told_exists() -> None:
    known = {name for option in command.params for name in option.opts}

    assert set(re.findall(r"`(--[a-z-]+)", README)) <= known


def _site(folder: Path, source: str) -> Path:
    """Make a site that has this project’s programs, and one outlet."""
    project_in(folder)
    write_files(folder, {"content/sources/kura-courier.md": source})
    return folder


def _run(command: str, site: Path, *, fails: bool = False) -> str:
    words = shlex.split(command)
    done = subprocess.run(
        [tool(words[0]), *words[1:]],
        cwd=site,
        env={**os.environ, **STEADY},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode != 0) == fails, done.stdout + done.stderr
    return done.stdout


def _codes(path: Path) -> set[str]:
    """Return the codes that *path* gives to errors, notices and problems."""
    found: set[str] = set()
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        given = [each.value for each in call.keywords if each.arg == "code"]
        if name in {"CaptureError", "notice", "_told", "system_problem"}:
            given += call.args[1:]
        values = (str(each.value) for each in given if isinstance(each, ast.Constant))
        found.update(filter(CODE.fullmatch, values))
    return found

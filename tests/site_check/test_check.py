"""What is wrong with a built site is told with its place, each thing once."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from problems import Problem, Severity
from site_check.check import check_site
from tests.support.building import PROJECT, Build, BuildSite, write_files
from tests.support.tools import tool

HOME = "https://kura.example"
PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Water</title><meta name="description" content="Of water.">
<link rel="canonical" href="https://kura.example/"></head>
<body><h1 id="top">Water</h1><p id="a"><a href="/#a">Up</a></p></body>
</html>
"""
# A code, and what is planted for it: words of the page, and others in their place.
FAULTS = [
    ("dead-link", 'href="/#a"', 'href="/nowhere/"'),
    ("dead-link", 'href="/#a"', 'href="nowhere"'),
    ("dead-link", 'href="/#a"', 'href="https://kura.example/nowhere/"'),
    ("dead-link", "Up", '<img src="/gone.png" alt="A bridge">'),
    ("dead-link", "Up", '<img src="/" srcset="/gone.png 2x" alt="A bridge">'),
    ("dead-link", "<title>", '<link rel="icon" href="/gone.ico"><title>'),
    ("dead-fragment", "/#a", "/#b"),
    ("link-scheme", "/#a", "javascript:alert(1)"),
    ("link-scheme", "/#a", " JavaScript:alert(1)"),
    ("duplicate-id", "<p", '<p id="a">Again</p><p'),
    ("image-without-alt", "Up", '<img src="/">'),
    ("headings", "<p", "<h1>Air</h1><p"),
    ("headings", "h1", "h2"),
    ("no-title", "<title>Water", "<title> "),
    ("no-description", "Of water.", ""),
    ("no-charset", '<meta charset="utf-8">', ""),
    ("no-language", ' lang="en"', ""),
    ("direction", 'lang="en"', 'lang="fa"'),
    ("direction", "<p", '<blockquote lang="fa">آب</blockquote><p'),
    ("canonical", '<link rel="canonical" href="https://kura.example/">', ""),
    ("canonical", 'href="https://kura.example/"', 'href="/"'),
    ("canonical", 'href="https://kura.example/"', 'href="https://kura.example/x/"'),
    ("hreflang", "<title>", '<link rel="alternate" hreflang="ka" href="/other/"><title>'),
]
GOOD = {
    "fragment of the browser": ("/#a", "/#a:~:text=Up"),
    "link elsewhere": ("/#a", "https://elsewhere.example/gone/"),
    "mail": ("/#a", "mailto:editors@kura.example"),
    "empty alt": ("Up", '<img src="/" alt="">'),
    "name of a language": ("<p", '<p><a lang="fa" href="/">فارسی</a></p><p'),
    "folder": ("/#a", "/other"),
    "of a reader": ("<p", f'<p><a rel="ugc nofollow" href="{HOME}/gone/">A</a></p><p'),
}


def check(folder: Path, page: str) -> list[Problem]:
    other = PAGE.replace(f"{HOME}/", f"{HOME}/other/")
    site = write_files(folder, {"index.html": page, "other/index.html": other})
    return list(check_site(site, home=HOME, sources={}))


@pytest.mark.parametrize(("code", "words", "planted"), FAULTS)
def test_a_fault_is_found(code: str, words: str, planted: str, tmp_path: Path) -> None:
    assert words in PAGE

    found = check(tmp_path, PAGE.replace(words, planted))

    assert {each.code for each in found} == {code}


@pytest.mark.parametrize("case", GOOD)
def test_what_is_right_is_not_told(case: str, tmp_path: Path) -> None:
    assert check(tmp_path, PAGE.replace(*GOOD[case])) == []


def test_versions_that_name_each_other_are_right(tmp_path: Path) -> None:
    both = '<link rel="alternate" hreflang="{}" href="{}"><title>'
    head = both.format("en", f"{HOME}/")[:-7] + both.format("ka", f"{HOME}/other/")
    page = PAGE.replace("<title>", head)
    other = page.replace(
        'canonical" href="https://kura.example/', f'canonical" href="{HOME}/other/'
    )
    site = write_files(tmp_path, {"index.html": page, "other/index.html": other})

    assert list(check_site(site, home=HOME, sources={})) == []


def test_what_is_the_same_on_many_pages_is_told_once(tmp_path: Path) -> None:
    page = PAGE.replace("/#a", "/nowhere/")
    names = ("index.html", "a/index.html", "b/index.html")
    site = write_files(tmp_path, dict.fromkeys(names, page))

    (problem,) = check_site(site, home=HOME, sources={})

    assert problem.message.endswith("on 3 pages")


def test_a_draft_may_be_unfinished(tmp_path: Path) -> None:
    page = PAGE.replace("/#a", "/nowhere/")
    site = write_files(tmp_path, {"index.html": PAGE, "drafts/index.html": page})

    (problem,) = check_site(site, home=HOME, sources={})

    assert problem.severity is Severity.WARNING


def test_a_site_in_a_folder_of_its_host_knows_its_own_addresses(tmp_path: Path) -> None:
    page = PAGE.replace(HOME, f"{HOME}/paper").replace("/#a", "/paper/nowhere/")
    site = write_files(tmp_path, {"index.html": page})

    (problem,) = check_site(site, home=f"{HOME}/paper", sources={})

    assert problem.code == "dead-link"


TEXT = """\
Title: Water
Date: 2026-03-14

It flows [on](/nowhere/), and [back](#source).

![](/theme/gone.png)
"""


@pytest.fixture
def checked(build: BuildSite) -> Build:
    """Return what a check of one text tells; it writes no site."""
    return build({"articles/water.md": TEXT}, conf="publishconf.py", CHECK_SITE=True)


def test_a_dead_link_names_the_text_and_its_line(checked: Build) -> None:
    places = {(each.code, str(each.location)) for each in checked.problems}

    assert checked.exit_code == 1
    assert {
        ("dead-link", "content/articles/water.md:4"),
        ("image-missing", "content/articles/water.md:6"),
        ("dead-fragment", "content/articles/water.md:4"),
    } <= places
    assert not (checked.output / "index.html").exists()


@pytest.mark.slow
def test_the_command_tells_a_broken_link_to_a_file_in_the_form_that_is_asked_for(
    tmp_path: Path,
) -> None:
    text = "Title: A\nDate: 2026-03-14\n\n[B]({filename}b.md)\n"
    content = write_files(tmp_path / "content", {"articles/a.md": text})

    done = subprocess.run(
        [tool("inv"), "check", "--content", str(content), "--format", "json"],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    (told,) = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 1
    assert (told["path"], told["line"], told["code"]) == (
        str(content / "articles/a.md"),
        4,
        "broken-link",
    )

"""Articles of a real site, and the threads they get."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.building import PROJECT, write_files

CONF = """
import sys
sys.path.insert(0, {plugins!r})
PATH = "content"
PLUGINS = ["comments"]
THEME = "theme"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
ARTICLE_URL = ARTICLE_SAVE_AS = "{{slug}}.html"
ARTICLE_LANG_URL = ARTICLE_LANG_SAVE_AS = "{{lang}}/{{slug}}.html"
DRAFT_SAVE_AS = "drafts/{{slug}}.html"
DIRECT_TEMPLATES = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = None
COMMENTS = {setting!r}
PREVIEW = {preview}
"""
THREAD = "{% set thread = article.text.thread %}{{ thread.id }} {{ thread.open }}"
# Pieces that are older than others.
DATES = {"old.md": "2026-02-01", "older.md": "2026-03-01"}
SETTING = {"provider": "isso", "url": "http://localhost:8080", "privacy": "Kept by us."}


@dataclass(frozen=True, kw_only=True)
class Site:
    """What a build wrote, and what it said."""

    output: Path
    said: str

    def thread(self, page: str) -> str:
        return (self.output / page).read_text(encoding="utf-8").strip()


def build(
    folder: Path, articles: dict[str, str], setting: object = SETTING, *, preview: bool = False
) -> Site:
    head = "Title: {name}\nSlug: {name}\nDate: {date}\nCategory: Wine\n{more}\n\nText.\n"
    files = {
        f"content/{name}": head.format(
            name=name.split(".")[0], date=DATES.get(name, "2026-03-14"), more=more
        )
        for name, more in articles.items()
    }
    files["conf.py"] = CONF.format(
        plugins=str(PROJECT / "plugins"), setting=setting, preview=preview
    )
    files |= {
        f"theme/templates/{name}.html": THREAD if name == "article" else ""
        for name in ("article", "author", "category", "tag")
    }
    write_files(folder, files)
    (folder / "theme" / "static").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "-s", "conf.py", "-o", "output"],
        cwd=folder,
        env=os.environ | {"COLUMNS": "2000", "SOURCE_DATE_EPOCH": "1773489600"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Site(output=folder / "output", said=done.stdout + done.stderr)


def test_every_article_gets_the_thread_of_its_address(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        {
            "jar.md": "Lang: en",
            "jar.ka.md": "Lang: ka",
            "hidden.md": "Status: hidden",
            "moved.md": "Comments_id: /first/",
            "shut.md": "Comments: closed",
        },
    )

    assert site.thread("jar.html") == "/jar.html True"
    assert site.thread("ka/jar.html") == "/ka/jar.html True"
    assert site.thread("hidden.html") == "/hidden.html True"
    assert site.thread("moved.html") == "/first/ True"
    assert site.thread("shut.html") == "/shut.html False"
    assert "comments-" not in site.said


def test_drafts_and_articles_without_comments_open_no_thread(tmp_path: Path) -> None:
    site = build(tmp_path, {"early.md": "Status: draft", "quiet.md": "Comments: off"})

    assert site.thread("drafts/early.html") == ""
    assert site.thread("quiet.html") == ""


def test_a_translation_joins_the_original_s_thread_if_it_says_so(tmp_path: Path) -> None:
    site = build(tmp_path, {"jar.md": "Lang: en", "jar.ka.md": "Lang: ka\nComments_id: /jar.html"})

    assert site.thread("ka/jar.html") == "/jar.html True"
    assert "comments-" not in site.said


def test_two_articles_with_one_thread_are_reported_with_both_places(tmp_path: Path) -> None:
    site = build(tmp_path, {"jar.md": "", "vine.md": "Comments_id: /jar.html"})

    assert "content/vine.md:5: the comments id /jar.html is that of content/jar.md:1" in site.said


@pytest.mark.parametrize("setting", [{"provider": "none"}, SETTING | {"provider": "isos"}])
def test_without_a_usable_service_there_are_no_threads(
    tmp_path: Path, setting: dict[str, str]
) -> None:
    site = build(tmp_path, {"jar.md": ""}, setting)

    assert site.thread("jar.html") == ""
    assert ("did you mean isso?" in site.said) == (setting["provider"] == "isos")


def test_translations_share_the_thread_of_the_oldest_where_the_site_says_so(
    tmp_path: Path,
) -> None:
    site = build(
        tmp_path,
        {
            "older.md": "Lang: en",
            "older.ka.md": "Lang: ka",
            "vine.md": "Lang: en",
            "vine.ka.md": "Lang: ka\nComments_id: /first/",
        },
        SETTING | {"threads": "shared"},
    )

    assert site.thread("older.html") == site.thread("ka/older.html") == "/older.html True"
    assert site.thread("vine.html") == site.thread("ka/vine.html") == "/first/ True"
    assert "comments-" not in site.said


def test_an_old_article_takes_no_more_comments_and_its_thread_stays(tmp_path: Path) -> None:
    articles = {"old.md": "", "new.md": "", "quiet.md": "Comments: off"}

    site = build(tmp_path, articles, SETTING | {"close_after_days": 30})

    assert site.thread("old.html") == "/old.html False"
    assert site.thread("new.html") == "/new.html True"
    assert site.thread("quiet.html") == ""


def test_a_preview_opens_no_thread(tmp_path: Path) -> None:
    site = build(tmp_path, {"jar.md": ""}, preview=True)

    assert site.thread("jar.html") == ""

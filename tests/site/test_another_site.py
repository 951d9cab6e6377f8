"""Another publication, made of settings alone: nothing of the first is left in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from tests.support.building import (
    PROJECT,
    PUBLICATION,
    STEADY,
    Build,
    build_site,
    write_files,
)

NAME = "Поле <b>&</b> край"
CONF = f"""\
import sys

sys.path.insert(0, {str(PUBLICATION)!r})

from pelicanconf import *

SITENAME = {NAME!r}
PROMISE = ""
LICENSE = "Все права защищены."
PUBLISHED_AT = "https://pole.example"
TIMEZONE = "Asia/Baku"
DEFAULT_LANG, LANGUAGES = "ru", ("ru", "az", "de")
TRANSLATIONS = {{
    SITENAME: {{"az": "Çöl <b>&</b> diyar"}},
    LICENSE: {{"az": "Bütün hüquqlar qorunur."}},
}}
SECTIONS = {{}}
NAVIGATION = [
    "sections", "|", "archive", ("o-nas", {{"az": "Biz kimik"}}),
    ("https://pole.example/give", {{"ru": "Помочь", "az": "Kömək"}}),
]
COLOURS = {{"quoted": ("#7a1f3d", "#f2a7bd"), "seam": ("#a8325a", "#e0708f")}}
SITE_STYLES = ["site.css"]
THEME_TEMPLATES_OVERRIDES = ["theme-overrides"]
COMMENTS = {{"provider": "none"}}
STRUCTURED_DATA, SHARING, SECURITY = {{}}, {{}}, {{}}
"""
MIXED = "«نفت» и oil, (1): что дальше?"
PUBLISHED = """\
SITEURL = FEED_DOMAIN = PUBLISHED_AT
FEED_ALL_ATOM = "feeds/all.atom.xml"
"""
LONG = "Море уходит, и никто не спрашивает, куда. " * 7 + "Но мы спросили."
TEXTS = {
    "content/articles/more.md": "Title: Море ушло\nDate: 2026-03-14\nCategory: Вода\n"
    "Author: Анна Пример\nTags: Каспий\n\nОно ушло на сто метров.\n\n"
    "> Сто два метра.\n>\n> — Борис Пример, гидролог, 2026-03-01\n",
    "content/articles/more.az.md": "Title: Dəniz çəkildi\nDate: 2026-03-14\nCategory: Вода\n"
    "Author: Анна Пример\nTags: Каспий\n\nYüz metr çəkildi.\n",
    "content/articles/long.md": f"Title: {LONG}\nDate: 2026-03-13\nCategory: Вода\n"
    "Author: Анна Пример\n\nДолго.\n",
    "content/articles/word.md": f"Title: {'Превысокомногорассмотрительствующий' * 4}\n"
    "Date: 2026-03-12\nCategory: Земля\nAuthor: Анна Пример\n\nДлинно.\n",
    "content/articles/emoji.md": "Title: 🌊\nDate: 2026-03-11\nCategory: Земля\n"
    "Author: Анна Пример\n\nВолна.\n",
    "content/articles/mixed.md": f"Title: {MIXED}\nDate: 2026-03-10\n"
    "Category: Земля\nAuthor: Анна Пример\n\nПосмотрим.\n",
    "content/pages/o-nas.md": "Title: О нас\n\nМы пишем.\n",
    "site.css": ".wordmark { text-decoration: underline wavy; }\n",
    "theme-overrides/base.html": '{% extends "!theme/base.html" %}\n'
    '{% block head %}<link rel="me" href="https://social.example/@pole">{% endblock %}\n',
    "riverconf.py": CONF,
}
FIRST = re.compile("kelp|CC BY|Tides|quoted here|isso", re.IGNORECASE)
# Written in Latin letters on a Russian page.
LATIN = re.compile(r"\b(?!JavaScript)[A-Za-z]{2,}")
ADDRESSES = ("", "more/", "long/", "word/", "emoji/", "mixed/", "archive/", "o-nas/", "az/more/")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return another site, of a conf that imports the first's and overrides it."""
    folder = write_files(tmp_path_factory.mktemp("other"), TEXTS)
    conf = str(folder / "riverconf.py")
    return build_site(folder / "content", folder / "output", conf=conf).require_success()


def files(build: Build) -> Iterator[Path]:
    for path in build.output.rglob("*"):
        if path.suffix in {".html", ".css", ".xml", ".json", ".txt", ".webmanifest"}:
            yield path


def visible(page: BeautifulSoup) -> Iterator[str]:
    """Yield the words of a page that are in its own language, attributes that are read included."""
    for foreign in page.select("body [lang], code, script, style"):
        foreign.decompose()
    yield from (text for text in page.body.stripped_strings) if page.body else ()
    for element in page.select("[aria-label], [title], [alt], [placeholder]"):
        yield from (str(element.get(n, "")) for n in ("aria-label", "title", "alt", "placeholder"))


def left_of_the_first(build: Build) -> dict[str, str]:
    """Return what the first says, by the file that says it; styles may name every provider."""
    return {
        path.name: found[0]
        for path in files(build)
        if (found := FIRST.search(path.read_text(encoding="utf-8"))) and path.suffix != ".css"
    }


def test_only_a_quotation_without_a_snapshot_is_told(other: Build) -> None:
    assert set(other.codes()) <= {"unchecked", "long-title", "no-source"}


def test_nothing_of_the_first_is_left(other: Build) -> None:
    assert left_of_the_first(other) == {}


def test_on_russian_pages_no_word_is_english(other: Build) -> None:
    for address in ("", "more/", "archive/", "o-nas/", "tags/", "404.html", "search/"):
        if other.path(address).exists():
            said = {text for text in visible(other.page(address)) if LATIN.search(text)}
            assert {text for text in said - {NAME, MIXED} if "json" not in text} == set()


def test_a_name_is_text_and_never_markup(other: Build) -> None:
    for address, name in (("", NAME), ("az/", "Çöl <b>&</b> diyar")):
        page = other.page(address)
        heading = page.select_one(".wordmark")
        assert heading
        assert page.title
        assert (heading.get_text(), page.title.get_text()) == (name, name)


def test_the_menu_is_the_sites_in_each_language(other: Build) -> None:
    def menu(address: str) -> list[tuple[str, str]]:
        links = other.page(address).select("nav .menu[data-rule] a")
        return [(link.get_text(strip=True), str(link["href"])) for link in links]

    russian, azerbaijani = menu(""), menu("az/")

    assert [name for name, _ in russian] == ["Вода", "Земля", "Архив", "О нас", "Помочь"]
    assert [name for name, _ in azerbaijani] == ["Вода", "Arxiv", "Biz kimik", "Kömək"]
    assert russian[-2:] == [("О нас", "/o-nas/"), ("Помочь", "https://pole.example/give")]


def test_blocks_of_the_theme_can_be_filled(other: Build) -> None:
    for address in ADDRESSES:
        assert other.page(address).select_one('link[href="https://social.example/@pole"]')


def test_colours_and_styles_are_the_sites(
    other: Build, serve: Callable[[Path], str], page: Page
) -> None:
    page.goto(f"{serve(other.output)}/more/")
    quoted = "getComputedStyle(document.documentElement).getPropertyValue('--color-quoted')"
    wordmark = "getComputedStyle(document.querySelector('.wordmark')).textDecorationStyle"

    assert page.evaluate(quoted) == "light-dark(#7a1f3d,#f2a7bd)"
    assert page.evaluate(wordmark) == "wavy"
    page.emulate_media(forced_colors="active")
    assert page.evaluate(quoted.replace("quoted", "seam")) == "CanvasText"


@pytest.mark.parametrize("width", [320, 1280])
def test_odd_titles_break_and_fit(
    other: Build, serve: Callable[[Path], str], page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in ADDRESSES:
        page.goto(f"{serve(other.output)}/{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert page.get_by_role("heading", level=1).count() == 1


def test_no_promise_leaves_no_gap(other: Build) -> None:
    assert other.page("").select(".promise") == []
    for address in ADDRESSES:
        description = other.page(address).select_one("meta[name=description]")
        assert description
        assert str(description["content"]).strip()
        assert not str(description["content"]).endswith((". ", ". ."))


def test_published_in_one_language_it_has_no_menu_of_languages(tmp_path: Path) -> None:
    conf = CONF.replace('("ru", "az", "de")', '("ru",)') + PUBLISHED
    texts = {name: text for name, text in TEXTS.items() if ".az." not in name}
    folder = write_files(tmp_path, texts | {"riverconf.py": conf})

    done = build_site(
        folder / "content", folder / "output", conf=str(folder / "riverconf.py")
    ).require_success()

    assert done.page("more/").select("nav [hreflang]") == []
    assert left_of_the_first(done) == {}
    assert "https://pole.example/more/" in done.text("feeds/all.atom.xml")
    assert not (done.output / "az").exists()


def test_the_example_in_the_readme_builds_a_site_as_it_stands(tmp_path: Path) -> None:
    readme = (PROJECT / "theme/README.md").read_text(encoding="utf-8")
    section = readme.partition("## Another publication")[2]
    conf, shell = (
        section.partition(f"```{kind}\n")[2].partition("```")[0] for kind in ("python", "sh")
    )
    write_files(tmp_path, {"riverconf.py": conf})
    for name in ("plugins", "theme"):
        (tmp_path / name).symlink_to(PROJECT / name)

    done = subprocess.run(
        ["sh", "-euc", shell],
        cwd=tmp_path,
        env={**os.environ, **STEADY, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")
    page = (tmp_path / "output-river/index.html").read_text(encoding="utf-8")
    assert "Помочь" in page
    assert "Море ушло" in page

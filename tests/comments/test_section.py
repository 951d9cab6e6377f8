"""What a page says about its comments before any script runs."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from comments.adapters import providers
from comments.adapters.isso import Isso
from comments.model import Comment, Service, Thread
from tests.comments.support import THEME, render

SECTION = '{% include "comments/section.html" %}'


def thread(
    *,
    title: str = "A title",
    language: str = "en",
    is_open: bool = True,
    comments: tuple[Comment, ...] | None = (),
) -> Thread:
    return Thread(
        service=Service(
            provider=Isso(url="https://comments.example.org/isso"),
            privacy={"en": "Kept by us.", "ka": "ჩვენთან."},
            site_origin="https://kura.example",
        ),
        id="/the-jar/",
        title=title,
        language=language,
        open=is_open,
        comments=comments,
    )


def section(of: Thread) -> Tag:
    page = BeautifulSoup(render(of, template=SECTION), "html.parser")
    found = page.select_one("section.comments")
    assert found
    return found


def test_an_article_without_a_thread_has_no_section() -> None:
    assert render(None, template=SECTION).strip() == ""


def test_a_closed_thread_says_so_and_loads_nothing() -> None:
    closed = section(thread(is_open=False))

    assert "closed" in closed.get_text()
    assert not closed.select("button, script, [data-isso]")


def test_a_closed_thread_whose_comments_are_not_on_the_page_can_be_read() -> None:
    button = section(thread(is_open=False, comments=None)).select_one("button")

    assert button
    assert button.get_text() == "Read the comments"


def test_nobody_is_called_the_first_where_nobody_knows() -> None:
    assert "first" not in section(thread(comments=None)).get_text()


def test_the_section_says_where_what_readers_write_goes() -> None:
    assert "Kept by us." in section(thread()).get_text()


@pytest.mark.parametrize(("language", "marked"), [("ka", False), ("hy", True)])
def test_a_privacy_sentence_in_another_language_is_marked(language: str, marked: bool) -> None:
    assert bool(section(thread(language=language)).select('p[lang="en"]')) is marked


def test_the_button_is_shown_by_the_script_that_serves_it() -> None:
    button = section(thread()).select_one("button")

    assert button
    assert button.has_attr("hidden")
    assert button["type"] == "button"


def test_nothing_is_fetched_from_the_comment_server_by_the_page_itself() -> None:
    assert not section(thread()).select('[src*="comments.example"], [href*="comments.example"]')


def test_the_mount_names_the_server_the_thread_and_its_title() -> None:
    mount = section(thread(title='Ana & "Nino" <b>')).select_one("[data-module]")

    assert mount
    assert mount["data-isso"] == "https://comments.example.org/isso"
    assert mount["data-isso-id"] == "/the-jar/"
    assert mount["data-title"] == 'Ana & "Nino" <b>'
    assert mount["data-probe"] == "https://comments.example.org/isso/?uri=%2Fthe-jar%2F&limit=0"


def test_a_title_with_quotation_marks_takes_inner_ones() -> None:
    text = section(thread(title="“It was mine”: a jar")).get_text()

    assert "“‘It was mine’: a jar”" in text


@pytest.mark.parametrize(("language", "plurals"), [("ru", "ru"), ("ka", "en"), ("az", "en")])
def test_plural_forms_are_counted_as_the_language_does(language: str, plurals: str) -> None:
    mount = section(thread(language=language)).select_one("[data-module]")

    assert mount
    assert mount["data-isso-lang"] == plurals
    assert mount.has_attr(f"data-isso-num-comments-text-{plurals}")


def test_every_text_of_isso_s_catalogue_is_replaced() -> None:
    spec = find_spec("isso")
    assert spec
    assert spec.origin
    catalogue = Path(spec.origin).with_name("js") / "app" / "i18n" / "en.js"
    keys = re.findall(r'^\s+"([a-z-]+)":', catalogue.read_text(encoding="utf-8"), re.MULTILINE)
    mount = section(thread()).select_one("[data-module]")

    assert mount
    assert len(keys) > 30
    assert [key for key in keys if f"data-isso-{key}-text-en" not in mount.attrs] == []


def test_only_its_own_adapter_template_script_and_styles_name_a_provider() -> None:
    shared = [*THEME.glob("templates/**/*.html"), *THEME.glob("scripts/*.js")]
    shared += (THEME.parent / "plugins" / "comments").glob("*.py")
    for name in providers():
        naming = [
            path.name
            for path in shared
            if path.stem != name and name in path.read_text(encoding="utf-8").casefold()
        ]
        assert naming == []

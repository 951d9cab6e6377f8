"""Settings that cannot be: each is told, with what to do."""

from __future__ import annotations

import runpy
from typing import Any

import pytest
from pelican.settings import DEFAULT_CONFIG

from settings.checks import (
    HOUSE,
    OURS,
    misspelt,
    typed,
    wrong_languages,
    wrong_site,
    wrong_translations,
)
from tests.support.building import PROJECT, PUBLICATION, BuildSite

SITE: dict[str, Any] = {"SITENAME": "A", "DEFAULT_LANG": "ru", "LANGUAGES": ("ru", "az")}


def told(check: Any, **settings: object) -> list[str]:
    return [problem.message for problem in check({**SITE, **settings})]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"SITENAME": " "}, "SITENAME is what the site is called"),
        ({"SITENAME": ("A", "B")}, "SITENAME is what the site is called"),
        ({"PROMISE": None}, "PROMISE is one sentence"),
        ({"LANGUAGES": ("ru", "xx")}, "each in LANGUAGES is a language’s code"),
        ({"LANGUAGES": "ru"}, 'LANGUAGES is a list, as ("en", "ka"), unlike \'ru\''),
        ({"DEFAULT_LANG": ["ru"]}, "DEFAULT_LANG is a language’s code (ISO 639-1), as ka"),
        ({"TRANSLATIONS": {"A": "B"}}, "TRANSLATIONS: “A” is its translations"),
        ({"TRANSLATIONS": {"A": {"xx": "B"}}}, "each in “A” is a language’s code"),
        ({"SECTIONS": ["Rivers"]}, "SECTIONS is a dictionary, as"),
        ({"METADATA_FIELDS": "Series"}, "METADATA_FIELDS is a list of names"),
        ({"SHOW_DRAFTS": "no"}, "SHOW_DRAFTS is true or false, unlike 'no'"),
        ({"PREVIEW": 1}, "PREVIEW is true or false, unlike 1"),
    ],
)
def test_what_a_setting_cannot_be_is_said(settings: dict[str, object], words: str) -> None:
    (message,) = told(typed, **settings)

    assert words in message


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"SITEURL": "kura.example"}, "did you mean https://kura.example?"),
        ({"SITEURL": "//kura.example"}, "did you mean https://kura.example?"),
        ({"SITEURL": "ftp://kura.example"}, "SITEURL begins with https://"),
        ({"SITEURL": "https://"}, "SITEURL begins with https://"),
        ({"SITEURL": "https://kura.example/?a"}, "without ? and #"),
    ],
)
def test_what_an_address_cannot_be_is_said(settings: dict[str, object], words: str) -> None:
    (message,) = told(wrong_site, **settings)

    assert words in message


def test_the_site_s_own_language_is_among_its_languages() -> None:
    (message,) = told(wrong_languages, LANGUAGES=("az",))

    assert message == "DEFAULT_LANG, “ru”, is not among LANGUAGES; add it"


def test_a_translation_has_the_same_placeholders() -> None:
    stated = {"By %(names)s": {"az": "Müəllif"}}

    (message,) = told(wrong_translations, TRANSLATIONS=stated)

    assert "has to have the same %(…)s as “By %(names)s”" in message


@pytest.mark.parametrize(
    "settings",
    [
        {"LANGUAGES": 5, "SECTIONS": ["Rivers"], "TRANSLATIONS": []},
        {"LANGUAGES": ["en", ["ka"]], "SECTIONS": {"Rivers": None}, "TRANSLATIONS": {"A": {1: 2}}},
        {"SITENAME": None, "PROMISE": 5, "LICENSE": [], "METADATA_FIELDS": 5, "SITE_STYLES": {}},
        {"NAVIGATION": [["a", ["b"]], {}], "IMAGES": 5, "QUOTATIONS": "strict", "SHARING": 1},
        {"COMMENTS": [], "CONTENT_POLICY": 5, "COLOURS": "ink", "SECURITY": [5], "PREVIEW": "no"},
    ],
)
def test_a_build_tells_every_setting_that_cannot_be(
    build: BuildSite, settings: dict[str, Any]
) -> None:
    done = build(
        {"a.md": "Title: A\nDate: 2026-03-14\n\nIt flows.\n"}, VERIFY_ONLY=True, **settings
    )

    said = " ".join(problem.message for problem in done.problems)
    assert [name for name in settings if name not in said] == []
    assert "exception" not in done.codes()


def test_of_a_good_site_nothing_is_said() -> None:
    site = {"SITEURL": "https://kura.example/review", "TRANSLATIONS": {"A": {"ka": "ა"}}}
    for check in (wrong_site, wrong_languages, wrong_translations):
        assert told(check, **site) == []


@pytest.mark.parametrize(
    ("name", "right"),
    [("LANGUAGE", "LANGUAGES"), ("COLORS", "COLOURS"), ("SITE_NAME", "SITENAME")],
)
def test_a_setting_that_nobody_reads_is_told_where_it_is_a_slip(name: str, right: str) -> None:
    (problem,) = misspelt({name, "OUR_OWN"}, DEFAULT_CONFIG)

    assert f"{name}; did you mean {right}?" in problem.message


@pytest.mark.parametrize("conf", ["pelicanconf.py", "publishconf.py"])
def test_every_setting_of_the_tests_publication_is_known_and_described(conf: str) -> None:
    stated = {name for name in runpy.run_path(str(PUBLICATION / conf)) if name.isupper()}
    readme = (PROJECT / "theme" / "README.md").read_text(encoding="utf-8")

    assert list(misspelt(stated, DEFAULT_CONFIG)) == []
    assert {name for name in HOUSE if f"`{name}`" not in readme} == set()
    assert HOUSE <= OURS


def test_a_build_tells_all_that_is_wrong_and_publishes_nothing(build: BuildSite) -> None:
    done = build(
        {"a.md": "Title: A\nDate: 2026-03-14\n\nIt flows.\n"},
        LANGUAGES=["en", "xx"],
        COLOURS={"quoted": ["red;} body{display:none", "#86d9b6"], "ink": ["#aaa", "#e6e9e5"]},
        NAVIGATION=["sections", "abowt"],
        SITE_STYLES=["no.css"],
        SITEURL="kura.example",
        COMMENTS={"provider": "none"},
    )

    assert done.exit_code == 1
    assert sorted(set(done.codes())) == [
        "colour",
        "contrast",
        "navigation",
        "site-setting",
        "site-styles",
    ]
    assert not done.output.exists()

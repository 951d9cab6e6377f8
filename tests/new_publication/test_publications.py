"""A new publication is whole in any of the languages, and in any number of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from new_publication.texts import LANGUAGES
from tests.new_publication.support import checked, publication
from tests.support.building import PROJECT, Build

OTHER = {language: "ka" if language != "ka" else "en" for language in LANGUAGES}
PAGES = ("", "a-first-quotation/", "about/", "corrections/", "how-we-check/", "privacy/")
# What the sample states and tells of itself; an owner's publication may be any other.
NAMES = """
    kurareview|Kura Review|Kür İcmalı|Կուրի հանդես|მტკვრის მიმოხილვა|Куринское обозрение
    Kura Dergisi|بررسی کورا|Hər sitat mənbəyini göstərir|Ամեն մեջբերում նշում է իր աղբյուրը
    ყოველი ციტატა ასახელებს წყაროს|Каждая цитата называет свой источник
    Her alıntı kaynağını belirtir|هر نقل‌قول منبع خود را نام می‌برد|Every quotation names its source
    Dəmir yolları|Երկաթուղիներ|რკინიგზა|Железные дороги|Demiryolları|راه‌آهن
    Gayane|Orinakyan|Nemuneh|Nümunəli|Kura Courier|Sevan Observer|Mtkvris Matsne
"""
SAMPLE = re.compile("|".join(re.escape(n) for n in re.split(r"\s*[|\n]\s*", NAMES) if n))
TEXTS = {".py", ".html", ".css", ".js", ".po", ".yaml", ".template", ".json", ".xml", ".txt"}


def left(paths: list[Path]) -> dict[str, str]:
    """Return what is said of the sample, by the file that says it."""
    texts = ((path, path.read_text(encoding="utf-8", errors="replace")) for path in paths)
    return {str(path): found[0] for path, text in texts if (found := SAMPLE.search(text))}


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a publication in all languages, with comments."""
    wanted = publication(*LANGUAGES, comments="isso")
    return checked(tmp_path_factory.mktemp("everything"), wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_language_is_enough(tmp_path: Path, language: str) -> None:
    done = checked(tmp_path, publication(language))

    assert done.problems == ()
    for address in PAGES:
        assert done.page(address).select_one(f'html[lang="{language}"]')
    assert done.page("about/").select("nav [hreflang]") == []
    assert len(done.page("a-first-quotation/").select('[data-result="verbatim"]')) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_language_is_at_the_root(tmp_path: Path, language: str) -> None:
    other = OTHER[language]

    done = checked(tmp_path, publication(language, other))

    assert done.problems == ()
    for address in PAGES:
        assert done.page(address).select_one(f'html[lang="{language}"]')
        assert done.page(f"{other}/{address}").select_one(f'html[lang="{other}"]')
    piece = done.page(f"{other}/a-first-quotation/")
    assert piece.select_one(f'details.original blockquote[lang="{language}"]')
    assert f"Sea {other}" in piece.get_text()


def test_in_all_languages_nothing_is_wrong(everything: Build) -> None:
    assert everything.problems == ()
    assert everything.page("privacy/").get_text()


def test_nothing_of_the_sample_is_in_what_is_published(everything: Build) -> None:
    files = [path for path in everything.output.rglob("*") if path.is_file()]

    assert len(files) > 100
    assert left(files) == {}


def test_nothing_of_the_sample_is_in_the_software() -> None:
    folders = {"plugins": TEXTS, "deploy": {*TEXTS, "", ".conf", ".cfg", ".env", ".md", ".path"}}
    ours = [
        path
        for name, suffixes in {**folders, "theme": TEXTS}.items()
        for path in (PROJECT / name).rglob("*")
        if path.suffix in suffixes and path.is_file()
    ]

    assert len(ours) > 300
    assert left(ours) == {}

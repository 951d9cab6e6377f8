"""What the site carries, and what a plugin says that misses another."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract.publication import publication_of
from metadata.model import AuthorRecord
from tests.support.building import BuildSite
from verbatim.building import PLUGINS

ARTICLE = "Title: A gauge\nDate: 2026-03-14 09:00\nCategory: Rivers\n\nIt flows.\n"


def test_the_settings_have_one_publication() -> None:
    settings = {"DEFAULT_LANG": "ka", "PLUGINS": ["quotations", pytest]}

    publication = publication_of(settings)

    assert publication_of(settings) is publication
    assert (publication.languages, publication.language) == (("ka",), "ka")
    assert publication.plugins == {"quotations", "pytest"}


def test_authors_and_sections_have_their_names_in_each_language() -> None:
    sections = {"Rivers": {"ka": "მდინარეები"}}
    publication = publication_of({"DEFAULT_LANG": "en", "SECTIONS": sections})
    nino = AuthorRecord(title="Nino", slug="nino", path=Path("n.md"), names={"ka": "ნინო"})
    publication.writers = {"Nino": nino}

    assert publication.section_name("Rivers", "ka") == "მდინარეები"
    assert publication.section_name("Birds", "ka") == "Birds"
    assert publication.author_name("Nino", "ka") == "ნინო"
    assert publication.author_name("Ana", "ka") == "Ana"
    assert publication.authors == {"nino": nino}


def test_a_plugin_keeps_its_own_by_the_class() -> None:
    publication = publication_of({"DEFAULT_LANG": "en"})

    publication.keep(Path("a"))

    assert publication.own(type(Path("a"))) == Path("a")


@pytest.mark.parametrize(
    ("plugin", "other"),
    [
        ("record", "quotations"),
        ("feeds", "languages"),
        ("comments", "assets"),
        ("images", "quotations"),
    ],
)
def test_a_plugin_says_in_one_line_which_other_it_needs(
    build: BuildSite, plugin: str, other: str
) -> None:
    done = build(
        {"a.md": ARTICLE},
        PLUGINS=[each for each in PLUGINS if each != other],
        VERIFY_ONLY=True,
        COMMENTS={"provider": "isso", "url": "/isso", "privacy": "Kept by us."},
        SITEURL="https://kura.example",
        CATEGORY_FEED_ATOM="feeds/{slug}.xml",
    )

    told = [problem.message for problem in done.problems if problem.code == "plugin-missing"]
    assert f"{plugin} needs the plugin {other}; add it to PLUGINS before {plugin}" in told


@pytest.mark.parametrize("plugin", PLUGINS)
def test_no_plugin_breaks_a_build_that_has_no_other(build: BuildSite, plugin: str) -> None:
    done = build({"a.md": ARTICLE}, PLUGINS=[plugin], VERIFY_ONLY=True)

    assert {"exception", "traceback", "unexpected", "pelican"}.isdisjoint(done.codes())
    assert "Traceback" not in done.log

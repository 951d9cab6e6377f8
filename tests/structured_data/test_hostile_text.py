"""Whatever a text is called, machines are told what it says, and nothing ends the script."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup

from structured_data.script import given, in_script, plain_text, script
from tests.structured_data.checking import faults
from tests.structured_data.reading import data_in, data_of, items_of, said
from tests.support.building import Build, build_site, write_files

HOME = "https://kura.example"
END = "</script><script>alert(1)</script><!--"
ODD = "“a” \"b\" 'c' \\ \u2028 \u2029 &amp; \x7f"
HOSTILE = {
    "articles/evil.md": f"""\
Title: A <b>bold</b> {END} {ODD}
Date: 2026-03-14 09:00
Category: Rivers {END}
Tags: tag {END}, tag <b>
Author: Ann {END} {ODD}
Translator: Eka {END}
Source: @evil
Republication: translation
Correction: 2026-03-15 It said {END} {ODD}
Summary: Of *water* & {END}.
Allows: script — it has to be told as text

> Water {ODD} flows.
>
> > წყალი {ODD} მიედინება.
> > {{: lang=ka }}
>
> — Nino {END} {ODD}, hydrologist {END}, [@evil], tr. Eka {END}

> Water.
>
> — Nino Example, [Title {END}](https://courier.example/"onclick="alert(1)), Outlet {END}, 2026

> Nobody said where.
>
> — Nino {END}
""",
    "articles/signs.md": "Title: 2 < 3 & 5 > 4\nDate: 2026-03-14\nTags: x < y\n\nSigns.\n",
    "articles/bare.md": "Title: Bare\nDate: 2026-03-14\n\n- \n\n-- ——\n",
    "citations/evil.yaml": f"""\
type: webpage
title: 'Title {END} "><img src=x>'
author:
  - literal: 'Author {END}'
container: evil
URL: 'https://courier.example/?a="><script>alert(1)</script>'
archive: "https://archive.example/'><script>"
language: ka
issued: 2026-03
""",
    "sources/evil.md": f"""\
Title: Outlet {END} {ODD}
URL: https://outlet.example/"><script>alert(1)</script>
Place: Place {END}
Country: {END}
Kind: kind {END}
Owner: Owner {END}
Since: long ago

An outlet <b>of</b> {END}
""",
    "authors/evil.md": f"Title: Ann {END} {ODD}\nNames: ka: ანა {END}\n\nShe writes.\n",
    "pages/evil-page.md": f"Title: Page <i>of</i> {END}\nPurpose: about\n\nWe write.\n",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a site in which every name holds what could end a script."""
    folder = tmp_path_factory.mktemp("hostile")
    content = write_files(folder / "content", HOSTILE)
    settings = {
        "SITEURL": HOME,
        "SITENAME": f"Kura {END}",
        "ACTIVE_CONTENT": ["script"],
        "COMMENTS": {"provider": "none"},
    }
    return build_site(content, folder / "output", settings=settings).require_success()


@pytest.fixture(scope="module")
def evil(hostile: Build) -> dict[str, Any]:
    [root] = data_of(hostile, "evil/")
    return root


def test_every_block_says_only_what_the_vocabulary_knows(hostile: Build) -> None:
    # An address that an author wrote is the author's, whatever is in it.
    told = {
        str(path.relative_to(hostile.output)): [
            fault for fault in faults(data_in(path)) if "courier.example" not in fault
        ]
        for path in hostile.pages()
    }

    assert {address: found for address, found in told.items() if found} == {}
    assert len(told) >= 12


def test_a_parser_of_html_meets_no_script_of_theirs(hostile: Build) -> None:
    for path in hostile.pages():
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib")
        scripts = soup.select("script:not([src])")
        assert [each for each in scripts if each.get("type") != "application/ld+json"] == []
        for each in scripts:
            json.loads(str(each.string))


def test_a_title_is_told_without_its_markup(evil: dict[str, Any], hostile: Build) -> None:
    assert evil["headline"].startswith("A bold alert(1)")
    assert said(evil["headline"]).count("script") == 0
    [page] = data_of(hostile, "evil-page/")
    assert page["name"].startswith("Page of alert(1)")


@pytest.mark.parametrize(("address", "title"), [("signs/", "2 < 3 & 5 > 4")])
def test_a_sign_is_no_tag(hostile: Build, address: str, title: str) -> None:
    [data] = data_of(hostile, address)

    assert data["headline"] == title
    assert data["keywords"] == ["x < y"]


def test_names_are_told_as_they_are_written(evil: dict[str, Any]) -> None:
    assert evil["translator"]["name"] == f"Eka {END}"
    assert evil["hasPart"][0]["creator"]["name"].startswith(f"Nino {END}")
    assert evil["hasPart"][0]["creator"]["jobTitle"] == f"hydrologist {END}"
    assert evil["isBasedOn"]["author"][0]["name"] == f"Author {END}"
    assert evil["articleSection"] == f"Rivers {END}"


def test_the_words_of_a_quotation_are_its_words(evil: dict[str, Any]) -> None:
    first, _, last = evil["hasPart"]

    assert first["text"].startswith("Water “a” ")
    assert first["translationOfWork"]["inLanguage"] == "ka"
    assert last.keys() == {"@type", "@id", "text", "inLanguage", "creator"}


def test_an_outlet_of_no_known_kind_is_an_organization(hostile: Build) -> None:
    [page] = data_of(hostile, "sources/evil/")

    assert page["about"]["@type"] == "Organization"
    assert "foundingDate" not in page["about"]


def test_a_text_without_words_has_no_count_of_them(hostile: Build) -> None:
    [data] = data_of(hostile, "bare/")

    assert data["headline"] == "Bare"
    assert "wordCount" not in data


def test_microformats_name_it_as_it_is_shown(hostile: Build) -> None:
    [entry] = [
        each for each in items_of(hostile, "evil/", home=HOME) if each["type"] == ["h-entry"]
    ]

    assert [author["value"] for author in entry["properties"]["author"]] == [f"Author {END}"]
    [cite, *_] = [each for each in entry["children"] if each.get("id") == "q1"]
    assert cite["properties"]["author"][0]["value"].startswith(f"Nino {END}")


@pytest.mark.parametrize(
    "text",
    [
        "</script>",
        "<!-- <script>",
        "]]>",
        "\u2028\u2029",
        "“ქ” \\ \" '",
        "&lt;/script&gt;",
        "a\nb\tc",
    ],
)
def test_nothing_in_it_ends_the_script(text: str) -> None:
    told = in_script({"a": text})

    assert json.loads(told) == {"a": text}
    assert not set("<>&\u2028\u2029") & set(told)
    [element] = BeautifulSoup(f"{script({'a': text})}<p>", "html5lib").select("script")
    assert json.loads(str(element.string))["a"] == text


def test_letters_stay_letters() -> None:
    assert in_script({"a": "ქვევრი"}) == '{"a":"ქვევრი"}'


def test_what_nobody_sees_and_what_says_nothing_is_left_out() -> None:
    assert given(type_="A", id_="b", c="d\x00\x1b", e="", f=None, g=[], h=0) == {
        "@type": "A",
        "@id": "b",
        "c": "d",
    }


def test_a_summary_is_the_text_of_its_markup() -> None:
    assert plain_text("<p>Of <em>water</em> &amp;\nmud.</p>") == "Of water & mud."

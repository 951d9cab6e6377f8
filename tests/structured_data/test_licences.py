"""One sentence says on what terms texts may be used, to readers and to machines."""

from __future__ import annotations

import json

import pytest

from structured_data.site import licence_address
from tests.support.building import BuildSite

BY = "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    ("sentence", "address"),
    [
        ("Use it under CC BY 4.0.", BY),
        (
            "Тексты — на условиях CC BY-NC-SA 3.0.",
            "https://creativecommons.org/licenses/by-nc-sa/3.0/",
        ),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("All rights reserved.", ""),
        ("CC BY", ""),
        ("", ""),
    ],
)
def test_a_licence_is_where_its_name_says(sentence: str, address: str) -> None:
    assert licence_address(sentence) == address


@pytest.mark.parametrize(
    ("sentence", "own", "address"),
    [
        ("Under CC BY 4.0.", {}, BY),
        ("Ask us.", {"license": "https://a.example/"}, "https://a.example/"),
        ("Ask us.", {}, None),
    ],
)
def test_machines_are_told_what_readers_are(
    build: BuildSite, sentence: str, own: dict[str, str], address: str | None
) -> None:
    article = "Title: A\nDate: 2026-03-14\nCategory: Water\n\nIt rises.\n"

    site = build({"a.md": article}, LICENSE=sentence, STRUCTURED_DATA=own)

    told = site.page("a/").select('script[type="application/ld+json"]')
    assert [json.loads(each.get_text()).get("license") for each in told][:1] == [address]

"""Addresses in Latin letters, of words in every script of the site."""

from __future__ import annotations

import pytest

from metadata.slugs import romanise
from tests.support.building import BuildSite

TEXT = (
    "Title: A\nDate: 2026-03-14 09:00\nCategory: {section}\nTags: {tags}\nAuthor: {author}\n\nX.\n"
)


@pytest.mark.parametrize(
    ("words", "latin"),
    [
        pytest.param("İlham Əliyev Bakıda", "ilham eliyev bakida", id="az"),
        pytest.param("ağ çay, xalq şəhəri", "ag cay, xalq seheri", id="az-small"),
        pytest.param("მდინარე წყალი ჭიქა", "mdinare tsqali chika", id="ka"),
        pytest.param("ᲛᲓᲘᲜᲐᲠᲔ", "mdinare", id="ka-capitals"),
        pytest.param("Երևան ոսկի ուսուցիչ", "yerevan voski usutsich", id="hy"),
        pytest.param("Щука объявление ёлка", "shchuka obyavlenie yolka", id="ru"),
        pytest.param("Достоевский Горбачёв", "dostoevsky gorbachev", id="ru-names"),
        pytest.param("راه‌آهن ایران", "rah-ahn iran", id="fa"),
        pytest.param("کوه و خانه", "kuh va khane", id="fa-vowels"),
        pytest.param("كتاب عربي", "ktab rbi", id="fa-on-an-arabic-keyboard"),
        pytest.param("Straße", "strasse", id="de"),
        pytest.param("Water Rights", "Water Rights", id="ascii-stays"),
    ],
)
def test_words_of_every_script_are_readable_in_latin_letters(words: str, latin: str) -> None:
    assert romanise(words) == latin


def test_texts_tags_sections_and_authors_have_readable_addresses(build: BuildSite) -> None:
    text = TEXT.format(section="პური", tags="Şəhər, Щука", author="Գոհար Որինակյան")

    done = build({"İlham Əliyev Bakıda.md": text, "მდინარე.ka.md": text}).require_success()

    for address in (
        "ilham-eliyev-bakida/",
        "ka/mdinare/",
        "tags/seher/",
        "ka/tags/shchuka/",
        "authors/gohar-vorinakyan/",
        # What Georgian readers call “Bread” is that section.
        "ka/sections/bread/",
    ):
        assert done.path(address).is_file(), address


def test_a_file_that_is_named_in_latin_letters_keeps_its_name(build: BuildSite) -> None:
    text = TEXT.format(section="A", tags="b", author="C")

    done = build({"the_Water.v2.md": text}).require_success()

    assert done.path("the_Water.v2/").is_file()


def test_a_name_without_a_letter_and_two_names_with_one_address_are_errors(
    build: BuildSite,
) -> None:
    done = build(
        {
            "🎉.md": TEXT.format(section="Rivers", tags="C++", author="Ana Ö"),
            "b.md": TEXT.format(section="Rivers", tags="C", author="Ana O"),
        },
        VERIFY_ONLY=True,
    )

    told = {str(problem) for problem in done.problems if problem.code in {"slug", "name-address"}}
    assert told == {
        "content/🎉.md:1: “🎉” has no letter that an address can hold; write “Slug: …” [slug]",
        "content/🎉.md:4: “C++” and “C” have one address, “c”; rename one [name-address]",
        "content/🎉.md:5: “Ana Ö” and “Ana O” have one address, “ana-o”; rename one [name-address]",
    }

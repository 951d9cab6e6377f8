"""What the record says to the readers of each language."""

from __future__ import annotations

from record.editions import editions
from record.model import Editions, Recorded
from tests.record.support import BELL, COURIER, quotation, text

ENGLISH = text(quotation(source=COURIER, person="Ana Bell"), slug="en")
GEORGIAN = text(quotation(source=BELL, person="ნინო მაგალითი"), slug="ka", lang="ka")
RUSSIAN = text(slug="ru", lang="ru")


def found(*texts: Recorded, default: str = "en") -> Editions:
    return editions(texts, sources=[COURIER, BELL], citations=[], default=default)


def test_the_sites_own_language_has_everything() -> None:
    own = found(ENGLISH, GEORGIAN).of("en")

    assert [page.source.slug for page in own.sources] == ["courier", "bell"]
    assert [person.name.text for person in own.people] == ["Ana Bell", "ნინო მაგალითი"]


def test_another_language_has_what_its_texts_name() -> None:
    georgian = found(ENGLISH, GEORGIAN).of("ka")

    assert [page.url for page in georgian.sources] == ["ka/sources/bell/"]
    assert [person.name.text for person in georgian.people] == ["ნინო მაგალითი"]
    assert (georgian.sources_url, georgian.people_url) == ("ka/sources/", "ka/people/")


def test_a_source_that_a_language_has_no_page_of_is_found_in_the_sites_own() -> None:
    georgian = found(ENGLISH, GEORGIAN).of("ka")

    assert georgian.source_url(BELL) == "ka/sources/bell/"
    assert georgian.source_url(COURIER) == "sources/courier/"


def test_a_language_that_quotes_nobody_is_led_to_the_sites_own_pages() -> None:
    russian = found(ENGLISH, RUSSIAN).of("ru")

    assert (russian.sources_url, russian.people_url) == ("sources/", "people/")
    assert not russian.sources
    assert not russian.people


def test_a_language_without_texts_has_the_sites_own_edition() -> None:
    everything = found(ENGLISH)

    assert everything.of("fa") is everything.of("en")


def test_pages_know_their_sisters_in_other_languages() -> None:
    both = text(quotation(source=COURIER), slug="b", lang="ka")

    everything = found(ENGLISH, both, RUSSIAN)

    assert [each.url for each in everything.sources] == ["sources/", "ka/sources/"]
    assert [each.url for each in everything.people] == ["people/"]
    assert {slug: [each.url for each in pages] for slug, pages in everything.pages.items()} == {
        "courier": ["sources/courier/", "ka/sources/courier/"],
        "bell": ["sources/bell/"],
    }


def test_a_site_in_another_language_has_it_at_its_root() -> None:
    everything = found(ENGLISH, GEORGIAN, default="ka")

    assert everything.of("ka").sources_url == "sources/"
    assert everything.of("en").source_url(COURIER) == "en/sources/courier/"


def test_a_site_without_texts_has_its_sources() -> None:
    own = found().of("en")

    assert [page.source.slug for page in own.sources] == ["courier", "bell"]
    assert own.people == ()

"""What the front page of a language lists."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from languages.listings import listings
from quotations.model import Attribution, Quotation
from tests.support.pieces import SomePiece, SomeSubject
from verification import Result, Verification

RIVERS = SomeSubject("Rivers")


def piece(
    slug: str,
    *quotations: Quotation,
    day: int,
    lang: str = "en",
    section: SomeSubject = RIVERS,
    tags: Sequence[SomeSubject] = (),
) -> SomePiece:
    """Return an article of a day in March."""
    date = datetime.datetime(2026, 3, day, tzinfo=datetime.UTC)
    made = SomePiece(slug=slug, date=date, lang=lang, category=section, tags=tags)
    made.text.quotations = quotations
    return made


def quotation(text: str, result: Result = Result.VERBATIM, *, inline: bool = False) -> Quotation:
    return Quotation(
        id="q1",
        paragraphs=(text,),
        language="en",
        attribution=Attribution(person="Nino Example"),
        inline=inline,
        verification=Verification(result=result),
    )


def test_languages_are_in_the_order_of_the_site_and_articles_newest_first() -> None:
    pieces = [piece("a", day=1), piece("b", day=2), piece("c", day=3, lang="ka")]

    found = listings(pieces, languages=("ka", "hy", "en"), sections=())

    assert list(found) == ["ka", "en"]
    assert [piece.slug for piece in found["en"].articles] == ["b", "a"]


def test_a_language_that_the_site_does_not_name_comes_last() -> None:
    pieces = [piece("a", day=1, lang="de"), piece("b", day=2)]

    assert list(listings(pieces, languages=("en",), sections=())) == ["en", "de"]


def test_sections_are_in_the_order_of_the_menu_and_others_after_them() -> None:
    names = ["Wine", "Birds", "Rivers", "Bees"]
    pieces = [piece(name, day=1, section=SomeSubject(name)) for name in names]

    found = listings(pieces, languages=("en",), sections=("Rivers", "Wine", "Railways"))["en"]

    assert [str(each) for each in found.sections] == ["Rivers", "Wine", "Bees", "Birds"]
    assert list(found.shelves["category"]) == ["rivers", "wine", "bees", "birds"]


def test_tags_are_in_the_order_of_their_alphabet_whatever_their_addresses() -> None:
    names = {"ხიდი": "khidi", "ჩიტი": "chiti", "წყალი": "tsqali", "თევზი": "tevzi"}
    tags = [SomeSubject(name, slug) for name, slug in names.items()]
    pieces = [piece(tag.slug, day=1, lang="ka", tags=(tag,)) for tag in tags]

    found = listings(pieces, languages=("ka",), sections=())["ka"]

    order = [str(shelf.subject) for shelf in found.shelves["tag"].values()]
    assert order == ["თევზი", "ჩიტი", "წყალი", "ხიდი"]


def test_a_band_shows_three_of_a_section_and_never_the_lead() -> None:
    pieces = [piece(f"r{day}", day=day) for day in range(1, 6)]
    pieces.append(piece("wine", day=9, section=SomeSubject("Wine")))
    pieces.append(piece("lead", day=10))

    bands = listings(pieces, languages=("en",), sections=("Rivers", "Wine"))["en"].bands

    assert [(str(section), [piece.slug for piece in shown]) for section, shown in bands] == [
        ("Rivers", ["r5", "r4", "r3"]),
        ("Wine", ["wine"]),
    ]


def test_the_words_are_the_shortest_checked_of_the_newest_three_but_the_lead() -> None:
    short, long = quotation("It rises."), quotation("It rises and falls.")
    drifted, inline = quotation("It.", Result.DRIFTED), quotation("It.", inline=True)
    pieces = [
        piece("lead", short, day=9),
        piece("none", drifted, inline, day=8),
        *(piece(f"a{day}", long, short, day=day) for day in range(4, 8)),
    ]

    words = listings(pieces, languages=("en",), sections=())["en"].words

    assert [(piece.slug, shown) for piece, shown in words] == [
        ("a7", short),
        ("a6", short),
        ("a5", short),
    ]


def test_words_too_many_for_a_plate_are_not_shown() -> None:
    long = quotation("word " * 31)
    pieces = [piece("lead", day=2), piece("a", long, day=1)]

    assert listings(pieces, languages=("en",), sections=())["en"].words == ()

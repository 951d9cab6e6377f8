"""When a page was published and in which language it is: what it states, and nothing guessed."""

from __future__ import annotations

import pytest

from capture.language import only_language
from citations import PartialDate
from tests.capture.support import PARAGRAPHS, page, read

DAY = PartialDate(year=2026, month=3, day=1)
GEORGIAN = ("მდინარე ხელშეკრულებებს არ კითხულობს, და არც არასოდეს უსწავლია კითხვა ვინმესგან.",) * 3
RUSSIAN = ("Река не читает договоров, и учиться этому ей уже поздно, говорит смотрительница.",) * 3


def published(value: str) -> str:
    return f'<meta property="article:published_time" content="{value}">'


@pytest.mark.parametrize(
    ("head", "issued"),
    [
        pytest.param(published("2026-03-01T08:00:00+04:00"), DAY, id="open-graph"),
        pytest.param(published("2026-03-01T23:30:00-05:00"), DAY, id="late-elsewhere"),
        pytest.param('<meta name="date" content="01.03.2026">', DAY, id="dotted"),
        pytest.param(
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished":'
            ' "2026-03-01", "dateModified": "2026-03-10"}</script>',
            DAY,
            id="json-ld",
        ),
        pytest.param(
            '<meta property="article:modified_time" content="2026-03-10">'
            + published("2026-03-01"),
            DAY,
            id="not-modified",
        ),
        pytest.param(
            '<meta name="date" content="2026-03">', PartialDate(year=2026, month=3), id="month"
        ),
    ],
)
def test_a_date_is_as_exact_as_the_page_is(head: str, issued: PartialDate) -> None:
    work = read(page(head=head))

    assert work.issued == issued
    assert work.notices == ()


def test_a_day_in_the_address_is_one() -> None:
    assert read(page(), url="https://courier.example/2026/03/01/water").issued == DAY


def test_a_month_in_the_address_is_no_day() -> None:
    assert read(page(), url="https://courier.example/2026/03/water").issued is None


def test_a_page_without_a_date_has_none() -> None:
    work = read(page(below="<p>© 2019 Courier</p>"))

    assert (work.issued, work.notices) == (None, ())


def test_a_date_that_the_text_tells_of_is_not_that_of_the_page() -> None:
    told = (
        "The gauge was built, as a plate on its door tells whoever can read the letters, on"
        ' <time datetime="1998-05-02">2 May 1998</time>, and never moved.'
    )

    work = read(page(*PARAGRAPHS, told))

    assert work.issued is None
    assert "on 2 May 1998, and never moved" in work.text


def test_a_date_that_is_only_in_the_text_is_proposed_and_not_taken() -> None:
    work = read(page(above="<p>Published 1 March 2026</p>"))

    assert work.issued is None
    [notice] = work.notices
    assert notice.code == "date-guessed"
    assert "issued: 2026-03-01" in notice.message


def test_a_date_in_the_future_is_dropped_and_said() -> None:
    head = published("2031-01-05") + '<meta property="article:modified_time" content="2026-01-05">'

    work = read(page(head=head))

    assert work.issued is None
    [notice] = work.notices
    assert notice.code == "future-date"
    assert "2031-01-05, which has not come yet" in notice.message


@pytest.mark.parametrize(
    ("stated", "text", "language", "codes"),
    [
        pytest.param("en", PARAGRAPHS, "en", [], id="en"),
        pytest.param("en-US", PARAGRAPHS, "en", [], id="region"),
        pytest.param("EN_us", PARAGRAPHS, "en", [], id="underscore"),
        pytest.param("", PARAGRAPHS, "", [], id="not-stated"),
        pytest.param("english", PARAGRAPHS, "", [], id="no-tag"),
        pytest.param("ka", GEORGIAN, "ka", [], id="ka"),
        pytest.param("", GEORGIAN, "ka", [], id="letters-tell"),
        pytest.param("en", GEORGIAN, "ka", ["language"], id="template-in-english"),
        pytest.param("ru", RUSSIAN, "ru", [], id="ru"),
        pytest.param("", RUSSIAN, "", [], id="letters-tell-nothing"),
        pytest.param("en", RUSSIAN, "", ["language"], id="not-english"),
        pytest.param("az", RUSSIAN, "az-Cyrl", [], id="another-script"),
        pytest.param("sr-Cyrl-RS", RUSSIAN, "sr-Cyrl", [], id="script-stated"),
    ],
)
def test_a_language_is_what_is_stated_where_the_letters_agree(
    stated: str, text: tuple[str, ...], language: str, codes: list[str]
) -> None:
    work = read(page(*text, title="", language=stated))

    assert work.language == language
    assert [notice.code for notice in work.notices] == codes


def test_a_language_is_read_where_it_stands() -> None:
    locale = '<meta property="og:locale" content="ru_RU">'
    header = '<meta http-equiv="Content-Language" content="ru">'

    for head in (locale, header):
        assert read(page(*RUSSIAN, language="", head=head)).language == "ru"


def test_an_outlets_languages_help_where_only_one_is_written_so() -> None:
    russian = " ".join(RUSSIAN)

    assert only_language(russian, ("en", "ru")) == "ru"
    assert only_language(russian, ("uk", "ru")) == ""
    assert only_language(russian, ("ka",)) == ""

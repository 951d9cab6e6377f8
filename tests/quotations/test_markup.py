"""Quotations as elements."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest

from citations import PartialDate, Source
from languages.translator import Translator
from quotations.markup import (
    append_text,
    caption,
    child,
    mark_omissions,
    set_language,
    short_citation,
)
from quotations.model import Cited

ENGLISH, PERSIAN = Translator("en"), Translator("fa")
DAY = PartialDate(year=2026, month=3, day=14)
COURIER = Source(slug="courier", title="Kura Courier", path=Path("courier.md"))


def html(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")


def test_a_caption_says_all_that_is_known() -> None:
    cited = Cited(
        person="Nino <b>",
        role="hydrologist",
        title="Water",
        url="https://courier.example/",
        language="ka",
        outlet="Kura Courier",
        source=COURIER,
        date=DAY,
        translator="Ana",
        archive="https://archive.example/",
    )

    assert html(caption(cited, ENGLISH, source_href="/sources/courier/")) == (
        '<figcaption>— <span class="p-author h-card"><span class="p-name">Nino &lt;b&gt;</span>, '
        '<span class="p-job-title">hydrologist</span></span>, '
        '<cite class="p-name"><a class="u-url" href="https://courier.example/" lang="ka">'
        "Water</a></cite>, "
        '<a class="p-publication" href="/sources/courier/">Kura Courier</a>, '
        '<time class="dt-published" datetime="2026-03-14">14 March 2026</time>, '
        "<span>tr. Ana</span> · "
        '<a href="https://archive.example/">archived copy</a></figcaption>'
    )


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        pytest.param(Cited(), "— ", id="nothing"),
        pytest.param(
            Cited(title="Water", language="ka"),
            '— <cite class="p-name" lang="ka">Water</cite>',
            id="title-without-address",
        ),
        pytest.param(
            Cited(url="https://www.courier.example/a?b#c"),
            '— <cite class="p-name"><a class="u-url" href="https://www.courier.example/a?b#c">'
            "courier.example</a></cite>",
            id="address-without-title",
        ),
        pytest.param(
            Cited(title="Water", language="en"),
            '— <cite class="p-name">Water</cite>',
            id="title-in-the-same-language",
        ),
        pytest.param(
            Cited(outlet="Kura Courier", source=COURIER),
            '— <span class="p-publication">Kura Courier</span>',
            id="outlet-without-page",
        ),
        pytest.param(
            Cited(archive="https://a.example/"),
            '— <span> · </span><a href="https://a.example/">archived copy</a>'.replace(
                "<span> · </span>", " · "
            ),
            id="archived-copy-alone",
        ),
    ],
)
def test_a_caption_says_no_more_than_is_known(cited: Cited, expected: str) -> None:
    assert html(caption(cited, ENGLISH)) == f"<figcaption>{expected}</figcaption>"


def test_a_caption_has_the_commas_of_its_script() -> None:
    text = "".join(caption(Cited(person="نینو", role="آب‌شناس"), PERSIAN).itertext())

    assert text == "— نینو، آب‌شناس"


@pytest.mark.parametrize(
    ("cited", "text"),
    [
        pytest.param(
            Cited(outlet="Kura Courier", person="Nino", date=DAY), "Kura Courier, 2026", id="outlet"
        ),
        pytest.param(Cited(person="Nino", title="Water"), "Nino", id="person"),
        pytest.param(Cited(title="Water"), "Water", id="title"),
        pytest.param(Cited(date=DAY), "2026", id="year"),
        pytest.param(Cited(), "source", id="nothing"),
    ],
)
def test_a_short_citation_is_an_outlet_and_a_year(cited: Cited, text: str) -> None:
    assert html(short_citation(cited, ENGLISH, href="#s1")) == (
        f'<cite class="citation"><a href="#s1">{text}</a></cite>'
    )
    assert html(short_citation(cited, ENGLISH, href="")) == f'<cite class="citation">{text}</cite>'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<p>a […] b</p>", "<p>a <i>[…]</i> b</p>", id="text"),
        pytest.param("<p>[…]</p>", "<p><i>[…]</i></p>", id="alone"),
        pytest.param(
            "<p>[...] a (…) b [ . . . ]</p>",
            "<p><i>[...]</i> a <i>(…)</i> b <i>[ . . . ]</i></p>",
            id="forms",
        ),
        pytest.param(
            "<p><b>a […]</b> […] c</p>", "<p><b>a <i>[…]</i></b> <i>[…]</i> c</p>", id="tail"
        ),
        pytest.param(
            "<p><b/>a […]<b/>[…]</p>", "<p><b></b>a <i>[…]</i><b></b><i>[…]</i></p>", id="tails"
        ),
        pytest.param("<p>a … [b] [sic]</p>", "<p>a … [b] [sic]</p>", id="none"),
    ],
)
def test_omissions_are_marked_wherever_they_stand(source: str, expected: str) -> None:
    element = fromstring(source)  # noqa: S314 - our own text

    mark_omissions(element)

    assert html(element) == expected.replace("<i>", '<span class="omission">').replace(
        "</i>", "</span>"
    )


def test_an_element_is_added_with_its_attributes() -> None:
    parent = Element("p")

    child(parent, "b", "a < b", class_="c", data_result="d")
    child(parent, "i")

    assert html(parent) == '<p><b class="c" data-result="d">a &lt; b</b><i></i></p>'


def test_text_is_added_behind_what_there_is() -> None:
    parent = Element("p")

    append_text(parent, "a")
    append_text(parent, "b")
    child(parent, "i")
    append_text(parent, "c")
    append_text(parent, "d")

    assert html(parent) == "<p>ab<i></i>cd</p>"


@pytest.mark.parametrize(
    ("language", "around", "expected"),
    [
        ("ka", "en", {"lang": "ka"}),
        ("fa", "ka", {"lang": "fa", "dir": "rtl"}),
        ("en", "fa", {"lang": "en", "dir": "ltr"}),
        ("fa", "fa", {"lang": "fa"}),
        ("fa", "", {"lang": "fa", "dir": "rtl"}),
    ],
)
def test_the_direction_is_said_where_it_changes(
    language: str, around: str, expected: dict[str, str]
) -> None:
    element = Element("p")

    set_language(element, language, around)

    assert element.attrib == expected


def test_names_written_the_other_way_leave_the_order_of_a_date_alone() -> None:
    cited = Cited(person="Nino", outlet="Kura Courier", date=DAY)

    text = html(caption(cited, PERSIAN))
    cite = html(short_citation(cited, PERSIAN, href=""))

    assert '<span class="p-name"><bdi>Nino</bdi></span></span>، ' in text
    assert '<span class="p-publication"><bdi>Kura Courier</bdi></span>، <time' in text
    assert cite == '<cite class="citation"><bdi>Kura Courier</bdi>، ۲۰۲۶</cite>'
    assert "bdi" not in html(caption(cited, ENGLISH))

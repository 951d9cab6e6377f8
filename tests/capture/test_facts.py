"""What a page says of itself: title, authors, outlet, kind, and where it is."""

from __future__ import annotations

import json

import pytest

from capture.model import Work
from citations import Name
from tests.capture.support import page, read

ANN = Name(given="Ann", family="Example")


def meta(**named: str) -> str:
    return "".join(f'<meta name="{name}" content="{value}">' for name, value in named.items())


def graph(**properties: str) -> str:
    return "".join(
        f'<meta property="{name.replace("_", ":", 1)}" content="{value}">'
        for name, value in properties.items()
    )


def linked(**fields: object) -> str:
    data = {"@context": "https://schema.org", **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def by(kind: str, name: str) -> str:
    return linked(**{"@type": "NewsArticle", "author": {"@type": kind, "name": name}})


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        pytest.param("A &amp; <b>B</b>", "A & B", id="markup"),
        pytest.param("A &amp;amp; &lt;i&gt;B&lt;/i&gt;", "A & B", id="markup-escaped-twice"),
        pytest.param("Water\n  without\tborders", "Water without borders", id="line-breaks"),
        pytest.param("Wa\x07ter\u202e without", "Water without", id="control-characters"),
        pytest.param("“Water”: a story", "“Water”: a story", id="quotation-marks"),
        pytest.param("1 &lt; 2 and 3 &gt; 2", "1 < 2 and 3 > 2", id="signs"),
        pytest.param("صاحب‌خانه آهسته راه می‌رود", "صاحب‌خانه آهسته راه می‌رود", id="joiners"),
        pytest.param("წყალი და რიცხვი", "წყალი და რიცხვი", id="georgian"),
    ],
)
def test_a_title_is_text_on_one_line(title: str, read_as: str) -> None:
    assert read(page(title=title)).title == read_as
    assert read(page(title="T", head=graph(og_title=title))).title == read_as


@pytest.mark.parametrize(
    "title",
    [
        "Water without borders | Kura Courier",
        "Water without borders — Kura Courier",
        "Kura Courier: Water without borders",
    ],
)
def test_a_title_does_not_name_its_outlet(title: str) -> None:
    head = graph(og_title=title, og_site_name="Kura Courier")

    work = read(page(head=head))

    assert (work.title, work.outlet) == ("Water without borders", "Kura Courier")


def test_a_title_that_is_nothing_but_the_outlet_stays() -> None:
    head = graph(og_title="Kura Courier", og_site_name="Kura Courier")

    assert read(page(head=head)).title == "Kura Courier"


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        pytest.param(meta(author="Ann Example"), (ANN,), id="meta"),
        pytest.param(meta(author="By Ann Example"), (ANN,), id="by"),
        pytest.param(meta(author="Автор: Ann Example"), (ANN,), id="автор"),
        pytest.param(by("Person", "Ann Example"), (ANN,), id="json-ld"),
        pytest.param(
            meta(author="Ann Example; Nino Magaliti"),
            (ANN, Name(given="Nino", family="Magaliti")),
            id="two",
        ),
        pytest.param(
            meta(author="Ana Maria Example"), (Name(literal="Ana Maria Example"),), id="three-words"
        ),
        pytest.param(by("Organization", "River News"), (Name(literal="River News"),), id="agency"),
        pytest.param(
            meta(author="Kura Courier") + graph(og_site_name="Kura Courier"), (), id="outlet"
        ),
        pytest.param(graph(article_author="https://social.example/ann"), (), id="address"),
        pytest.param("", (), id="none"),
    ],
)
def test_authors_are_names(head: str, authors: tuple[Name, ...]) -> None:
    assert read(page(head=head)).authors == authors


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("NewsArticle", "article-newspaper"),
        ("OpinionNewsArticle", "article-newspaper"),
        ("BlogPosting", "post-weblog"),
        ("WebPage", "webpage"),
    ],
)
def test_the_kind_of_a_work_is_what_the_page_says(kind: str, type_: str) -> None:
    assert read(page(head=linked(**{"@graph": [{"@type": kind}]}))).type == type_


def test_json_ld_that_is_broken_hides_nothing_else() -> None:
    head = '<script type="application/ld+json">{"@type": </script>' + meta(author="Ann Example")

    assert read(page(head=head)).authors == (ANN,)


def test_json_ld_that_is_nested_without_end_is_passed_over() -> None:
    head = f'<script type="application/ld+json">{"[" * 100_000}</script>'

    assert read(page(head=head)).title == "Water without borders"


def test_json_ld_with_a_number_that_is_too_long_is_passed_over() -> None:
    head = f'<script type="application/ld+json">{{"a": {"1" * 5_000}}}</script>'

    assert read(page(head=head)).title == "Water without borders"


def test_where_a_page_says_that_it_is_is_read() -> None:
    def stated(head: str) -> str:
        return read(page(head=head), url="").url

    assert stated('<link rel="canonical" href="https://courier.example/water">') == (
        "https://courier.example/water"
    )
    assert stated(graph(og_url="https://courier.example/w")) == "https://courier.example/w"
    assert stated('<link rel="canonical" href="/water">') == ""
    assert stated('<link rel="canonical" href="javascript:alert(1)">') == ""


def test_a_host_is_no_name_of_an_outlet() -> None:
    work: Work = read(page(), url="https://www.courier.example/water")

    assert work.outlet == ""

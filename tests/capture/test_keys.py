"""Keys that tell whoever reads them which work is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from capture.keys import propose_key
from capture.model import Work
from citations import Name, PartialDate, Source, citation_key

COURIER = Source(slug="kura-courier", title="Kura Courier", path=Path("kura-courier.md"))
MARCH = PartialDate(year=2025, month=3)


@pytest.mark.parametrize(
    ("work", "source", "url", "key"),
    [
        pytest.param(
            Work(text="", title="The eight o’clock people", issued=MARCH),
            COURIER,
            "https://courier.example/2025/a",
            "kura-courier-eight-oclock-2025",
            id="outlet-title-year",
        ),
        pytest.param(
            Work(text="", title="The eight o’clock people", outlet="River News"),
            None,
            "https://news.example/a",
            "river-news-eight-oclock-2026",
            id="year-of-reading",
        ),
        pytest.param(
            Work(text="", title="Water"),
            None,
            "https://www.courier.example/a",
            "courier-water-2026",
            id="host",
        ),
        pytest.param(
            Work(text="", title="Water", authors=(Name(given="Ann", family="Example"),)),
            None,
            "",
            "example-water-2026",
            id="surname",
        ),
        pytest.param(
            Work(text="", title="Courier: why we read"),
            COURIER,
            "",
            "kura-courier-read-2026",
            id="no-word-twice",
        ),
        pytest.param(
            Work(text="", title="წყალი და რიცხვი"),
            None,
            "https://matsne.example/2025/tsqali-da-ritskhvi.html",
            "matsne-tsqali-ritskhvi-2026",
            id="words-of-the-address",
        ),
        pytest.param(
            Work(text="", title="Лампа на девятом участке"),
            None,
            "https://rail.example/p/38271",
            "rail-lampa-deviatom-2026",
            id="other-letters",
        ),
        pytest.param(
            Work(text="", title="Gecənin səsi"), None, "", "gecenin-sesi-2026", id="schwa"
        ),
        pytest.param(Work(text="", title="Oil: 7"), None, "", "oil-2026", id="short-words"),
        pytest.param(
            Work(text="", title="!"), None, "http://127.0.0.1:8000/", "2026", id="nothing"
        ),
    ],
)
def test_a_key_names_outlet_title_and_year(
    work: Work, source: Source | None, url: str, key: str
) -> None:
    proposed = propose_key(work, source=source, url=url, year=2026, taken=())

    assert proposed == key
    assert citation_key(proposed) == proposed


@pytest.mark.parametrize("title", ["…", "水", "🌊", "a..b", "../../etc/passwd", "A" * 500])
def test_whatever_the_title_a_key_is_one(title: str) -> None:
    key = propose_key(Work(text="", title=title), source=COURIER, url="", year=2026, taken=())

    assert citation_key(key) == key
    assert len(key) <= 70

"""Pages that are not what they were asked for: each is an error that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from capture.addresses import anywhere
from capture.extract import extract
from capture.fetch import fetch
from capture.local import read_file
from capture.model import CaptureError
from tests.capture.support import PARAGRAPHS, TODAY, Courier, page, read

PASSWORD = "<form><input name='name'><input type='password' name='p'></form>"
PAID = '<script type="application/ld+json">{"@type": "WebPage", "isAccessibleForFree": %s}</script>'
LONG = PARAGRAPHS * 4


def refused(html: str, url: str = "https://courier.example/water") -> CaptureError:
    with pytest.raises(CaptureError) as caught:
        read(html, url=url)
    return caught.value


@pytest.mark.parametrize(
    ("html", "code"),
    [
        pytest.param(page("Log in to go on reading.", below=PASSWORD), "login-wall", id="login"),
        pytest.param(page(*LONG, head=PAID % "false"), "paywall", id="paywall"),
        pytest.param(page(*LONG, head=PAID % '"False"'), "paywall", id="paywall-in-words"),
        pytest.param(
            "<html><body><div id='root'></div><script src='/app.js'></script></body></html>",
            "no-text",
            id="javascript",
        ),
        pytest.param(
            "<html><body><noscript><p>Please turn on JavaScript.</p></noscript>"
            "<p>Loading the page …</p><script>x()</script></body></html>",
            "no-text",
            id="loading",
        ),
        pytest.param("<html><body></body></html>", "no-text", id="empty"),
        pytest.param("   ", "no-text", id="nothing"),
        pytest.param("<html><body>" + "<div>" * 100_000, "no-text", id="nested-without-end"),
        pytest.param(page("Try the search.", title="404"), "gone", id="404"),
        pytest.param(page("Try the search.", title="Page not found"), "gone", id="en"),
        pytest.param(page("Вернитесь назад.", title="Страница не найдена"), "gone", id="ru"),
        pytest.param(page("Axtarın.", title="Səhifə tapılmadı"), "gone", id="az"),
        pytest.param(page("Փնտրեք։", title="Էջը չի գտնվել"), "gone", id="hy"),
        pytest.param(page("მოძებნეთ.", title="გვერდი ვერ მოიძებნა"), "gone", id="ka"),
        pytest.param(page("جست‌وجو کنید.", title="صفحه مورد نظر یافت نشد"), "gone", id="fa"),
        pytest.param(page("Arayın.", title="Sayfa bulunamadı"), "gone", id="tr"),
    ],
)
def test_a_page_that_is_not_the_one_asked_for_is_an_error(html: str, code: str) -> None:
    error = refused(html)

    assert error.code == code
    assert "; " in str(error)  # what is wrong, and what to do


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page(*LONG, below=PASSWORD), id="a-login-beside-the-article"),
        pytest.param(page(*LONG, head=PAID % "true"), id="free"),
        pytest.param(page(*LONG, title="Not found: the heron’s nest"), id="found"),
        pytest.param(page(*LONG, head="<script>x()</script>"), id="with-scripts"),
    ],
)
def test_a_page_that_only_looks_like_one_is_read(html: str) -> None:
    assert read(html).notices == ()


def test_a_page_that_leads_to_the_front_page_is_gone(outlet: Courier) -> None:
    outlet.put("/", page(*LONG))
    url = outlet.lead("/water", "/")

    with pytest.raises(CaptureError) as caught:
        extract(fetch(url, may_reach=anywhere), today=TODAY)

    assert caught.value.code == "gone"
    assert "front page" in str(caught.value)


def test_the_front_page_itself_may_be_quoted(outlet: Courier) -> None:
    url = outlet.put("/", page(*LONG))

    assert extract(fetch(url, may_reach=anywhere), today=TODAY).words > 0


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page(*LONG, head=PAID % "false"), id="paywall"),
        pytest.param(page(below=PASSWORD), id="login"),
        pytest.param(page(title="Error 404, a poem"), id="404"),
    ],
)
def test_what_a_person_has_seen_and_saved_is_read(tmp_path: Path, html: str) -> None:
    path = tmp_path / "water.html"
    path.write_text(html, encoding="utf-8")

    assert PARAGRAPHS[0] in extract(read_file(path), today=TODAY).text


def test_a_short_text_is_kept_and_doubted() -> None:
    work = read(page("The bridge is closed.", "It will open in May."))

    assert work.text.endswith("The bridge is closed.\n\nIt will open in May.")
    [notice] = work.notices
    assert notice.code == "little-text"
    assert notice.message.startswith("the page has only 12 words;")

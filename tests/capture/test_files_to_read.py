"""PDFs, plain texts and saved pages, from a server and from a disk."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from capture.extract import extract
from capture.local import read_file
from capture.model import CaptureError, Limits, Page, Work
from citations import Name
from tests.capture.pdfs import pdf
from tests.capture.support import PARAGRAPHS, TODAY, Courier, cite, page
from verification import Result, Snapshot, verify

GEORGIAN = "მდინარე ხელშეკრულებებს არ კითხულობს."


def saved(folder: Path, name: str, content: str | bytes, *, url: str = "") -> Work:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return extract(read_file(path, url=url), today=TODAY)


def refused(folder: Path, name: str, content: str | bytes) -> CaptureError:
    with pytest.raises(CaptureError) as caught:
        saved(folder, name, content)
    return caught.value


def test_a_pdf_is_read_page_by_page_line_by_line(tmp_path: Path) -> None:
    work = saved(
        tmp_path,
        "report.pdf",
        pdf(
            "The river does not\nread treat-\nies.",
            GEORGIAN,
            title="Water",
            author="Ann Example",
            made="D:20260301120000Z",
        ),
    )

    assert work.text == f"The river does not\nread treat-\nies.\n\n{GEORGIAN}"
    assert (work.title, work.authors) == ("Water", (Name(given="Ann", family="Example"),))
    assert (work.type, work.issued) == ("document", None)
    assert [(notice.code, "2026-03-01" in notice.message) for notice in work.notices] == [
        ("date-guessed", True)
    ]
    words = ["The river does not read treaties."]
    assert verify(words, Snapshot(work.text), language="en").result is Result.VERBATIM


def test_the_name_of_a_file_is_no_title(tmp_path: Path) -> None:
    for title in ("Microsoft Word - water.docx", "report_final.indd", "Untitled"):
        assert saved(tmp_path, "a.pdf", pdf("Text.", title=title)).title == ""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(pdf("Text.", locked=True), "asks for a password", id="locked"),
        pytest.param(pdf(""), "are pictures", id="pictures"),
        pytest.param(pdf("Text.")[:200], "is broken", id="cut-off"),
        pytest.param(b"%PDF-1.7\nnothing that is one", "is broken", id="no-pdf"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_an_error(
    tmp_path: Path, content: bytes, message: str
) -> None:
    error = refused(tmp_path, "a.pdf", content)

    assert error.code == "pdf"
    assert message in str(error)


@pytest.mark.slow
def test_a_pdf_that_was_damaged_anywhere_is_an_error_or_read(tmp_path: Path) -> None:
    whole = pdf("The river rose.", title="Water", made="D:20260301120000Z")
    chance = Random(1)

    for _ in range(300):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 3, 10))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        with suppress(CaptureError):
            saved(tmp_path, "a.pdf", bytes(damaged))


def test_a_pdf_is_known_by_its_bytes_whatever_its_server_says(
    outlet: Courier, content: Path
) -> None:
    url = outlet.put("/report", pdf("The river rose."), kind="text/html")

    kept = cite(url, content)

    assert kept.work.text == "The river rose."


def test_a_text_is_kept_as_it_is(tmp_path: Path) -> None:
    work = saved(tmp_path, "a.txt", "\ufeffThe gauge\r\n\r\n\r\nIt rose,\r\nand fell.\r\n\x07\r\n")

    assert work.text == "The gauge\n\nIt rose,\nand fell."
    assert (work.title, work.type) == ("The gauge", "document")


def test_a_first_paragraph_is_no_title(tmp_path: Path) -> None:
    assert saved(tmp_path, "a.txt", "It rose,\nand fell.\n\nIt rose again.").title == ""
    assert saved(tmp_path, "a.txt", "It rose.").title == ""
    assert saved(tmp_path, "a.txt", f"{'It rose. ' * 20}\n\nIt fell.").title == ""


def test_a_text_in_another_charset_is_read(tmp_path: Path) -> None:
    text = "Река не читает договоров. Она никогда не училась читать."

    assert saved(tmp_path, "a.txt", text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("head", "url"),
    [
        pytest.param(
            "<!-- saved from url=(0029)https://courier.example/water -->",
            "https://courier.example/water",
            id="browser",
        ),
        pytest.param(
            "<!--\n Page saved with SingleFile\n url: https://courier.example/w\n-->",
            "https://courier.example/w",
            id="single-file",
        ),
        pytest.param("<!-- saved from url=(0003)http://[::bad -->", "", id="no-address"),
        pytest.param("", "", id="none"),
    ],
)
def test_a_saved_page_says_where_it_was(tmp_path: Path, head: str, url: str) -> None:
    path = tmp_path / "water.html"
    path.write_text(f"<!doctype html>{head}{page()}", encoding="utf-8")

    found = read_file(path)

    assert found.url == url
    assert extract(found, today=TODAY).text.endswith(PARAGRAPHS[-1])


def test_what_somebody_says_about_a_file_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "water.html"
    path.write_text("<!-- saved from url=(0003)https://a.example/ -->", encoding="utf-8")

    assert read_file(path, url="https://b.example/").url == "https://b.example/"
    with pytest.raises(CaptureError):
        read_file(path, url="file:///etc/passwd")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        pytest.param("a.docx", b"PK\x03\x04\x14\0\x06\0", "media-type", id="word"),
        pytest.param("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "media-type", id="picture"),
        pytest.param("a.txt", b"", "no-text", id="empty"),
        pytest.param("a.txt", b" \n\x07", "no-text", id="blank"),
        pytest.param("a.html", b"\n", "no-text", id="empty-page"),
    ],
)
def test_a_file_without_a_text_is_an_error(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    assert refused(tmp_path, name, content).code == code


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/zip", "application/json"])
def test_a_page_that_is_no_text_is_an_error(kind: str) -> None:
    with pytest.raises(CaptureError) as caught:
        extract(Page(content=b"{}\0", media_type=kind), today=TODAY)

    assert caught.value.code == "media-type"
    assert kind in str(caught.value)


def test_a_file_that_is_not_there_may_be_an_address(tmp_path: Path) -> None:
    with pytest.raises(CaptureError) as caught:
        read_file(Path("courier.example/water"))

    assert "write https://courier.example/water" in str(caught.value)
    for path in (tmp_path / "water.html", tmp_path):
        with pytest.raises(CaptureError) as caught:
            read_file(path)
        assert caught.value.code == "file"


def test_a_file_has_a_limit_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("word " * 100, encoding="utf-8")

    with pytest.raises(CaptureError) as caught:
        read_file(path, limits=Limits(size=100))

    assert caught.value.code == "too-large"

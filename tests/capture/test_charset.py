"""The letters of pages, in the charsets of the region and as pages declare them, wrongly too."""

from __future__ import annotations

from pathlib import Path

import pytest

from capture.charset import decode
from capture.model import CaptureError
from tests.capture.support import Courier, cite, page

RUSSIAN = "Река не читает договоров. Она никогда не училась читать, и учиться ей уже поздно."
# In Arabic letters for ی and ک, as pages in this charset have them.
PERSIAN = "رودخانه پيمان نامه نمي خواند. هرگز خواندن نياموخته است و ديگر دير است."
AZERBAIJANI = "Çay müqavilələri oxumur. O, heç vaxt oxumağı öyrənməyib və artıq gecdir."
# Before ə had a place in any charset, pages were written with ä.
AZERBAIJANI_1254 = AZERBAIJANI.replace("ə", "ä")
ARMENIAN = "Գետը պայմանագրեր չի կարդում։ Նա երբեք կարդալ չի սովորել, և հիմա արդեն ուշ է։"
GEORGIAN = "მდინარე ხელშეკრულებებს არ კითხულობს. კითხვა არასოდეს უსწავლია და ახლა გვიანია."


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        pytest.param(RUSSIAN, "windows-1251", id="ru-windows-1251"),
        pytest.param(RUSSIAN, "koi8-r", id="ru-koi8-r"),
        pytest.param(RUSSIAN, "cp866", id="ru-cp866"),
        pytest.param(RUSSIAN, "utf-16", id="ru-utf-16"),
        pytest.param(AZERBAIJANI_1254, "windows-1254", id="az-windows-1254"),
        pytest.param(AZERBAIJANI_1254, "iso-8859-9", id="az-iso-8859-9"),
        pytest.param(AZERBAIJANI, "utf-8", id="az-utf-8"),
        pytest.param(PERSIAN, "windows-1256", id="fa-windows-1256"),
        pytest.param(PERSIAN, "utf-8", id="fa-utf-8"),
        pytest.param(ARMENIAN, "utf-8", id="hy-utf-8"),
        pytest.param(ARMENIAN, "utf-16-le", id="hy-utf-16"),
        pytest.param(GEORGIAN, "utf-8", id="ka-utf-8"),
        pytest.param(GEORGIAN, "utf-8-sig", id="ka-byte-order-mark"),
    ],
)
def test_letters_are_read_in_the_charset_that_is_declared(text: str, charset: str) -> None:
    declared = f'<html><meta charset="{charset}"><p>{text}</p>'.encode(charset)

    by_the_server, doubts = decode(f"<p>{text}</p>".encode(charset), stated=charset)
    by_the_page, _ = decode(declared, stated="utf-16" if charset.startswith("utf-16") else "")

    assert by_the_server == f"<p>{text}</p>"
    assert text in by_the_page
    assert doubts == []


@pytest.mark.parametrize(
    ("content", "stated", "message"),
    [
        pytest.param(
            f"<meta charset=utf-8><p>{RUSSIAN}".encode("cp1251"),
            "utf-8",
            "the page says utf-8, and is not: its letters were read as cp1251",
            id="utf-8-that-is-none",
        ),
        pytest.param(
            f"<meta charset=windows-1251><p>{RUSSIAN}".encode("cp1251"),
            "utf-8",
            "the page says utf-8, and is cp1251",
            id="server-against-page",
        ),
        pytest.param(
            f"<meta charset=windows-1251><p>{RUSSIAN}".encode(),
            "windows-1251",
            "the page says windows-1251, and is utf-8",
            id="utf-8-that-is-not-told",
        ),
        pytest.param(
            f"<p class='long-names-of-classes'>{RUSSIAN}".encode("koi8-r"),
            "",
            "the page names no charset: its letters were read as koi8-r",
            id="nothing-declared",
        ),
        pytest.param(
            f"<p>{RUSSIAN * 3}".encode() + b"\xd0</p>",
            "utf-8",
            "the page has 1 broken letters",
            id="a-broken-letter",
        ),
    ],
)
def test_where_the_charset_is_in_doubt_the_letters_are_right_and_it_is_said(
    content: bytes, stated: str, message: str
) -> None:
    text, doubts = decode(content, stated=stated)

    assert RUSSIAN in text
    [doubt] = doubts
    assert message in doubt.message
    assert doubt.code == "charset-guessed"


@pytest.mark.parametrize("stated", ["armscii-8", "x-user-defined", "rot13", "unicode_escape"])
def test_a_charset_that_nobody_knows_is_an_error(stated: str) -> None:
    with pytest.raises(CaptureError) as caught:
        decode(bytes(range(0xB0, 0xFF)), stated=stated)

    assert caught.value.code == "charset"
    assert f"“{stated}”" in str(caught.value)
    assert "UTF-8" in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(bytes(range(0x80, 0x100)) * 3, id="no-letters"),
        pytest.param(AZERBAIJANI_1254.encode("cp1254"), id="one-of-the-latin-ones"),
    ],
)
def test_letters_that_cannot_be_told_are_an_error(content: bytes) -> None:
    with pytest.raises(CaptureError) as caught:
        decode(content)

    assert caught.value.code == "charset"


def test_a_page_in_plain_ascii_is_in_every_charset() -> None:
    assert decode(b"<p>Plain", stated="windows-1251") == ("<p>Plain", [])


@pytest.mark.parametrize(
    ("text", "charset", "language"),
    [
        pytest.param(RUSSIAN, "windows-1251", "ru", id="ru"),
        pytest.param(AZERBAIJANI_1254, "windows-1254", "az", id="az"),
        pytest.param(PERSIAN, "windows-1256", "fa", id="fa"),
        pytest.param(ARMENIAN, "utf-8", "hy", id="hy"),
        pytest.param(GEORGIAN, "utf-8", "ka", id="ka"),
    ],
)
def test_a_page_is_kept_as_it_is_read(
    outlet: Courier, content: Path, text: str, charset: str, language: str
) -> None:
    html = page(*[text] * 3, title=text[:20].strip(), language=language)
    body = html.replace("utf-8", charset).encode(charset)

    kept = cite(
        outlet.put("/water", body, kind=f"text/html; charset={charset}"),
        content,
    )

    snapshot = next(path for path in kept.files if path.suffix == ".txt")
    assert snapshot.read_text(encoding="utf-8").count(text) == 3
    assert kept.work.language == language


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        pytest.param(RUSSIAN, "windows-1251", id="ru"),
        pytest.param(AZERBAIJANI_1254, "windows-1254", id="az"),
    ],
)
def test_a_page_that_says_another_charset_than_its_letters_are_in_is_doubted(
    text: str, charset: str
) -> None:
    html = f'<meta charset="iso-8859-1"><p>{text} {text}</p>'

    _, notices = decode(html.encode(charset))

    assert [each.code for each in notices] == ["charset-guessed"]


@pytest.mark.parametrize("text", ["Café à Besançon, où l’on naît.", "Über Flüsse größer schön."])
def test_a_page_in_the_charset_that_it_says_is_not_doubted(text: str) -> None:
    _, notices = decode(f'<meta charset="iso-8859-1"><p>{text}</p>'.encode("cp1252"))

    assert notices == []

"""What is wrong with a picture is told with file and line, and all of it in one build."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from tests.images.support import article, photograph, picture, write
from tests.support.building import Build, build_site

ACTING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>'


def huge() -> bytes:
    """Return a PNG that claims 20,000 by 20,000 pixels, in a few bytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


# What is written on line 5, and what is told of it there.
FAULTS = {
    "![A gauge](gauges.png)": "image-missing",
    "![A gauge](Gauge.png)": "image-case",
    "![](gauge.png)": "image-alt",
    "![x](../../secret.png)": "image-outside",
    "![x](text.jpg)": "image-format",
    "![x](empty.png)": "image-broken",
    "![x](huge.png)": "image-too-large",
    "![x](phone.jpg)": "image-format",
    "![x](acting.svg)": "image-live",
    "![x](sizeless.svg)": "image-size",
    '![x](<gauge.png> "A caption") among words.': "image-caption",
}
HEADS = {
    "alone": ({"Image": "gauge.png"}, ["image-alt", "image-credit"]),
    "wordless": ({"Image_alt": "A gauge"}, ["image-missing"]),
    "remote": (
        {"Image": "https://other.example/x.png", "Image_alt": "x", "Image_credit": "x"},
        ["image-elsewhere"],
    ),
}
FILES: dict[str, str | bytes] = {
    "articles/gauge.png": picture(),
    "articles/text.jpg": "no picture",
    "articles/empty.png": b"",
    "articles/huge.png": huge(),
    "articles/phone.jpg": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    "articles/acting.svg": ACTING,
    "articles/sizeless.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("bad-pictures")
    texts: dict[str, str | bytes] = {
        f"articles/fault-{number}.md": article(written) for number, written in enumerate(FAULTS)
    }
    heads: dict[str, str | bytes] = {
        f"articles/{name}.md": article("Text.", **fields) for name, (fields, _) in HEADS.items()
    }
    content = write(folder / "content", texts | heads | FILES)
    (folder / "secret.png").write_bytes(picture())
    return build_site(content, folder / "output")


def told(site: Build, name: str) -> list[tuple[str, int | None]]:
    """Return the code and line of what was told of the article *name*."""
    return [
        (each.code, each.location.line)
        for each in site.problems
        if each.location and each.location.path.stem == name
    ]


@pytest.mark.parametrize("number", range(len(FAULTS)), ids=list(FAULTS))
def test_a_fault_is_told_where_it_is(number: int, site: Build) -> None:
    assert (list(FAULTS.values())[number], 5) in told(site, f"fault-{number}")


@pytest.mark.parametrize("name", HEADS)
def test_a_fault_at_the_head_is_told_there(name: str, site: Build) -> None:
    assert told(site, name) == [(code, 4) for code in HEADS[name][1]]


def test_a_slip_in_a_name_is_understood(site: Build) -> None:
    messages = [each.message for each in site.problems if each.code == "image-missing"]

    assert any("did you mean gauge.png?" in each for each in messages)


def test_nothing_is_published(site: Build, tmp_path: Path) -> None:
    assert site.exit_code != 0
    assert not list(site.output.rglob("*.html"))


def with_pictures(folder: Path, text: str, **settings: object) -> Build:
    """Build a text, beside one that shows a picture and one that is cut short."""
    files: dict[str, str | bytes] = {
        "articles/a.md": article(text),
        "articles/b.md": article(
            "![A gauge](gauge.png)\n\n![x](cut.jpg)\n\n[x]({static}whole.jpg)"
        ),
        "articles/gauge.png": picture(),
        "articles/cut.jpg": picture("JPEG")[:2000],
        "articles/whole.jpg": photograph(),
    }
    content = write(folder / "content", files)
    return build_site(
        content, folder / "output", settings={"CACHE_PATH": str(folder / "cache"), **settings}
    )


def made(folder: Path) -> list[str]:
    return [path.name for path in (folder / "cache").glob("images/*")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("![A gauge](gone.png)", "image-missing", id="told-when-it-is-read"),
        pytest.param("[x]({filename}gone.md)", "broken-link", id="told-when-all-is-read"),
    ],
)
def test_an_error_in_a_text_is_told_before_pictures_are_made(
    text: str, code: str, tmp_path: Path
) -> None:
    site = with_pictures(tmp_path, text)

    assert site.codes() == [code]
    assert made(tmp_path) == []


def test_a_picture_that_is_not_made_is_no_dead_link(tmp_path: Path) -> None:
    site = with_pictures(tmp_path, "![A gauge](gone.png)\n\n[x](/nowhere/)", CHECK_SITE=True)

    assert sorted(site.codes()) == ["dead-link", "image-missing"]
    assert made(tmp_path) == []


def test_a_damaged_picture_is_told_once(tmp_path: Path) -> None:
    site = with_pictures(tmp_path, "Text.", CHECK_SITE=True)

    assert site.codes() == ["image-broken"]


@pytest.mark.parametrize("verify_only", [False, True])
def test_a_damaged_picture_is_told_where_the_texts_are_well(
    verify_only: bool, tmp_path: Path
) -> None:
    site = with_pictures(tmp_path, "Text.", VERIFY_ONLY=verify_only)

    assert told(site, "b") == [("image-broken", 7)]
    assert made(tmp_path)

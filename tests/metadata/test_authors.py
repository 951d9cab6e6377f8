"""Who writes here."""

from __future__ import annotations

from pathlib import Path

from metadata.authors import read_authors
from tests.support.building import BuildSite, write_files

RECORD = """\
Title: Nino Example
Slug: nino
Names: ka: ნინო მაგალითი; ru: Нино Пример
URL: https://nino.example/

Nino writes
about *rivers*.
"""
SIGNED = "Title: A\nDate: 2026-03-14 09:00\nAuthor: {author}\n\nIt rises.\n"


def test_a_record_is_read(tmp_path: Path) -> None:
    write_files(tmp_path / "authors", {"nino-example.md": RECORD})

    authors, problems = read_authors(tmp_path)
    nino = authors["Nino Example"]

    assert problems == []
    assert (nino.slug, nino.url, nino.text) == (
        "nino",
        "https://nino.example/",
        "Nino writes about *rivers*.",
    )
    assert nino.name_in("ka") == "ნინო მაგალითი"
    assert nino.name_in("hy") == "Nino Example"


def test_a_record_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    write_files(tmp_path / "authors", {"nino.md": RECORD})
    (tmp_path / "authors" / "latin.md").write_bytes("Title: Zoé\n".encode("latin-1"))

    authors, problems = read_authors(tmp_path)

    assert list(authors) == ["Nino Example"]
    assert [problem.code for problem in problems] == ["encoding"]


def test_authors_have_the_address_and_the_names_of_their_records(build: BuildSite) -> None:
    done = build(
        {
            "authors/nino-example.md": RECORD,
            "a.md": SIGNED.format(author="Nino Example"),
            "a.ka.md": SIGNED.format(author="Nino Example"),
        }
    ).require_success()
    georgian = done.page("ka/a/").select_one("a[rel=author]")

    assert georgian
    assert georgian["href"] == "/ka/authors/nino/"
    assert georgian.get_text() == "ნინო მაგალითი"
    assert done.page("authors/nino/").select("h1")[0].get_text() == "Nino Example"


def test_where_nobody_is_described_anybody_may_write(build: BuildSite) -> None:
    done = build({"a.md": SIGNED.format(author="Anybody")}).require_success()

    assert done.codes() == []


def test_each_of_several_authors_is_checked(build: BuildSite) -> None:
    signed = SIGNED.replace("Author:", "Authors:").format(author="Nino Example, Ana, Eka")

    done = build({"authors/nino.md": RECORD, "a.md": signed}, VERIFY_ONLY=True)

    assert [(problem.code, str(problem.location)) for problem in done.problems] == [
        ("unknown-author", "content/a.md:3"),
        ("unknown-author", "content/a.md:3"),
    ]

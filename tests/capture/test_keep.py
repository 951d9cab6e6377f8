"""From a page to a citation and its text: once, again, and after it has changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from capture.extract import extract
from capture.keep import Keeper
from capture.local import read_file
from capture.model import CaptureError
from capture.outcome import Kept, Outcome, as_text
from citations import Library, PartialDate
from tests.capture.support import PARAGRAPHS, TODAY, Courier, cite, page
from tests.support.building import write_files

HEAD = (
    '<meta property="og:site_name" content="Kura Courier">'
    '<meta name="author" content="Ann Example">'
    '<meta property="article:published_time" content="2026-03-01">'
)
KEY = "kura-courier-water-borders-2026"
LATER = date(2026, 3, 20)
CHANGED = page(
    PARAGRAPHS[0], PARAGRAPHS[1].replace("woman in boots", "radar"), PARAGRAPHS[2], head=HEAD
)


def texts(content: Path) -> dict[str, str]:
    return {
        str(path.relative_to(content)): path.read_text(encoding="utf-8")
        for path in sorted(content.rglob("*.*"))
        if path.suffix in {".md", ".txt", ".yaml"}
    }


def codes(kept: Kept) -> list[str]:
    return [notice.code for notice in kept.notices]


def test_a_page_becomes_a_citation_and_its_text(outlet: Courier, content: Path) -> None:
    url = outlet.put("/water", page(head=HEAD))

    kept = cite(url, content)

    assert (kept.key, kept.outcome, kept.missing) == (KEY, Outcome.NEW, [])
    library = Library.load(content)
    citation = library.citations[KEY]
    assert library.problems == ()
    assert citation.url == url
    assert str(citation.authors[0]) == "Ann Example"
    assert citation.outlet == "Kura Courier"
    assert citation.language == "en"
    assert citation.issued == PartialDate(year=2026, month=3, day=1)
    assert citation.accessed == PartialDate(year=2026, month=3, day=14)
    assert texts(content)[f"citations/{KEY}.txt"] == (
        "\n\n".join(["Water without borders", *PARAGRAPHS]) + "\n"
    )


def test_the_same_page_again_is_found_and_nothing_is_written(
    outlet: Courier, content: Path
) -> None:
    url = outlet.put("/water", page(head=HEAD))
    first = cite(url, content)
    before = texts(content)

    again = cite(f"{url}/../water?utm_source=feed#comments", content, today=LATER)

    assert (again.key, again.outcome, again.files) == (first.key, Outcome.UNCHANGED, ())
    assert texts(content) == before
    assert "as it was read on 2026-03-14" in as_text(again)
    assert f"[@{KEY}]" in as_text(again)


def test_a_page_that_changed_is_kept_beside_the_first(outlet: Courier, content: Path) -> None:
    url = outlet.put("/water", page(head=HEAD))
    cite(url, content)
    before = texts(content)
    outlet.put("/water", CHANGED)

    changed = cite(url, content, today=LATER)

    assert (changed.key, changed.outcome) == (f"{KEY}-2026-03-20", Outcome.CHANGED)
    after = texts(content)
    assert {name: after[name] for name in before} == before
    library = Library.load(content)
    assert library.problems == ()
    assert str(library.citations[changed.key].accessed) == "2026-03-20"
    assert library.citations[changed.key].url == url
    assert changed.difference == (
        f"--- citations/{KEY}.txt\n+++ citations/{KEY}-2026-03-20.txt\n@@ paragraph 3 @@\n"
        "… hand, in all weathers, by a [-woman in boots.-]{+radar.+}"
    )


def test_a_page_that_changes_back_is_not_kept_a_third_time(outlet: Courier, content: Path) -> None:
    url = outlet.put("/water", page(head=HEAD))
    cite(url, content)
    outlet.put("/water", CHANGED)
    cite(url, content, today=LATER)
    outlet.put("/water", page(head=HEAD))

    back = cite(url, content, today=LATER)

    assert (back.key, back.outcome) == (KEY, Outcome.UNCHANGED)


def test_a_page_that_changes_twice_in_a_day_is_kept_twice(outlet: Courier, content: Path) -> None:
    url = outlet.put("/water", page(head=HEAD))
    keys = []
    for number in range(3):
        outlet.put("/water", page(*PARAGRAPHS, f"Correction {number}.", head=HEAD))
        keys.append(cite(url, content).key)

    assert keys == [KEY, f"{KEY}-2026-03-14", f"{KEY}-2026-03-14-2"]
    assert Library.load(content).problems == ()


def test_a_citation_without_a_text_gets_its_text(outlet: Courier, content: Path) -> None:
    url = outlet.put("/water", page())
    described = f"type: webpage\ntitle: By hand\nURL: {url}\n"
    write_files(content, {"citations/by-hand.yaml": described})

    kept = cite(url, content)

    assert (kept.key, kept.outcome) == ("by-hand", Outcome.TEXT)
    assert texts(content)["citations/by-hand.yaml"] == described
    assert PARAGRAPHS[0] in texts(content)["citations/by-hand.txt"]
    assert "“accessed: 2026-03-14”" in kept.notices[-1].message


def test_another_page_of_the_same_title_gets_a_key_of_its_own(
    outlet: Courier, content: Path
) -> None:
    cite(outlet.put("/water", page(head=HEAD)), content)

    assert cite(outlet.put("/more-water", page(head=HEAD)), content).key == f"{KEY}-2"


def test_a_key_may_be_chosen(outlet: Courier, content: Path) -> None:
    assert cite(outlet.put("/water", page()), content, key="Water_1.a").key == "Water_1.a"


@pytest.mark.parametrize(
    ("key", "code"),
    [
        pytest.param("taken", "key-taken", id="another-page"),
        pytest.param("Taken", "key-taken", id="another-page-on-some-disks"),
        pytest.param("broken", "key-taken", id="a-file-that-cannot-be-read"),
        pytest.param("a b", "bad-key", id="space"),
        pytest.param("con", "bad-key", id="windows"),
        pytest.param("../a", "bad-key", id="folder"),
    ],
)
def test_a_key_that_cannot_be_is_an_error(
    outlet: Courier, content: Path, key: str, code: str
) -> None:
    files = {
        "citations/taken.yaml": "type: webpage\nURL: https://other.example/\n",
        "citations/broken.yaml": "type",
    }
    write_files(content, files)

    with pytest.raises(CaptureError) as caught:
        cite(outlet.put("/water", page()), content, key=key)

    assert caught.value.code == code
    assert texts(content) == files


def test_a_key_for_a_work_that_has_one_is_not_ignored_in_silence(
    outlet: Courier, content: Path
) -> None:
    url = outlet.put("/water", page())
    cite(url, content, key="water")

    same = cite(url, content, key="water")
    again = cite(url, content, key="river")

    assert [each.code for each in same.notices] == []
    assert again.key == "water"
    assert [each.code for each in again.notices] == ["other-key"]
    assert "kept as water; --key river" in again.notices[0].message


def test_a_changed_page_takes_no_key_that_another_has(outlet: Courier, content: Path) -> None:
    url = outlet.put("/water", page())
    write_files(content, {"citations/broken.yaml": "type"})
    cite(url, content, key="water")
    outlet.put("/water", CHANGED)

    with pytest.raises(CaptureError, match="“broken” is taken"):
        cite(url, content, key="broken", today=LATER)
    assert cite(url, content, key="water", today=LATER).key == "water-2026-03-20"


def test_a_file_without_an_address_is_kept_and_compared_by_its_key(
    tmp_path: Path, content: Path
) -> None:
    path = tmp_path / "speech.txt"

    def keep(text: str) -> Kept:
        path.write_text(text, encoding="utf-8")
        found = read_file(path)
        keeper = Keeper(content=content, library=Library.load(content), today=TODAY, key="speech")
        return keeper.keep(found, extract(found, today=TODAY))

    outcomes = [
        (kept.key, kept.outcome)
        for kept in map(
            keep, ["On water\n\nIt rose.", "On water\n\nIt rose.", "On water\n\nIt fell."]
        )
    ]

    assert outcomes == [
        ("speech", Outcome.NEW),
        ("speech", Outcome.UNCHANGED),
        ("speech-2026-03-14", Outcome.CHANGED),
    ]
    assert "URL" not in texts(content)["citations/speech.yaml"]


def test_the_address_that_a_saved_page_states_is_taken_and_said(
    tmp_path: Path, content: Path
) -> None:
    path = tmp_path / "water.html"
    path.write_text(
        page(head='<link rel="canonical" href="https://courier.example/water?utm_source=x">'),
        encoding="utf-8",
    )
    found = read_file(path)

    kept = Keeper(content=content, library=Library(), today=TODAY).keep(
        found, extract(found, today=TODAY)
    )

    assert Library.load(content).citations[kept.key].url == "https://courier.example/water"
    assert "stated-address" in codes(kept)


@pytest.mark.parametrize(
    ("home", "known"),
    [
        pytest.param("{url}/", True, id="host"),
        pytest.param("{url}/2026/", True, id="folder"),
        pytest.param("{url}/2027/", False, id="another-folder"),
        pytest.param("{url}/20", False, id="half-a-name"),
        pytest.param("https://courier.example/", False, id="another-host"),
    ],
)
def test_an_outlet_is_known_by_its_address(
    outlet: Courier, content: Path, home: str, known: bool
) -> None:
    source = f"Title: River News\nURL: {home.format(url=outlet.url)}\nLanguages: en\n"
    write_files(content, {"sources/river-news.md": source})

    kept = cite(outlet.put("/2026/water", page(language="")), content)

    citation = Library.load(content).citations[kept.key]
    assert (citation.source is not None) == known
    assert kept.key.startswith("river-news-") == known
    assert citation.language == ("en" if known else "")
    assert ("unknown-outlet" in codes(kept)) == (not known)


def test_an_outlet_is_known_by_its_name_too(outlet: Courier, content: Path) -> None:
    write_files(content, {"sources/courier.md": "Title: Kura Courier\n"})

    kept = cite(outlet.put("/water", page(head=HEAD)), content)

    assert Library.load(content).citations[kept.key].source is not None


def test_a_new_outlet_is_described_where_that_is_wanted(outlet: Courier, content: Path) -> None:
    write_files(content, {"sources/kura-courier.md": "Title: Another courier\n"})

    kept = cite(outlet.put("/water", page(head=HEAD)), content, describe=lambda _: True)

    assert texts(content)["sources/kura-courier-2.md"] == (
        f"Title: Kura Courier\nSlug: kura-courier-2\nURL: {outlet.url}/\nLanguages: en\n"
    )
    library = Library.load(content)
    assert library.problems == ()
    assert library.citations[kept.key].source == library.sources["kura-courier-2"]
    assert codes(kept) == []


def test_what_could_not_be_found_is_named(outlet: Courier, content: Path) -> None:
    kept = cite(outlet.put("/water", page(language="")), content)

    assert kept.missing == ["author", "language", "issued"]
    assert "write it into the .yaml file where you know it: author, language" in as_text(kept)

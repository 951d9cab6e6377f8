"""Quotations in a site: settings, pages of sources, and what templates are given."""

from __future__ import annotations

import pytest

from quotations.plugin import minutes, omissions
from tests.support.building import BuildSite
from tests.support.pieces import SomePiece

HEAD = "Title: {title}\nDate: 2026-03-14 09:00\nCategory: Rivers\n\n"
QUOTING = HEAD.format(title="Quoting") + "> Storks arrive.\n>\n> — Nino Example, [@storks]\n"
RECORD = {
    "citations/storks.yaml": "type: webpage\ntitle: Storks\ncontainer: courier\n",
    "sources/courier.md": "Title: Kura Courier\nURL: https://courier.example/\n\nA paper.\n",
}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("It […] rises.", 'It <span class="omission">[…]</span> rises.', id="one"),
        pytest.param("[...]<b>", '<span class="omission">[...]</span>&lt;b&gt;', id="markup"),
        pytest.param("It [we] rises.", "It [we] rises.", id="insertion"),
        pytest.param("", "", id="empty"),
    ],
)
def test_omissions_are_marked_in_text_that_stays_text(text: str, html: str) -> None:
    assert omissions(text) == html


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("", 1, id="empty"),
        pytest.param(f"<p>{'word ' * 220}</p>", 1, id="one"),
        pytest.param(f"<p>{'word ' * 221}</p>", 2, id="two"),
        pytest.param(
            f"<p>{'word ' * 220}</p><aside class='pull-quote'><p>word</p></aside>",
            1,
            id="pull-quote",
        ),
        pytest.param(f"<p>{'word ' * 220}</p><details class='check'>word</details>", 1, id="check"),
    ],
)
def test_reading_takes_as_long_as_there_are_words(content: str, expected: int) -> None:
    assert minutes(SomePiece(_content=content)) == expected


def test_a_quotation_that_cannot_be_checked_is_an_error_where_the_site_is_strict(
    build: BuildSite,
) -> None:
    done = build({"a.md": QUOTING} | RECORD, VERIFY_ONLY=True, QUOTATIONS={"strict": True})

    assert done.exit_code == 1
    assert [(p.code, p.severity, str(p.location)) for p in done.problems] == [
        ("unchecked", "error", "content/a.md:5")
    ]


def test_a_setting_that_is_none_is_an_error(build: BuildSite) -> None:
    done = build({"a.md": QUOTING} | RECORD, VERIFY_ONLY=True, QUOTATIONS={"stric": True})

    assert [problem.code for problem in done.problems] == ["setting", "unchecked"]
    assert "QUOTATIONS has no option “stric”; did you mean strict?" in done.problems[0].message


def test_a_text_may_link_to_the_page_of_a_source(build: BuildSite) -> None:
    linking = HEAD.format(title="Linking") + "See [it]({filename}/sources/courier.md).\n"

    done = build({"a.md": linking} | RECORD).require_success()

    assert done.page("a/").select_one('.prose a[href="/sources/courier/"]')


def test_a_republication_may_name_an_outlet_without_a_record_of_the_work(build: BuildSite) -> None:
    taken = "Source: kura courier\nRepublication: excerpt\n\n"

    done = build(
        {"a.md": HEAD.format(title="A").replace("\n\n", "\n" + taken) + "It rises.\n"} | RECORD
    ).require_success()
    line = done.page("a/").select_one("p.republication")

    assert line
    assert "An excerpt." in line.get_text()
    assert line.select_one('a[href="/sources/courier/"]')


def test_snapshots_are_not_published(build: BuildSite) -> None:
    done = build({"a.md": QUOTING, "citations/storks.txt": "Storks arrive."} | RECORD)

    assert done.require_success().codes() == []
    texts = [path.name for path in done.output.rglob("*") if path.suffix in {".txt", ".yaml"}]
    assert texts == ["robots.txt"]


def test_a_link_cannot_publish_a_snapshot(build: BuildSite) -> None:
    linking = HEAD.format(title="Linking") + "See [it]({static}/citations/storks.txt).\n"

    done = build({"a.md": linking, "citations/storks.txt": "Storks arrive."} | RECORD)

    assert done.exit_code == 1
    assert [(problem.code, str(problem.location)) for problem in done.problems] == [
        ("snapshot-published", "content/citations/storks.txt")
    ]


def test_a_snapshot_of_nothing_is_told(build: BuildSite) -> None:
    done = build({"citations/stork.txt": "Storks arrive."} | RECORD, VERIFY_ONLY=True)

    assert [(problem.code, str(problem.location)) for problem in done.problems] == [
        ("orphan-snapshot", "content/citations/stork.txt")
    ]
    assert "did you mean storks?" in done.problems[0].message


def test_a_source_that_nobody_quotes_is_on_no_list(build: BuildSite) -> None:
    unquoted = "Title: A Daily\nURL: https://daily.example/\n\nA daily.\n"

    done = build({"a.md": QUOTING, "sources/daily.md": unquoted} | RECORD).require_success()
    listed = [link.get_text() for link in done.page("sources/").select(".entry-title a")]

    assert listed == ["Kura Courier"]


def test_a_draft_quotes_in_public_nobody(build: BuildSite) -> None:
    done = build(
        {"a.md": QUOTING.replace("Category", "Status: draft\nCategory")} | RECORD
    ).require_success()

    assert done.page("sources/courier/").select("figure") == []

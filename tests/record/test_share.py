"""How much of an article is others' words, and whose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from problems import Severity
from quotations.model import Cited
from quotations.settings import QuotationOptions, quotation_options
from record.model import Share
from record.share import excesses, share_of
from tests.record.support import BELL, COURIER, quotation
from tests.support.building import Build, BuildSite

TEN = " ".join(["word"] * 10)


def test_the_share_is_that_of_the_quoted_words() -> None:
    share = share_of(40, (quotation(TEN, source=COURIER), quotation(TEN, source=BELL)))

    assert (share.words, share.quoted, share.all) == (40, 20, 0.5)


def test_each_source_has_its_part_the_most_quoted_first() -> None:
    quotations = (
        quotation("one", source=COURIER),
        quotation("one two", source=BELL),
        quotation("one two", source=COURIER),
    )

    share = share_of(10, quotations)

    assert [(part.slug, part.words) for part in share.parts] == [("courier", 3), ("bell", 2)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("one two", 2, id="plain"),
        pytest.param("one […] two", 2, id="omission"),
        pytest.param("one [the minister] two", 2, id="insertion"),
        pytest.param("— one – two!", 2, id="signs"),
        pytest.param("three-part word’s", 2, id="hyphen"),
        pytest.param("მდინარე 40 %", 2, id="number"),
    ],
)
def test_only_others_words_are_counted(text: str, words: int) -> None:
    assert share_of(100, (quotation(text),)).quoted == words


@pytest.mark.parametrize(
    ("cited", "name"),
    [
        (Cited(source=COURIER, outlet="The Courier"), "Kura Courier"),
        (Cited(outlet="A paper", url="https://a.example/", title="T"), "A paper"),
        (Cited(url="https://a.example/x", title="T"), "a.example"),
        (Cited(title="T", person="P"), "T"),
        (Cited(person="P"), "P"),
    ],
)
def test_a_source_is_named_as_nearly_as_it_is_known(cited: Cited, name: str) -> None:
    (part,) = share_of(10, (replace(quotation(), cited=cited),)).parts

    assert part.name == name


def test_nothing_has_no_share() -> None:
    assert share_of(0, ()) == Share(words=0, quoted=0)
    assert share_of(0, ()).all == 0


def test_no_more_than_all_is_quoted() -> None:
    assert share_of(5, (quotation(TEN),)).all == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(100, [], id="below"),
        pytest.param(40, [], id="at-the-limit"),
        pytest.param(39, ["52% of the words are others’"], id="past-one"),
        pytest.param(
            29, ["69% of the words are others’", "52% of the words are from Kura"], id="past-both"
        ),
    ],
)
def test_an_author_is_told_what_is_past_a_limit(words: int, told: list[str]) -> None:
    quotations = (quotation(" ".join(["a"] * 15), source=COURIER), quotation("a b c d e"))
    share = share_of(words, quotations)

    found = list(excesses(share, QuotationOptions(most_quoted=0.5, most_from_one_source=0.5)))

    assert [message.split(" Courier")[0].split(",")[0] for message in found] == told


def test_without_a_limit_nothing_is_told() -> None:
    assert list(excesses(share_of(10, (quotation(TEN),)), QuotationOptions())) == []


@pytest.mark.parametrize("value", [50, -0.1, "0.5", True, [0.5]])
def test_a_limit_is_a_share(value: object) -> None:
    options, [problem] = quotation_options({"most_quoted": value})

    assert options == QuotationOptions()
    assert "“most_quoted” is a share between 0 and 1, as 0.5" in problem.message


def test_limits_are_read_from_the_options() -> None:
    options = {"strict": True, "most_quoted": 0.5, "most_from_one_source": None}

    assert quotation_options(options) == (QuotationOptions(strict=True, most_quoted=0.5), [])


QUOTING = (
    "Title: A\nDate: 2026-03-14 09:00\n{head}\nSay it again, please.\n\n"
    "> The river does not read treaties, and it never will.\n>\n> — Nino Example\n"
)
LIMITS = {"most_quoted": 0.5}


def warnings(build: Build) -> list[tuple[str, str]]:
    return [
        (str(problem.location), problem.message)
        for problem in build.problems
        if problem.code == "quoted-share"
    ]


@pytest.mark.parametrize("verify", [True, False], ids=["verify", "build"])
def test_an_article_past_the_limit_is_a_warning(build: BuildSite, verify: bool) -> None:
    done = build({"a.md": QUOTING.format(head="")}, VERIFY_ONLY=verify, QUOTATIONS=LIMITS)

    done.require_success()
    assert [problem.severity for problem in done.problems if problem.code == "quoted-share"] == [
        Severity.WARNING
    ]
    assert warnings(done) == [
        (
            "content/a.md",
            (
                "72% of the words are others’, and the site allows 50%; most are from Nino Example:"
                " quote less, or say more yourself"
            ),
        )
    ]


@pytest.mark.parametrize(
    ("head", "limits"),
    [
        pytest.param("", {}, id="no-limit"),
        pytest.param("", {"most_quoted": 0.8}, id="below"),
        pytest.param("Source: The Bell\nRepublication: excerpt\n", LIMITS, id="republished"),
    ],
)
def test_what_a_site_allows_is_no_warning(
    build: BuildSite, head: str, limits: dict[str, float]
) -> None:
    done = build({"a.md": QUOTING.format(head=head)}, VERIFY_ONLY=True, QUOTATIONS=limits)

    assert warnings(done.require_success()) == []


def test_a_draft_and_a_translation_are_measured_as_well(build: BuildSite) -> None:
    done = build(
        {
            "a.md": QUOTING.format(head="Status: draft\n"),
            "b.md": QUOTING.format(head="Slug: b\n"),
            "b.ka.md": QUOTING.format(head="Slug: b\n"),
        },
        VERIFY_ONLY=True,
        QUOTATIONS=LIMITS,
    )

    assert [where for where, _ in warnings(done)] == [
        "content/a.md",
        "content/b.ka.md",
        "content/b.md",
    ]


def test_a_limit_that_is_none_is_an_error(build: BuildSite) -> None:
    done = build(
        {"a.md": QUOTING.format(head="")}, VERIFY_ONLY=True, QUOTATIONS={"most_quoted": 50}
    )

    assert done.exit_code == 1
    assert "QUOTATIONS: “most_quoted” is a share between 0 and 1, as 0.5, or None, unlike 50" in [
        problem.message for problem in done.problems if problem.code == "setting"
    ]


def test_readers_are_told_how_much_is_quoted(local_site: Build) -> None:
    sheet = local_site.page("the-tide-is-read-already/").select_one("#sources")
    republished = local_site.page("the-dough-and-the-stairs/").get_text()

    assert sheet
    assert "Others’ words: 48% of the text." in " ".join(sheet.get_text().split())
    assert "Others’ words" not in republished

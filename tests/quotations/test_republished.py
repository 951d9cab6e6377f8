"""Republished texts, compared with their sources paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown

from citations import Library
from problems import Problem, Severity
from quotations.document import Document, Setting
from quotations.markdown_ext import QuotationsExtension, document_of
from quotations.model import Compared, Republication, RepublicationKind
from quotations.republication import compared
from tests.quotations.support import library
from tests.support.building import Build, BuildSite, build_site, write_files

WORK = {
    "citations/weir.yaml": (
        "type: article-newspaper\ntitle: The weir\nlanguage: en\nissued: 2026\n"
        "accessed: 2026-03-12\n"
    ),
    "citations/weir.txt": (
        "The weir\n\n"
        "The water came up to the third step, and nobody in the street had been told of it.\n\n"
        "It went down again on Sunday, and left a boat on the roof of the school.\n\n"
        "“A weir is a promise”, the engineer said. He did not say whose promise it was.\n\n"
        "The street has moved its chairs to the second floor.\n"
    ),
    "citations/lost.yaml": "type: article-newspaper\ntitle: Lost\nlanguage: en\n",
}
HEAD = "Title: The weir\nDate: 2026-03-14\nCategory: Rivers\nLang: en\n"
STEP = "The water came up to the third step, and nobody in the *street* had been told of it."
BOAT = "It went down again on Sunday, and left a [boat](https://boat.example/) on the roof of the"
WEIR = "“A weir is a promise”, the engineer said. He did not say whose promise it was."
CHAIRS = "==The street has moved its chairs to the second floor.=={.pull}"
WHOLE = (STEP, f"{BOAT}\nschool.", WEIR, CHAIRS)
# The line of the first paragraph.
FIRST = 9


def article(*paragraphs: str, slug: str, kind: str = "verbatim", source: str = "@weir") -> str:
    text = "\n\n".join(paragraphs)
    return f"{HEAD}Slug: {slug}\nSource: {source}\nRepublication: {kind}\n\n{text}\n"


ARTICLES = {
    "whole": article(*WHOLE, slug="whole"),
    "quoting": article(
        *WHOLE[:2],
        "> “A weir is a promise”, the engineer said.\n>\n> — the engineer, [@weir]",
        "He did not say whose promise it was.",
        CHAIRS,
        slug="quoting",
    ),
    "changed": article(STEP, f"{BOAT} church.", WEIR, CHAIRS, slug="changed"),
    "added": article(*WHOLE, "We have asked the ministry for its own account.", slug="added"),
    "noted": article("[Our reader sent us this.]", *WHOLE, slug="noted"),
    "shortened": article(STEP, WEIR, CHAIRS, slug="shortened"),
    "marked": article(STEP, "[…]", WEIR, CHAIRS, slug="marked"),
    "excerpt": article(STEP, CHAIRS, slug="excerpt", kind="excerpt"),
    "turned": article(WEIR, STEP, slug="turned", kind="excerpt"),
    "translation": article("Something else.", slug="translation", kind="translation"),
    "lost": article(*WHOLE, slug="lost", source="@lost"),
    "named": article(*WHOLE, slug="named", source="The Bell"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a site that holds all the articles."""
    folder = tmp_path_factory.mktemp("republished")
    articles = {f"articles/{name}.md": text for name, text in ARTICLES.items()}
    content = write_files(folder / "content", WORK | articles)
    return build_site(content, folder / "output").require_success()


@pytest.fixture(scope="module")
def told(site: Build) -> Callable[[str], list[Problem]]:
    """Return what was told of an article, in the order of its lines."""

    def told(name: str) -> list[Problem]:
        path = Path(f"content/articles/{name}.md")
        return [each for each in site.problems if each.location and each.location.path == path]

    return told


def box(site: Build, name: str) -> str:
    (found,) = site.page(f"{name}/").select("p.republication")
    return " ".join(found.get_text(" ", strip=True).split())


@pytest.mark.parametrize("name", ["whole", "quoting", "noted", "marked", "excerpt", "translation"])
def test_what_is_the_sources_own_is_passed(told: Callable[[str], list[Problem]], name: str) -> None:
    assert told(name) == []


@pytest.mark.parametrize(
    ("name", "line", "code", "message"),
    [
        pytest.param(
            "changed",
            FIRST + 2,
            "republication-differs",
            "differs from citations/weir.txt:5: “church” is “school” there",
            id="a-word-changed",
        ),
        pytest.param(
            "added",
            FIRST + 9,
            "republication-adds",
            "nothing like “We have asked the ministry for its own account.”",
            id="a-paragraph-added",
        ),
        pytest.param(
            "shortened",
            FIRST + 2,
            "republication-incomplete",
            "16 words of citations/weir.txt left out without a mark, first in line 5:"
            " “It went down again",
            id="a-paragraph-left-out",
        ),
        pytest.param(
            "turned",
            FIRST + 2,
            "republication-order",
            "stands further up in citations/weir.txt than the one before it",
            id="another-order",
        ),
        pytest.param("lost", 6, "unchecked", "citations/lost.txt", id="no-snapshot"),
        pytest.param("named", 6, "unchecked", "record the work", id="no-work"),
    ],
)
def test_what_is_not_is_told_with_its_line(
    told: Callable[[str], list[Problem]], name: str, line: int, code: str, message: str
) -> None:
    (problem,) = told(name)

    assert problem.location
    assert (problem.location.line, problem.code) == (line, code)
    assert problem.severity is Severity.WARNING
    assert message in problem.message


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param(
            "whole",
            "Republished in full. Compared with the source, word for word."
            " The source was read on 12 March 2026.",
            id="whole",
        ),
        pytest.param(
            "changed",
            "Republished in full. Compared with the source: 1 paragraph differs."
            " The source was read on 12 March 2026.",
            id="changed",
        ),
        pytest.param(
            "shortened",
            "Republished, shortened. Compared with the source, word for word.",
            id="shortened",
        ),
        pytest.param("excerpt", "An excerpt. Compared with the source, word for word.", id="part"),
        pytest.param("translation", "Translated from English. The text is theirs", id="translated"),
        pytest.param(
            "lost", "Republished in full. Not compared with the source. The text is", id="unchecked"
        ),
    ],
)
def test_readers_are_told_what_comparing_found(site: Build, name: str, said: str) -> None:
    assert said in box(site, name)


def test_where_the_site_is_strict_a_text_that_differs_is_an_error(build: BuildSite) -> None:
    done = build(
        WORK | {"articles/changed.md": ARTICLES["changed"]},
        QUOTATIONS={"strict": True},
        VERIFY_ONLY=True,
    )

    assert [(each.code, each.severity) for each in done.problems] == [
        ("republication-differs", Severity.ERROR)
    ]
    assert done.exit_code != 0


def compare(
    folder: Path, text: str, *, kind: RepublicationKind
) -> tuple[Compared | None, Document]:
    """Return what comparing *text* with the weir finds, without a site around it."""
    record = library(folder, WORK)
    setting = Setting(library=record, republished=True)
    md = Markdown(extensions=["extra", QuotationsExtension(setting)])
    md.convert(text)
    taken = Republication(kind=kind, citation=record.citations["weir"])
    document = document_of(md)
    return compared(taken, document, language="en", line=1).compared, document


@pytest.mark.parametrize(
    ("paragraph", "code"),
    [
        (STEP.replace("water", "wa\u202eter"), "bidi-override"),
        (STEP.replace("water", "[water"), "unbalanced-brackets"),
    ],
)
def test_a_paragraph_that_cannot_be_compared_is_told_and_the_others_are(
    tmp_path: Path, paragraph: str, code: str
) -> None:
    text = "\n\n".join((paragraph, *WHOLE[1:]))
    found, document = compare(tmp_path, text, kind=RepublicationKind.VERBATIM)

    assert found == Compared(paragraphs=4, differing=1)
    told = [(each.code, each.location) for each in document.problems]
    assert told == [(code, document.location(1))]


def test_lists_headings_and_footnotes_are_read_as_a_reader_reads_them(tmp_path: Path) -> None:
    text = (
        f"# The weir\n\n- {STEP}\n- {BOAT}\n  school.[^1]\n\n## Elsewhere altogether\n\n"
        f"> {WEIR}\n\n{CHAIRS}\n\n[^1]: A word of our own.\n"
    )

    found, document = compare(tmp_path, text, kind=RepublicationKind.VERBATIM)

    assert found == Compared(paragraphs=6, differing=1)
    assert [(each.code, each.location) for each in document.problems] == [
        ("republication-adds", document.location(7))
    ]


def test_one_paragraph_out_of_order_is_one_difference(tmp_path: Path) -> None:
    text = "\n\n".join((CHAIRS, *WHOLE[:3]))

    found, document = compare(tmp_path, text, kind=RepublicationKind.VERBATIM)

    assert found == Compared(paragraphs=4, differing=1)
    assert [each.code for each in document.problems] == ["republication-order"]


def test_a_cut_beside_a_negation_is_told_of_a_republished_text_as_of_a_quotation(
    tmp_path: Path,
) -> None:
    text = "He did not say whose […] it was."

    found, document = compare(tmp_path, text, kind=RepublicationKind.EXCERPT)

    assert found == Compared(paragraphs=1)
    assert document.problems == []

    cut = "say whose promise it was."
    _, document = compare(tmp_path, cut, kind=RepublicationKind.EXCERPT)
    assert [each.code for each in document.problems] == ["negation-before"]


def test_a_snapshot_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    library(tmp_path, WORK).citations["weir"].snapshot.write_bytes(b"\xff")
    record = Library.load(tmp_path / "content")
    document = Document(setting=Setting(library=record))
    taken = Republication(kind=RepublicationKind.EXCERPT, citation=record.citations["weir"])

    assert compared(taken, document, language="en", line=1) == taken
    assert [each.code for each in document.problems] == ["snapshot"]


def test_without_a_work_there_is_nothing_to_compare_with() -> None:
    document = Document(setting=Setting())
    taken = Republication(kind=RepublicationKind.EXCERPT, outlet="The Bell")

    assert compared(taken, document, language="en", line=4) == taken
    assert [(each.code, each.location) for each in document.problems] == [
        ("unchecked", document.location(4))
    ]


def test_a_word_that_differs_is_named(tmp_path: Path) -> None:
    text = "\n\n".join((STEP.replace("third", "fourth"), *WHOLE[1:]))

    found, document = compare(tmp_path, text, kind=RepublicationKind.VERBATIM)

    assert found == Compared(paragraphs=4, differing=1)
    assert ["“fourth” is “third” there" in each.message for each in document.problems] == [True]


def test_a_translation_is_not_compared(tmp_path: Path) -> None:
    found, document = compare(tmp_path, "Anything.", kind=RepublicationKind.TRANSLATION)

    assert (found, document.problems) == (None, [])


def test_where_nothing_is_taken_all_of_it_is_left_out(tmp_path: Path) -> None:
    found, document = compare(tmp_path, "[No more.]", kind=RepublicationKind.VERBATIM)

    assert found == Compared(paragraphs=0, left_out=62)
    assert [each.code for each in document.problems] == ["republication-incomplete"]

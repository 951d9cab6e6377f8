"""Everything that is wrong with a site is told, each with its file and line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from problems import Problem, Severity
from tests.strict_build.support import article, state
from tests.support.building import Build, build_site, write_files

HEAD = "Title: {title}\nDate: 2026-03-14 09:00\nCategory: Rivers\n\n"
SNAPSHOT = """\
Who was there

The river does not read treaties, said the hydrologist, and it never will.
"""
CITATION = "type: article-newspaper\ntitle: Water without borders\nlanguage: en\n"
BIG = 5_000_000


def quoting(*lines: str) -> str:
    """Return an article whose text begins in line 5 with *lines*."""
    return HEAD.format(title="Quoting") + "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bad:
    """A file with one thing wrong: its text, and what must be said of it."""

    text: str
    code: str
    line: int | None
    words: str
    severity: Severity = Severity.ERROR


BAD = {
    "articles/lazy-line.md": Bad(
        text=quoting(
            "> The river does not read treaties.", ">", "> — Nino, [@water]", "And then it fell."
        ),
        code="lazy-line",
        line=5,
        words="“And then it fell.” follows the attribution without “>”",
    ),
    "articles/dialogue.md": Bad(
        text=quoting("> — Where are you going?", ">", "> — To the river."),
        code="no-attribution",
        line=5,
        words="reads as dialogue",
        severity=Severity.WARNING,
    ),
    "articles/unknown-key.md": Bad(
        text=quoting("> It rises.", ">", "> — Nino Example, [@watr]"),
        code="unknown-citation",
        line=5,
        words="no citation “watr” in citations/; did you mean water?",
    ),
    "articles/says-nothing.md": Bad(
        text=quoting("> It rises.", ">", "> — 2026-03-14"),
        code="empty-attribution",
        line=5,
        words="name an author, a work or a URL",
    ),
    "articles/pull-quote.md": Bad(
        text=quoting("It rises.", "", "> It falls.", "{: .pull }"),
        code="pull-quote",
        line=7,
        words="the pull-quote is not in the article",
    ),
    "articles/two-translators.md": Bad(
        text=quoting("> It rises.", ">", "> — Nino Example, [@water], tr. Ana, tr. Eka"),
        code="translator",
        line=5,
        words="two translators",
    ),
    "articles/no-language.md": Bad(
        text=quoting("> It rises.", ">", "> > The river", ">", "> — Nino Example, [@water]"),
        code="no-language",
        line=5,
        words="{: lang=ka }",
    ),
    "articles/climbing-key.md": Bad(
        text=quoting("> It rises.", ">", "> — Nino Example, [@../../etc/passwd]"),
        code="bad-key",
        line=5,
        words="“../../etc/passwd” is no citation key",
    ),
    "articles/unsafe-link.md": Bad(
        text=quoting("> It rises.", ">", "> — Nino Example, [Water](javascript:alert(1))"),
        code="unsafe-link",
        line=5,
        words="javascript:alert(1)",
    ),
    "articles/stray-key.md": Bad(
        text=quoting("It rises.", "", "It falls [@water]."),
        code="stray-key",
        line=7,
        words="stands alone",
    ),
    "articles/drifted.md": Bad(
        text=quoting("> The river does not write treaties.", ">", "> — Nino Example, [@water]"),
        code="drifted",
        line=5,
        words="differs from citations/water.txt:3: “write” is “read” there",
    ),
    "articles/absent.md": Bad(
        text=quoting("> Storks arrive before the spring does.", ">", "> — Nino, [@water]"),
        code="absent",
        line=5,
        words="nothing like it is in citations/water.txt",
    ),
    "articles/unchecked.md": Bad(
        text=quoting("> Storks arrive.", ">", "> — Nino, [@no-snapshot]"),
        code="unchecked",
        line=5,
        words="keep its text in citations/no-snapshot.txt",
        severity=Severity.WARNING,
    ),
    "articles/broken-link.md": Bad(
        text=quoting("See [there]({filename}/articles/nowhere.md)."),
        code="broken-link",
        line=5,
        words="/articles/nowhere.md",
    ),
    "articles/same-broken-link.md": Bad(
        text=quoting("It rises.", "", "See [there]({filename}/articles/nowhere.md)."),
        code="broken-link",
        line=7,
        words="/articles/nowhere.md",
    ),
    "articles/broken-image.md": Bad(
        text=quoting("![A heron]({static}/images/heron.jpg)"),
        code="broken-link",
        line=5,
        words="/images/heron.jpg",
    ),
    "articles/unknown-kind-of-link.md": Bad(
        text=quoting("See [there]({page}about.md)."),
        code="broken-link",
        line=5,
        words="{page}about.md",
    ),
    "articles/empty.md": Bad(text="", code="empty", line=None, words="the file is empty"),
    "articles/only-metadata.md": Bad(
        text=HEAD.format(title="Only metadata"),
        code="no-text",
        line=1,
        words="there is only metadata here",
    ),
    "articles/too-long.md": Bad(
        text=article(text="It flows. " * (BIG // 10)),
        code="too-long",
        line=None,
        words="5.0 MB of text is more than an article may have",
    ),
    "articles/bad-date.md": Bad(
        text="Title: A bad date\nDate: 2026-13-45\nCategory: Rivers\n\nIt flows.\n",
        code="bad-date",
        line=2,
        words="“Date: 2026-13-45” is no date",
    ),
    "articles/no-title.md": Bad(
        text="Date: 2026-03-14 09:00\nCategory: Rivers\n\nIt flows.\n",
        code="missing-field",
        line=1,
        words="there is no “Title:”",
    ),
    "articles/no-date.md": Bad(
        text="Title: No date\nCategory: Rivers\n\nIt flows.\n",
        code="missing-field",
        line=1,
        words="there is no “Date:”",
    ),
    "articles/unknown-field.md": Bad(
        text="Title: A field\nDate: 2026-03-14 09:00\nSumary: It flows.\n\nIt flows.\n",
        code="unknown-field",
        line=3,
        words="unknown field “sumary”; did you mean summary?",
    ),
    "articles/unknown-language.md": Bad(
        text="Title: A language\nDate: 2026-03-14 09:00\nLang: xx\n\nIt flows.\n",
        code="unknown-language",
        line=3,
        words="unknown language “xx”",
    ),
    "articles/unknown-author.md": Bad(
        text="Title: Whose?\nDate: 2026-03-14 09:00\nAuthor: Ana Exmple\n\nIt flows.\n",
        code="unknown-author",
        line=3,
        words="no author “Ana Exmple” in authors/; did you mean Ana Example?",
    ),
    "articles/wrong-status.md": Bad(
        text="Title: Status\nDate: 2026-03-14 09:00\nStatus: publishd\n\nIt flows.\n",
        code="status",
        line=3,
        words="did you mean published?",
    ),
    "articles/slug-taken.md": Bad(
        text="Title: Twice\nDate: 2026-03-14 09:00\nSlug: dialogue\nComments_id: /twice/\n\nIt flows.\n",
        code="duplicate-slug",
        line=3,
        words="the slug “dialogue” is taken by articles/dialogue.md",
    ),
    "articles/near-miss.md": Bad(
        text="Title: Tags\nDate: 2026-03-14 09:00\nTags: brigdes\n\nIt flows.\n",
        code="near-miss",
        line=3,
        words="“brigdes” is one slip away from “bridges”",
        severity=Severity.WARNING,
    ),
    "articles/field-twice.md": Bad(
        text="Title: Twice\nDate: 2026-03-14 09:00\nDate: 2026-03-15 09:00\n\nIt flows.\n",
        code="duplicate-field",
        line=3,
        words="“Date:” is given twice",
    ),
    "articles/half-republished.md": Bad(
        text="Title: Half\nDate: 2026-03-14 09:00\nSource: @water\n\nIt flows.\n",
        code="republication",
        line=3,
        words="add “Republication: verbatim”",
    ),
    "articles/wrong-correction.md": Bad(
        text="Title: Mended\nDate: 2026-03-14 09:00\nCorrection: a number\n\nIt flows.\n",
        code="correction",
        line=3,
        words="does not begin with a date",
    ),
    "pages/slug-taken.md": Bad(
        text="Title: Twice\nSlug: lazy-line\n\nWe flow.\n",
        code="duplicate-slug",
        line=2,
        words="the slug “lazy-line” is taken by articles/lazy-line.md",
    ),
    "pages/page-field.md": Bad(
        text="Title: About\nAuthr: Ana Example\n\nWe flow.\n",
        code="unknown-field",
        line=2,
        words="did you mean author?",
    ),
    "citations/malformed.yaml": Bad(
        text="type: article-newspaper\ntitle: [unfinished\n",
        code="citation",
        line=3,
        words="this is no YAML",
    ),
    "citations/wrong-field.yaml": Bad(
        text="type: article-newspaper\ntitel: Water\n",
        code="unknown-field",
        line=2,
        words="did you mean title?",
    ),
    "sources/nameless.md": Bad(
        text="Slug: nameless\n\nAn outlet.\n",
        code="source",
        line=1,
        words="name the outlet",
    ),
    "authors/nameless.md": Bad(
        text="Slug: nameless\n\nSomebody.\n",
        code="missing-field",
        line=1,
        words="name the author",
    ),
}
GOOD = {
    "citations/water.yaml": CITATION,
    "citations/water.txt": SNAPSHOT,
    "citations/no-snapshot.yaml": CITATION,
    "citations/latin.yaml": CITATION,
    "authors/ana-example.md": "Title: Ana Example\n\nShe writes.\n",
    "articles/bridges.md": "Title: A\nDate: 2026-03-14 09:00\nTags: bridges\n\nIt flows.\n",
    "articles/more-bridges.md": "Title: B\nDate: 2026-03-14 09:00\nTags: bridges\n\nIt flows.\n",
    "articles/quotes-latin.md": quoting("> It rises.", ">", "> — Nino Example, [@latin]"),
    "articles/unfinished.md": (
        "Title: Unfinished\nDate: 2026-03-14 09:00\nStatus: draft\n\n"
        "> The river does not write treaties.\n>\n> — Nino Example, [@water]\n"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A failed build over a good one: what it said, and the output before and after."""

    build: Build
    before: dict[str, tuple[bytes, int]]

    def problems(self, name: str) -> list[Problem]:
        """Return what was said of the file *name*."""
        path = Path("content", name)
        return [p for p in self.build.problems if p.location and p.location.path == path]


@pytest.fixture(scope="module")
def failure(tmp_path_factory: pytest.TempPathFactory) -> Failure:
    """Return what became of a site when all of BAD was added to it."""
    folder = tmp_path_factory.mktemp("bad")
    content = write_files(folder / "content", {"articles/first.md": article()})
    settings = {"CACHE_PATH": str(folder / "cache")}
    build_site(content, folder / "output", settings=settings).require_success()
    before = state(folder / "output")
    write_files(content, GOOD | {name: bad.text for name, bad in BAD.items()})
    (content / "citations" / "latin.txt").write_bytes("First line\nÇa va, été\n".encode("latin-1"))
    (content / "articles" / "latin.md").write_bytes(article(text="Été").encode("latin-1"))
    return Failure(build=build_site(content, folder / "output", settings=settings), before=before)


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_told_with_its_place(failure: Failure, name: str) -> None:
    bad = BAD[name]

    said = [problem for problem in failure.problems(name) if problem.code == bad.code]

    assert len(said) == 1, failure.problems(name)
    assert said[0].location
    assert said[0].location.line == bad.line
    assert bad.words in said[0].message
    assert said[0].severity is bad.severity


@pytest.mark.parametrize(
    ("name", "code", "line"),
    [
        pytest.param("citations/latin.txt", "snapshot", 2, id="snapshot"),
        pytest.param("articles/latin.md", "encoding", 5, id="article"),
    ],
)
def test_a_file_that_is_not_utf8_is_told_once(
    failure: Failure, name: str, code: str, line: int
) -> None:
    said = failure.problems(name)

    assert [problem.code for problem in said] == [code]
    assert said[0].location
    assert said[0].location.line == line
    assert "UTF-8" in said[0].message


def test_nothing_is_said_of_files_that_are_right(failure: Failure) -> None:
    known = {*BAD, "citations/latin.txt", "articles/latin.md", "articles/unfinished.md"}
    told = {
        str(p.location.path.relative_to("content")) for p in failure.build.problems if p.location
    }

    assert told - known == set()
    assert all(problem.location for problem in failure.build.problems)


def test_of_each_file_only_what_is_wrong_is_told(failure: Failure) -> None:
    more = {
        name: [problem.code for problem in failure.problems(name) if problem.code != bad.code]
        for name, bad in BAD.items()
    }

    assert {name: codes for name, codes in more.items() if codes} == {}


def test_the_errors_of_a_draft_are_warnings(failure: Failure) -> None:
    said = failure.problems("articles/unfinished.md")

    assert [(problem.code, problem.severity) for problem in said] == [("drifted", "warning")]


def test_the_last_good_output_stays_as_it_was(failure: Failure) -> None:
    assert failure.build.exit_code == 1
    assert failure.before
    assert state(failure.build.output) == failure.before


def test_nothing_is_left_beside_the_output(failure: Failure) -> None:
    left = {path.name for path in failure.build.output.parent.iterdir()}

    assert left == {"content", "output", "cache"}


def test_the_failure_is_counted_for_people(failure: Failure) -> None:
    problems = failure.build.problems
    errors = sum(problem.severity is Severity.ERROR for problem in problems)

    assert f"Failed: {errors} errors, {len(problems) - errors} warnings" in failure.build.log
    assert "the output is as it was" in failure.build.log
    assert "Traceback" not in failure.build.log

"""A site with everything wrong that can be, one thing a file, and what must be said of it."""

from __future__ import annotations

from dataclasses import dataclass

from problems import Severity
from tests.strict_build.support import article

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
        code="image-missing",
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
        text=(
            "Title: Twice\nDate: 2026-03-14 09:00\nSlug: dialogue\nComments_id: /twice/\n\n"
            "It flows.\n"
        ),
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
    "articles/field-twice-and-in-the-text.md": Bad(
        text="Title: Twice\nDate: 2026-03-14 09:00\nDate: 2026-03-15 09:00\n\nDate: 5\n",
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

"""What authors write, and the HTML that it becomes."""

from __future__ import annotations

from textwrap import dedent

import pytest
from markdown import Markdown

from citations import Library
from quotations.document import Setting
from quotations.markdown_ext import QuotationsExtension, document_of, makeExtension
from tests.quotations.support import convert
from tests.support.rendering import same_html


def test_a_quotation_is_a_figure_with_its_check_and_its_caption(record: Library) -> None:
    page = convert(
        "> The river keeps its own time […] it will tomorrow\n"
        ">\n"
        "> — Nino Example, hydrologist, [@water]\n",
        record=record,
    )

    assert page.problems == []
    assert same_html(page.html) == same_html(
        """
        <figure class="quotation h-cite" data-result="edited" id="q1">
        <blockquote cite="https://courier.example/water" class="p-content" id="q-d78b7ffd"
        lang="en">
        <p>The river keeps its own time <span class="omission">[…]</span>
        it will tomorrow</p>
        </blockquote>
        <details class="check"><summary><span class="mark" data-result="edited"></span>
        Checked; 5 words left out</summary>
        <dl class="check-record facts" data-shape="table">
        <dt>Found</dt><dd>all 9 words, in this order</dd>
        <dt>In the source</dt><dd><p class="collation">The river keeps its own time
        <mark>as it always has and</mark> it will tomorrow</p></dd>
        <dt>Compared with</dt><dd>“Water without borders”, as it was read on
        <time datetime="2026-03-16">16 March 2026</time></dd>
        </dl></details>
        <figcaption>— <span class="p-author h-card"><span class="p-name">Nino Example</span>,
        <span class="p-job-title">hydrologist</span></span>,
        <cite class="p-name"><a class="u-url"
        href="https://courier.example/water#:~:text=The%20river%20keeps%20its%20own%20time"
        >Water without borders</a></cite>,
        <span class="p-publication">Kura Courier</span>,
        <time class="dt-published" datetime="2026-03-14">14 March 2026</time></figcaption>
        </figure>
        """
    )


def test_a_quotation_of_a_link_needs_no_record() -> None:
    page = convert(
        "> The river keeps its own time.\n>\n"
        "> — Nino Example, [“Water”](https://courier.example/water), Kura Courier, 2026-03-14\n"
    )

    assert page.codes == []
    assert page.text("figcaption") == "— Nino Example, Water, Kura Courier, 14 March 2026"
    assert page.one("blockquote")["cite"] == "https://courier.example/water"


def test_a_translated_quotation_shows_its_original(record: Library) -> None:
    page = convert(
        dedent(
            """
            > La rivière a son temps.
            >
            > > The river keeps its own time […] tomorrow.
            > >
            > > The gauge is *read* at eight.
            > {: lang=en }
            >
            > — Nino Example, [@bell], tr. Ana Example
            """
        ),
        record=record,
        language="fr",
    )

    assert page.problems == []
    assert page.quotations[0].original is not None
    assert page.quotations[0].original.paragraphs == (
        "The river keeps its own time […] tomorrow.",
        "The gauge is read at eight.",
    )
    assert same_html(str(page.one("details.original"))) == same_html(
        """
        <details class="original"><summary>Original (anglais)</summary>
        <blockquote cite="https://bell.example/" lang="en">
        <p>The river keeps its own time <span class="omission">[…]</span> tomorrow.</p>
        <p>The gauge is <em>read</em> at eight.</p></blockquote></details>
        """.replace("Original (anglais)", page.text("details.original summary"))
    )
    assert page.text("figcaption").endswith("Ana Example")


def test_an_original_that_runs_the_other_way_says_so() -> None:
    page = convert("> a\n>\n> > متن\n> > {: lang=fa }\n>\n> — Nino, 2026\n")

    quote = page.one("details.original blockquote")
    assert (quote["lang"], quote["dir"]) == ("fa", "rtl")


def test_an_empty_line_ends_a_quotation() -> None:
    page = convert("> a\n>\n> — A, [@bell]\n\n> b\n>\n> — B, [@bell]\n\n> c\n\n> d\n")

    assert [(each.text, each.attribution.person) for each in page.quotations] == [
        ("a", "A"),
        ("b", "B"),
    ]
    assert page.html.endswith("<blockquote>\n<p>c</p>\n<p>d</p>\n</blockquote>")


def test_an_attribution_never_reaches_back_over_an_empty_line() -> None:
    page = convert("> a\n\n> b\n>\n> — B, 2026\n")

    assert [each.text for each in page.quotations] == ["b"]
    assert page.html.startswith("<blockquote>\n<p>a</p>\n</blockquote>")


def test_an_attribution_behind_an_empty_line_stands_alone() -> None:
    page = convert("> a\n\n> — B, [@bell]\n")

    assert page.codes == ["empty-quotation", "unknown-citation"]
    assert page.lines == [3, 3]


def test_dialogue_is_left_as_it_is_and_warned_of() -> None:
    page = convert("Text\n\n> — Будешь?\n>\n> — Буду.\n")

    assert page.html == (
        "<p>Text</p>\n<blockquote>\n<p>— Будешь?</p>\n<p>— Буду.</p>\n</blockquote>"
    )
    assert page.codes == ["no-attribution"]
    assert page.errors == []
    assert page.lines == [3]


def test_a_lazy_line_is_an_error() -> None:
    page = convert("> a\n>\n> — Nino, 2026\nlazy\n")

    assert page.errors == ["lazy-line"]
    assert "lazy" not in page.text("figcaption")


def test_an_attribution_that_cannot_be_read_is_shown_as_it_is_written() -> None:
    page = convert("> a\n>\n> — Nino [@water]\n")

    assert page.codes == ["attribution-part"]
    assert page.text("figcaption") == "— Nino [@water]"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("<script>alert(1)</script>", "<script>alert(1)</script>", id="script"),
        pytest.param("*Nino*", "*Nino*", id="emphasis"),
        pytest.param("Nino {: onclick=x }", "Nino {: onclick=x }", id="attributes"),
        pytest.param("Nino & Ana", "Nino & Ana", id="ampersand"),
        pytest.param("&lt;b&gt;", "<b>", id="entity"),
        pytest.param("`Nino`", "`Nino`", id="code"),
    ],
)
def test_a_name_is_text(name: str, shown: str) -> None:
    page = convert(f"> a\n>\n> — {name}, 2026\n")

    person = page.one("figcaption .p-author > .p-name")
    assert person.get_text() == shown
    assert person.find() is None


def test_the_address_of_a_link_cannot_leave_its_attribute() -> None:
    page = convert('> a\n>\n> — [T](https://a.example/"onclick=x)\n')

    assert page.one("blockquote").attrs.keys() == {"cite", "class", "id", "lang"}
    assert page.one("cite a").attrs.keys() == {"class", "href"}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//a.example/"])
def test_a_link_that_is_no_web_page_is_never_written(url: str) -> None:
    page = convert(f"> a\n>\n> — [T]({url})\n")

    assert page.errors == ["unsafe-link"]
    assert page.all("a, [cite]") == []


def test_ids_are_in_the_order_of_the_text_and_works_in_that_of_their_first_quotation(
    record: Library,
) -> None:
    page = convert(
        "“time” [@water] and\n\n> a\n>\n> — [@bell]\n\n- “gauge” [@water][^1]\n\n"
        "> > b\n> >\n> > — [T](https://a.example/)\n\n> c\n>\n> — [T](https://a.example/)\n\n"
        "[^1]: “bridge” [@water]\n",
        record=record,
    )

    assert page.codes == []
    assert [(each.id, each.text, each.line) for each in page.quotations] == [
        ("q1", "time", 1),
        ("q2", "a", 3),
        ("q3", "gauge", 7),
        ("q4", "b", 9),
        ("q5", "c", 13),
        ("q6", "bridge", 17),
    ]
    assert [
        (work.id, [quotation.id for quotation in work.quotations]) for work in page.document.works
    ] == [("s1", ["q1", "q3", "q6"]), ("s2", ["q2"]), ("s3", ["q4", "q5"])]
    assert [tag["id"] for tag in page.all("figure, .quoted")] == [
        each.id for each in page.quotations
    ]
    assert [tag["href"] for tag in page.all("cite.citation a")] == ["#s1", "#s1", "#s1"]


def test_a_word_on_what_to_do_is_added_where_the_work_is_in_another_language(
    record: Library,
) -> None:
    page = convert("> Nichts davon.\n>\n> — [@water]\n", record=record, language="de")

    assert page.codes == ["absent"]
    assert "the work is in en: give its own words in a nested block" in str(page.problems[0])


def test_an_outlet_that_has_a_page_is_linked(record: Library) -> None:
    setting = Setting(library=record, source_href=lambda source, _: f"/sources/{source.slug}/")
    md = Markdown(extensions=[QuotationsExtension(setting)])

    html = md.convert("> a\n>\n> — [@water]\n")

    assert '<a class="p-publication" href="/sources/courier/">Kura Courier</a>' in html


def test_a_conversion_leaves_nothing_behind_for_the_next(record: Library) -> None:
    md = Markdown(extensions=["extra", QuotationsExtension(Setting(library=record))])
    text = "“its own time” [@water] x\n\n> a\n>\n> — Nino, [@bell]\n\n==b=={.pull} [@stray]\n"

    first = md.convert(text), document_of(md)
    md.convert("plain")
    plain = document_of(md)
    md.reset()
    second = md.convert(text), document_of(md)

    assert (plain.quotations, plain.problems, plain.works) == ((), [], ())
    assert second[0] == first[0]
    assert second[1].quotations == first[1].quotations
    assert second[1].problems == first[1].problems
    assert first[1] is not second[1]


def test_an_empty_text_has_an_empty_record() -> None:
    assert convert("").quotations == ()


def test_the_extension_is_known_by_its_module() -> None:
    assert isinstance(makeExtension(), QuotationsExtension)
    assert 'class="quoted"' in Markdown(extensions=["quotations.markdown_ext"]).convert("“a” [@k]")

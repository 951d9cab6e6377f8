"""The text of a page: all that can be quoted from it, and nothing around it."""

from __future__ import annotations

import pytest

from capture.tree import parsed, prepared
from tests.capture.support import PARAGRAPHS, page, read
from verification import Result, Snapshot, verify

FILLER = "A paragraph that is long enough for everybody to see that it is a part of the article."


def paragraphs(html: str) -> list[str]:
    return read(html).text.split("\n\n")


def test_an_article_is_its_title_and_its_paragraphs_and_nothing_else() -> None:
    assert paragraphs(page()) == ["Water without borders", *PARAGRAPHS]


@pytest.mark.parametrize(
    ("html", "quoted"),
    [
        pytest.param("<p>Short.</p>", "Short.", id="short"),
        pytest.param(
            "<p>It <em>never</em> <a href='/a'>reads</a>.</p>", "It never reads.", id="inline"
        ),
        pytest.param(
            "<p>On <time datetime='2026-03-01'>1 March</time> it rose.</p>",
            "On 1 March it rose.",
            id="time",
        ),
        pytest.param("<p>She said <q>no</q>.</p>", "She said “no”.", id="q"),
        pytest.param("<p>It <x-term>rose</x-term> a metre.</p>", "It rose a metre.", id="custom"),
        pytest.param("It <x-term>rose</x-term> a metre.", "It rose a metre.", id="custom-bare"),
        pytest.param("<p>Ten is 10<sup>2</sup> by half.</p>", "Ten is 10² by half.", id="raised"),
        pytest.param(
            "<p>It rose.<sup><a href='#n1'>1</a></sup> It fell.</p>",
            "It rose. It fell.",
            id="footnote",
        ),
        pytest.param(
            "<p>It <del>fell</del> rose at night.</p>", "It rose at night.", id="struck-out"
        ),
        pytest.param("<p>It rose<br>at night.</p>", "It rose at night.", id="line-break"),
        pytest.param("<h2>The gauge</h2>", "The gauge", id="heading"),
        pytest.param("<blockquote><p>It rose.</p></blockquote>", "It rose.", id="block-quote"),
        pytest.param(
            "<figure><blockquote><p>It rose.</p></blockquote><figcaption>Ann</figcaption></figure>",
            "It rose.",
            id="figure",
        ),
        pytest.param(
            "<ul><li>One kettle</li><li>Two pairs of socks</li></ul>",
            "Two pairs of socks",
            id="list",
        ),
        pytest.param(
            "<table><tr><th>Year</th><td>It rose.</td></tr></table>", "It rose.", id="table"
        ),
        pytest.param(
            "<div>A bare division that an editor has left.</div>",
            "A bare division that an editor has left.",
            id="div",
        ),
        pytest.param(
            "<details><summary>More</summary><p>It rose.</p></details>", "It rose.", id="details"
        ),
        pytest.param(
            "<p>می‌خواهم بدانم که رودخانه نمی‌خواند.</p>",
            "می‌خواهم بدانم که رودخانه نمی‌خواند.",
            id="joiners",
        ),
        pytest.param(
            "<p>Far&shy;ther &amp; 1&nbsp;metre &lt;down&gt;.</p>",
            "Farther & 1 metre <down>.",
            id="entities",
        ),
    ],
)
def test_whatever_an_article_says_can_be_quoted(html: str, quoted: str) -> None:
    text = read(page(*PARAGRAPHS, FILLER).replace(f"<p>{FILLER}</p>", html)).text

    assert verify([quoted], Snapshot(text), language="en").result is Result.VERBATIM


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<span aria-hidden='true'>not</span>", id="aria-hidden"),
        pytest.param("<label>not</label>", id="label"),
        pytest.param("<output>not</output>", id="output"),
        pytest.param("<button>not</button>", id="button"),
        pytest.param("<legend>not</legend>", id="legend"),
    ],
)
def test_a_word_that_readers_see_in_a_sentence_is_kept(html: str) -> None:
    text = read(page(*PARAGRAPHS, f"We will {html} pay for it this year.")).text

    assert "We will not pay for it this year." in text


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<template>not</template>", id="template"),
        pytest.param("<s>not</s>", id="struck-out"),
        pytest.param("<span style='text-decoration: line-through red'>not</span>", id="style"),
        pytest.param("<span style='opacity:0'>not</span>", id="opacity"),
        pytest.param("<span style='color:red;font-size:0px'>not</span>", id="no-size"),
        pytest.param("<span style='position:absolute;left:-9999px'>not</span>", id="far-away"),
    ],
)
def test_a_word_that_readers_do_not_see_is_no_word(html: str) -> None:
    text = read(page(*PARAGRAPHS, f"We will {html} pay for it this year.")).text

    assert "We will pay for it this year." in text


@pytest.mark.parametrize(
    "name",
    "shareholder-letter naval-news message slide options paid-content commentary".split(),
)
@pytest.mark.parametrize("tag", ["p", "div"])
def test_a_paragraph_is_not_judged_by_its_class(tag: str, name: str) -> None:
    told = "It rose at night, and nobody on the bank was told of it."
    filled = page(*PARAGRAPHS, FILLER).replace(
        f"<p>{FILLER}</p>", f"<{tag} class='{name}'>{told}</{tag}>"
    )

    assert told in read(filled).text


@pytest.mark.parametrize(
    "name", ["social-democrats", "share-of-the-vote", "social-policy lead", "comments-on-war"]
)
@pytest.mark.parametrize("tag", ["p", "div"])
def test_a_class_that_says_what_a_paragraph_is_about_is_no_share_box(tag: str, name: str) -> None:
    told = f"<{tag} class='{name}'>It <a href='/a'>rose</a> at night, and nobody was told.</{tag}>"
    filled = page(*PARAGRAPHS, FILLER).replace(f"<p>{FILLER}</p>", told)

    assert "It rose at night, and nobody was told." in read(filled).text.split("\n\n")


@pytest.mark.parametrize("name", ["share-box", "td-share", "social-media-links", "js-subscribe"])
def test_a_share_box_is_no_paragraph(name: str) -> None:
    box = f"<div class='{name}'>Tell it: <a href='/a'>to friends</a></div>"
    filled = page(*PARAGRAPHS, FILLER).replace(f"<p>{FILLER}</p>", box)

    assert paragraphs(filled)[1:] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<center>{}</center>", id="center"),
        pytest.param("<section>{}</section>", id="section"),
        pytest.param("<section>{}<p>It fell.</p></section>", id="section-with-paragraphs"),
        pytest.param("<div>{}<ul><li>It fell.</li></ul></div>", id="div-with-a-list"),
        pytest.param("<div><p>It fell.</p>{}<p>It fell again.</p></div>", id="between-paragraphs"),
        pytest.param("<details><summary>More</summary>{}</details>", id="details"),
        pytest.param(
            "<figure><blockquote>It fell.</blockquote><figcaption>{}</figcaption></figure>",
            id="figcaption",
        ),
        pytest.param("<x-paragraph>{}</x-paragraph>", id="custom-element"),
    ],
)
def test_text_needs_no_paragraph_to_stand_in(html: str) -> None:
    told = "It rose <em>at night</em>, and nobody on the bank was told of it."
    filled = page(FILLER, *PARAGRAPHS).replace(f"<p>{FILLER}</p>", html.format(told))

    assert "It rose at night, and nobody on the bank was told of it." in paragraphs(filled)


@pytest.mark.parametrize("tag", ["body", "main", "section", "center"])
def test_text_that_only_breaks_part_is_kept_from_its_first_word(tag: str) -> None:
    html = f"<{tag}>{'<br><br>'.join(PARAGRAPHS)}</{tag}>"

    assert paragraphs(f"<html><body>{html}</body></html>") == list(PARAGRAPHS)


def test_a_character_that_no_page_may_hold_spoils_nothing_else() -> None:
    assert (
        "It rose [2J at night." in read(page(*PARAGRAPHS, "It rose &#27;[2J at &#x0;night.")).text
    )


def test_marking_refrains_does_not_make_a_page_much_longer() -> None:
    html = page(*PARAGRAPHS, *["And the river flows."] * 2_000)

    tree = parsed(html)
    assert tree is not None

    assert len(prepared(tree).text_content()) < 2 * len(html)
    assert read(html).text.count("And the river flows.") == 2_000


def test_paragraphs_stay_apart() -> None:
    found = paragraphs(page("It rose.<br>\n<br>It fell.", "— Why?<br>— Nobody knows."))

    assert found == ["Water without borders", "It rose.", "It fell.", "— Why?\n— Nobody knows."]


def test_a_refrain_stands_as_often_as_on_the_page() -> None:
    verses = [PARAGRAPHS[0], "And the river flows.", PARAGRAPHS[1], "And the river flows."]

    assert paragraphs(page(*verses, *verses))[1:] == [*verses, *verses]


@pytest.mark.parametrize("wrapper", ["<div>{}</div>", "<div class='mid'><div>{}</div></div>", "{}"])
def test_a_page_needs_no_tag_that_says_what_the_article_is(wrapper: str) -> None:
    text = "".join(f"<div>{each}</div>" for each in PARAGRAPHS)
    menu = "<div id='menu'><a href='/'>Home</a> <a href='/news'>News</a></div>"

    found = read(f"<html><body>{menu}{wrapper.format(text)}</body></html>").text

    assert found == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p><b>Read also:</b> <a href='/a'>The heron sleeps</a></p>", id="en"),
        pytest.param("<p>Читайте также: <a href='/a'>The heron sleeps</a></p>", id="ru"),
        pytest.param("<div>Həmçinin oxuyun: <a href='/a'>The heron sleeps</a></div>", id="az"),
        pytest.param("<p>Կարդացեք նաև՝ <a href='/a'>The heron sleeps</a></p>", id="hy"),
        pytest.param("<p>წაიკითხეთ ასევე: <a href='/a'>The heron sleeps</a></p>", id="ka"),
        pytest.param("<p>بیشتر بخوانید: <a href='/a'>The heron sleeps</a></p>", id="fa"),
        pytest.param("<p>Bunu da okuyun: <a href='/a'>The heron sleeps</a></p>", id="tr"),
        pytest.param(
            "<div class='related'><h4>Related</h4><a href='/a'>The heron sleeps</a></div>", id="box"
        ),
        pytest.param("<aside><p>The heron sleeps on the sensor.</p></aside>", id="aside"),
        pytest.param("<div class='share-box'>Tell it to your friends</div>", id="share"),
        pytest.param("<p hidden>The heron sleeps on the sensor.</p>", id="hidden"),
        pytest.param(
            "<p style='display: none'>The heron sleeps on the sensor.</p>", id="not-displayed"
        ),
        pytest.param(
            "<figure><img src='a.jpg'><figcaption>The heron sleeps</figcaption></figure>",
            id="picture",
        ),
    ],
)
def test_what_leads_elsewhere_or_is_not_seen_is_left_out(html: str) -> None:
    text = read(page(*PARAGRAPHS, FILLER).replace(f"<p>{FILLER}</p>", html)).text

    assert text.split("\n\n")[1:] == list(PARAGRAPHS)


def test_a_sentence_that_only_begins_like_a_link_elsewhere_stays() -> None:
    told = "Read also the small print, she told <a href='/me'>me</a>, and I did."

    assert (
        paragraphs(page(*PARAGRAPHS, told))[-1]
        == "Read also the small print, she told me, and I did."
    )


def test_an_article_that_a_script_will_show_is_read() -> None:
    html = page().replace("<main>", "<main style='visibility: hidden'>")

    assert read(html).text.endswith(PARAGRAPHS[-1])


def test_letters_that_no_file_should_hold_are_left_out() -> None:
    found = paragraphs(
        page("It\x00 ro\ufeffse\u2028at \x07night, and it fell again in the morning.")
    )

    assert found[1] == "It rose at night, and it fell again in the morning."


def test_a_page_without_end_tags_and_with_others_inside_is_still_read() -> None:
    html = "<title>Water</title><p>" + "<p>".join(PARAGRAPHS) + "</table></b><p>The last one."

    assert "The last one." in read(f"<html>{html}").text

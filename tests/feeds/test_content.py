"""What is left of an article for readers of its feed."""

from __future__ import annotations

import pytest

from feeds.content import content_of

URL = "https://kura.example/water/"


def content(markup: str, language: str = "en", direction: str = "ltr") -> str:
    """Return what becomes of *markup*, without the element around it."""
    whole = content_of(markup, url=URL, language=language, direction=direction)
    return whole.removeprefix('<div lang="en">').removesuffix("</div>")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param(
            '<p>It flows.</p>\n<aside class="pull-quote"><p>It flows.</p></aside>',
            "<p>It flows.</p>\n",
            id="pull-quote",
        ),
        pytest.param(
            '<p>So: <mark class="pull">it flows</mark>.</p>', "<p>So: it flows.</p>", id="pulled"
        ),
        pytest.param("<p><mark>new</mark></p>", "<p><mark>new</mark></p>", id="another-mark"),
        pytest.param(
            '<details class="check"><summary>Checked</summary></details><p>It flows.</p>',
            "<p>It flows.</p>",
            id="record-of-the-check",
        ),
        pytest.param(
            '<details class="original"><summary>Original</summary><p>წყალი</p></details>',
            '<details class="original"><summary>Original</summary><p>წყალი</p></details>',
            id="original",
        ),
        pytest.param(
            "<p>a<script>run()</script>b<style>p{}</style>c</p>",
            "<p>abc</p>",
            id="script-and-style",
        ),
        pytest.param(
            '<form action="/x"><p>Name <input name="n"></p><button>Go</button></form>',
            "<p>Name </p>",
            id="form",
        ),
        pytest.param("a<!-- note --><?php x ?>b", "ab", id="comment"),
        pytest.param(
            '<p onclick="run()" style="color: red" data-result="verbatim" class="c">x</p>',
            '<p class="c">x</p>',
            id="attributes",
        ),
        pytest.param(
            'a <iframe src="https://video.example/1" title="A film"></iframe> b',
            'a <a href="https://video.example/1">A film</a> b',
            id="frame",
        ),
        pytest.param("<p>a<iframe></iframe>b</p>", "<p>ab</p>", id="frame-of-nothing"),
    ],
)
def test_only_the_text_is_left(markup: str, expected: str) -> None:
    assert content(markup) == expected


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        pytest.param('href="#q-12345678"', f'href="{URL}#q-12345678"', id="place-in-the-article"),
        pytest.param('href="#fn:1"', f'href="{URL}#fn:1"', id="footnote"),
        pytest.param('href="/about/"', 'href="https://kura.example/about/"', id="page"),
        pytest.param('href="../air/"', 'href="https://kura.example/air/"', id="relative"),
        pytest.param('href="//cdn.example/x"', 'href="https://cdn.example/x"', id="no-scheme"),
        pytest.param('href="mailto:a@kura.example"', 'href="mailto:a@kura.example"', id="mail"),
        pytest.param(
            'href="https://courier.example/a?b=1&amp;c=2#:~:text=one%20two"',
            'href="https://courier.example/a?b=1&amp;c=2#:~:text=one%20two"',
            id="text-fragment",
        ),
        pytest.param('href="/a b"', 'href="https://kura.example/a%20b"', id="space"),
        pytest.param(
            'href="/წყალი"',
            'href="https://kura.example/%E1%83%AC%E1%83%A7%E1%83%90%E1%83%9A%E1%83%98"',
            id="letters",
        ),
        pytest.param('href=" java&#10;script:run()"', None, id="script"),
        pytest.param('href="data:text/html,x"', None, id="data"),
        pytest.param('cite="/a/"', 'cite="https://kura.example/a/"', id="cite"),
    ],
)
def test_links_lead_there_from_anywhere(attribute: str, expected: str | None) -> None:
    assert content(f"<a {attribute}>x</a>") == (f"<a {expected}>x</a>" if expected else "<a>x</a>")


def test_images_are_found_from_anywhere() -> None:
    image = '<img src="/a.png" srcset="/a.png 1x, /b,c.png 2x" alt="A bridge">'
    film = '<video src="/a.mp4" poster="/a.png"></video>'

    assert content(image + film) == (
        '<img src="https://kura.example/a.png" srcset="https://kura.example/a.png 1x,'
        ' https://kura.example/b,c.png 2x" alt="A bridge">'
        '<video src="https://kura.example/a.mp4" poster="https://kura.example/a.png"></video>'
    )


def test_an_image_may_stand_in_its_own_address() -> None:
    assert 'src="data:image/png;base64,AAAA"' in content(
        '<img src="data:image/png;base64,AAAA" alt="">'
    )


def test_a_text_names_its_language_and_its_direction() -> None:
    html = content("<p>آب</p>", "fa", "rtl")

    assert html == '<div lang="fa" dir="rtl"><p>آب</p>'


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("", id="nothing"),
        pytest.param("only text", id="text"),
        pytest.param("</div></body></html><p>after</p>", id="ends-too-early"),
        pytest.param("<div>" * 1000 + "deep" + "</div>" * 1000, id="deep"),
        pytest.param("a\x00b\x0bc\ufffe &#1; &#xB; &#xFFFE &#55555555; \ud800", id="no-characters"),
        pytest.param("<p>]]> &amp;amp; &lt;b&gt;</p>", id="marks-of-xml"),
        pytest.param("<a href='http://[water'>x</a>", id="no-host"),
        pytest.param("<svg:x foo:bar='1' 'x>y</svg:x>", id="names-that-are-none"),
    ],
)
def test_whatever_a_text_is_it_stays_a_text(markup: str) -> None:
    html = content_of(markup, url=URL, language="en")

    assert html.startswith('<div lang="en">')
    assert html.endswith("</div>")
    for words in ("only text", "after", "deep"):
        assert (words in markup) == (words in html)
    assert html.encode()

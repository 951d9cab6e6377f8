"""What readers see of an old comment, when Isso shows the Markdown it became."""

from __future__ import annotations

import logging

import pytest
from bs4 import BeautifulSoup
from isso import config
from isso.html import Markup

from comments.moving.markup import to_markdown, website


@pytest.fixture(scope="module")
def isso() -> Markup:
    logging.disable(logging.WARNING)
    markup = Markup(config.load(config.default_file()))
    logging.disable(logging.NOTSET)
    return markup


@pytest.mark.parametrize(
    ("old", "shown"),
    [
        pytest.param("One\nTwo\n\nThree", "<p>One<br>\nTwo</p>\n<p>Three</p>", id="lines"),
        pytest.param("*a* _b_ `c` ~d~ ^e^ [f](g)", "<p>*a* _b_ `c` ~d~ ^e^ [f](g)</p>", id="signs"),
        pytest.param("1. a\n# b\n- c\n+ d", "<p>1. a<br>\n# b<br>\n- c<br>\n+ d</p>", id="starts"),
        pytest.param("12.5 of 3-4", "<p>12.5 of 3-4</p>", id="numbers"),
        pytest.param("> a\n---\n===", "<p>&gt; a<br>\n---<br>\n===</p>", id="lines-of-signs"),
        pytest.param("snake_case_name", "<p>snake_case_name</p>", id="within-a-word"),
        pytest.param("a <b>b</b> <i>c</i>", "<p>a <strong>b</strong> <em>c</em></p>", id="marks"),
        pytest.param(
            "<blockquote>a\n\nb</blockquote>\nc",
            "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n<p>c</p>",
            id="quotation",
        ),
        pytest.param("z\n<ul>\n<li>a</li>\n</ul>", "<p>z</p>\n<ul>\n<li>a</li>\n</ul>", id="list"),
        pytest.param(
            "z<pre>a *b*\n  c</pre>", "<p>z</p>\n<pre><code>a *b*\n  c\n</code></pre>", id="code"
        ),
        pytest.param("a &lt;b&gt; &amp;amp; c", "<p>a &lt;b&gt; &amp;amp; c</p>", id="references"),
        pytest.param("🌊🏽 მდინარე ‮abc", "<p>🌊🏽 მდინარე ‮abc</p>", id="any-letter"),
        pytest.param("bell\x07 null\x00 half\ud83c", "<p>bell null half</p>", id="control"),
    ],
)
def test_a_comment_looks_as_it_did(old: str, shown: str, isso: Markup) -> None:
    assert isso.render(to_markdown(old, breaks=True)) == shown


@pytest.mark.parametrize(
    ("old", "shown"),
    [
        pytest.param(
            "see https://a.example/x_y?a=1, and",
            '<p>see <a href="https://a.example/x_y?a=1" rel="nofollow noopener">'
            "https://a.example/x_y?a=1</a>, and</p>",
            id="bare-address",
        ),
        pytest.param(
            '<a href="https://a.example/x_(y)">z</a>',
            '<p><a href="https://a.example/x_%28y%29" rel="nofollow noopener">z</a></p>',
            id="brackets",
        ),
        pytest.param(
            '<img src="https://a.example/b.png" alt="A [b]">',
            '<p><a href="https://a.example/b.png" rel="nofollow noopener">A [b]</a></p>',
            id="picture",
        ),
        pytest.param('<a href="javascript:alert(1)">z</a>', "<p>z</p>", id="script"),
        pytest.param('<a href="http://[">z</a>', "<p>z</p>", id="broken"),
        pytest.param('<a href="/about">z</a>', "<p>z</p>", id="of-the-old-site"),
    ],
)
def test_links_lead_to_the_web_or_nowhere(old: str, shown: str, isso: Markup) -> None:
    assert isso.render(to_markdown(old)).replace("&amp;", "&") == shown


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        '<p onclick="alert(1)">a</p>',
        '<svg><a href="javascript:alert(1)">a</a></svg>',
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "[a](javascript:alert(1))",
        "<math><style><img src=x onerror=alert(1)></style></math>",
        "<code>`</code><iframe src='https://a.example'></iframe>",
    ],
)
def test_what_is_hostile_is_text(hostile: str, isso: Markup) -> None:
    shown = BeautifulSoup(isso.render(to_markdown(hostile)), "html.parser")

    assert {tag.name for tag in shown.find_all()} <= {"p", "code", "a"}
    assert all(set(tag.attrs) <= {"href", "rel"} for tag in shown.find_all())
    assert all(str(tag["href"]).startswith("https://") for tag in shown.find_all("a"))


def test_of_a_script_nothing_is_lost(isso: Markup) -> None:
    shown = isso.render(to_markdown("<script>alert(1)</script>"))

    assert shown == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


@pytest.mark.slow
def test_a_long_or_deep_comment_is_kept_whole() -> None:
    assert to_markdown("long " * 20_000, breaks=True) == ("long " * 20_000).strip()
    assert to_markdown("<b>" * 5_000 + "deep") == "deep"


@pytest.mark.parametrize("bad", ["javascript:alert(1)", "http://a'b", "http:// a.example", "nino"])
def test_a_website_is_an_address_or_none(bad: str) -> None:
    assert website(bad) == ""
    assert website(" https://nino.example/a ") == "https://nino.example/a"

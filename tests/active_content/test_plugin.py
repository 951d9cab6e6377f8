"""What would run in a page is an error, unless the site and the text both allow it."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from active_content.finding import find_active
from tests.support.building import Build, BuildSite

HEAD = "Title: A river\nDate: 2026-03-14 09:00\nCategory: Rivers\n"

# What is written, and what is told of it.
HOSTILE = {
    "script": ("<script>alert(1)</script>", "<script>"),
    "script-capitals": ("<ScRiPt >alert(1)</sCrIpT>", "<script>"),
    "script-slash": ("<script/x>alert(1)</script>", "<script>"),
    "script-in-a-sentence": ("It <b>flows<script>alert(1)</script></b>.", "<script>"),
    "script-after-a-comment": ("<!--><script>alert(1)</script>-->", "<script>"),
    "script-of-svg": ("<svg><script>alert(1)</script></svg>", "<script>"),
    "script-in-a-template": ("<template><script>alert(1)</script></template>", "<template>"),
    "script-open": ("<div>\n<script src=//evil.example", "<script>"),
    "hidden-in-noscript": ('<noscript><p title="</noscript><img src=x onerror=a()>">', "onerror=…"),
    "event": ('<p onclick="a()">x</p>', "onclick=…"),
    "event-no-marks": ("<img src=x onerror=a()>", "onerror=…"),
    "event-slash": ("<svg/onload=a()>", "onload=…"),
    "event-newline": ("<img src=x\nonerror\n=\na()>", "onerror=…"),
    "event-capitals": ("<IMG SRC=x OnErRoR=a()>", "onerror=…"),
    "event-of-any-element": ("<x-y onfocus=a() tabindex=1 autofocus>", "onfocus=…"),
    "event-in-a-list": ("* one\n* <b onmouseover=a()>two</b>", "onmouseover=…"),
    "link": ('<a href="javascript:a()">x</a>', "href=javascript:…"),
    "link-of-markdown": ("[x](javascript:a())", "href=javascript:…"),
    "link-of-markdown-capitals": ("[x](JaVaScRiPt:a())", "href=javascript:…"),
    "link-of-markdown-reference": ("[x][1]\n\n[1]: javascript:a()", "href=javascript:…"),
    "link-of-markdown-entity": ("[x](javascript&colon;a())", "href=javascript:…"),
    "link-of-markdown-data": ("[x](data:text/html,<b>x)", "href=data:…"),
    "event-of-markdown": ('[x](/){: onclick="a()" }', "onclick=…"),
    "link-vbscript": ("[x](vbscript:a())", "href=vbscript:…"),
    "link-tab-entity": ('<a href="java&Tab;script:a()">x</a>', "href=javascript:…"),
    "link-newline": ('<a href="java\nscript:a()">x</a>', "href=javascript:…"),
    "link-number": ('<a href="&#106;avascript:a()">x</a>', "href=javascript:…"),
    "link-number-open": ('<a href="&#x6A&#x61vascript:a()">x</a>', "href=javascript:…"),
    "link-space": ('<a href=" &#14; javascript:a()">x</a>', "href=javascript:…"),
    "link-no-marks": ("<a href=javascript:a()>x</a>", "href=javascript:…"),
    "link-single-marks": ("<a href='javascript:a()'>x</a>", "href=javascript:…"),
    "link-twice": ("<a href='javascript:a()' href='/'>x</a>", "href=javascript:…"),
    "link-of-svg": ('<svg><a xlink:href="javascript:a()"></a></svg>', "xlink:href=javascript:…"),
    "link-of-math": ('<math href="javascript:a()">x</math>', "href=javascript:…"),
    "animated": ("<svg><a><set attributeName=href to=javascript:a()></a></svg>", "<set> of href"),
    "form": ('<form action="https://evil.example"><input name=p></form>', "<form>"),
    "form-of-a-button": ("<button formaction='/x'>x</button>", "formaction=…"),
    "refresh": ('<meta http-equiv="refresh" content="0;url=https://evil.example">', "<meta>"),
    "base": ('<base href="https://evil.example">', "<base>"),
    "sheet": ('<link rel="stylesheet" href="https://evil.example/x.css">', "<link>"),
    "style": ("<style>main { display: none }</style>", "<style>"),
    "frame": ("<iframe srcdoc='&lt;script>a()&lt;/script>'></iframe>", "srcdoc=…"),
    "object": ('<object data="x.swf"></object>', "<object>"),
    "embed": ('<embed src="x.swf">', "<embed>"),
    "data-drawing": ('<img src="data:image/svg+xml,x">', "src=data:…"),
}
# What Markdown takes the harm out of, and a text in HTML does not.
IN_HTML = {
    "link-tab": ('<a href="java\tscript:a()">x</a>', "href=javascript:…"),
    "event-after-a-mark": ('<img src="x"onerror="a()">', "onerror=…"),
    "open-in-marks": ('<p><img alt="x" src="x" onerror="a()', "onerror=…"),
    "open-in-single-marks": ("<p><img src=x onerror='a()", "onerror=…"),
}
HARMLESS = {
    "code": "`<script>alert(1)</script>` and `javascript:` are written so.",
    "block-of-code": "    <script>alert(1)</script>\n    <p onclick='a()'>",
    "prose": "The decision on = signs, javascript: the good parts, and on=1.",
    "links": "[a](https://kura.example/?a=1&b=2#c) <nino@kura.example> [b](/x:y) [c](x/y:z)",
    "markdown": "| a |\n| :-: |\n| b |\n\n![A gauge](/images/none.png)\n\n[^1]\n\n[^1]: c",
    "html": '<div class="x" style="margin: 0"><p lang="ka" title="on">x</p></div>',
    "frame": '<iframe src="https://map.example/1" title="A map"></iframe>',
    "pixels": '<img src="data:image/png;base64,iVBORw0KGgo=" alt="">',
    "comment": "<!-- <script> -->",
}


def site(
    build: BuildSite,
    text: str,
    *,
    head: str = "",
    name: str = "articles/a.md",
    allowed: tuple[str, ...] = (),
) -> Build:
    return build({name: f"{HEAD}{head}\nIt flows.\n\n{text}\n"}, ACTIVE_CONTENT=allowed)


def test_whatever_would_run_is_an_error_in_its_file(build: BuildSite) -> None:
    texts = {name: f"{HEAD}\nIt flows.\n\n{text}\n" for name, (text, _) in HOSTILE.items()}

    done = build({f"articles/{name}.md": text for name, text in texts.items()})

    told = {
        (problem.location.path.stem, problem.message.partition(" is more")[0])
        for problem in done.problems
        if problem.code == "active-content" and problem.location
    }
    assert {(name, said) for name, (_, said) in HOSTILE.items()} - told == set()
    assert not done.output.exists()


@pytest.mark.parametrize(("html", "said"), IN_HTML.values(), ids=IN_HTML.keys())
def test_html_is_read_as_browsers_read_it(html: str, said: str) -> None:
    assert said in {active.told for active in find_active(html)}


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_only_says_something_is_none(text: str) -> None:
    html = Markdown(extensions=["extra"], output_format="html").convert(text)

    assert list(find_active(html)) == []


def test_it_is_told_with_its_line(build: BuildSite) -> None:
    (problem,) = site(build, "And on.\n\n<p onclick='a()'>x</p>").problems

    assert problem.location
    assert (problem.location.path.name, problem.location.line) == ("a.md", 9)
    assert "name “script” in ACTIVE_CONTENT, and say so at its head" in problem.message


def test_a_summary_is_no_way_around(build: BuildSite) -> None:
    done = site(build, "On.", head="Summary: It <b onclick='a()'>flows</b>.\n")

    assert done.codes() == ["active-content"]
    assert done.problems[0].location
    assert done.problems[0].location.line == 4


def test_a_page_is_no_way_around(build: BuildSite) -> None:
    done = site(build, "<script>a()</script>", name="pages/a.md")

    assert done.codes() == ["active-content"]


def test_a_text_in_html_is_no_way_around(build: BuildSite) -> None:
    named = {"date": "2026-03-14", "category": "Rivers"}
    head = "".join(f'<meta name="{name}" content="{value}">' for name, value in named.items())
    text = f"<html><head><title>A</title>{head}</head><body><p onclick='a()'>x</p></body></html>"

    done = build({"articles/a.html": text})

    assert done.codes() == ["active-content"]


WHY = "Allows: script — the calculator needs it\n"


def test_what_the_site_and_the_text_allow_is_published(build: BuildSite) -> None:
    text = '<script src="/extra/sum.js"></script>'

    done = site(build, text, head=WHY, allowed=("script",)).require_success()

    assert text in done.text("a/")


@pytest.mark.parametrize(
    ("head", "allowed", "said"),
    [
        pytest.param(WHY, [], "the publication does not allow script", id="file-alone"),
        pytest.param("", ["script"], "say so at its head", id="site-alone"),
        pytest.param("Allows: script\n", ["script"], "say why, as in", id="no-reason"),
        pytest.param("Allows: script —\n", ["script"], "say why, as in", id="empty-reason"),
        pytest.param("Allows: scripts — x\n", ["script"], "did you mean script?", id="misspelt"),
        pytest.param("Allows: style — x\n", ["script", "style"], "<script> is more", id="other"),
    ],
)
def test_one_of_the_two_is_not_enough(
    build: BuildSite, head: str, allowed: list[str], said: str
) -> None:
    done = site(build, "<script>a()</script>", head=head, allowed=tuple(allowed))

    assert done.exit_code == 1
    assert set(done.codes()) == {"active-content"}
    assert any(said in problem.message for problem in done.problems)


def test_a_setting_that_names_no_kind_is_an_error(build: BuildSite) -> None:
    done = site(build, "On.", allowed=("scripts",))

    assert done.codes() == ["setting"]


def test_a_draft_is_no_way_around(build: BuildSite, tmp_path: Path) -> None:
    done = site(build, "<script>a()</script>", head="Status: draft\n")

    assert done.exit_code == 1
    assert not (tmp_path / "output").exists()

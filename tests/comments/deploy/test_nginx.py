"""What the shipped nginx lets through to Isso, asked as readers and as others ask."""

from __future__ import annotations

import re

import pytest

from comments.adapters.isso import Isso
from comments.model import Service
from comments.policy import policy
from tests.comments.deploy.server import SHIPPED, Answer, Server

pytestmark = pytest.mark.slow

COMMENT = {"text": "The kettle is the whole point.", "title": "A jar"}


# A browser comes from 127.0.0.1, and is to have what each reader has.
def post(server: Server, query: str, *, reader: str = "127.0.1.1", **headers: str) -> Answer:
    return server.ask("POST", f"/isso/new?{query}", COMMENT, reader=reader, headers=headers)


def test_a_comment_on_an_open_thread_is_taken_and_shows_once_an_editor_approves(
    server: Server,
) -> None:
    assert post(server, "uri=%2Fopen%2F").status == 202
    asked = "/isso/?uri=%2Fopen%2F&sort=oldest&parent=1&offset=0"
    assert COMMENT["text"] not in server.ask("GET", asked.replace("&parent=1", "")).body

    link = server.moderation_link("activate")
    question = server.ask("GET", link)
    done = server.ask("POST", link)

    assert "'unsafe-inline'" in question.headers["content-security-policy"]
    assert done.body == "Comment has been activated"
    assert COMMENT["text"] in server.ask("GET", asked.replace("&parent=1", "")).body
    assert server.ask("GET", asked).status == 200


def test_a_closed_thread_is_read_and_takes_nothing(server: Server) -> None:
    assert post(server, "uri=%2Fshut%2F").status == 403
    assert server.ask("GET", "/isso/?uri=%2Fshut%2F&limit=0").status == 200


def test_a_thread_of_another_name_is_taken_under_it(server: Server) -> None:
    query = "uri=%2F%E1%83%AD%E1%83%A3%E1%83%A0%E1%83%98%2F"

    assert post(server, query, reader="127.0.2.1").status == 202


# Each would open a thread that is not the site's, or write into one that is closed.
OTHER_QUERIES = [
    "",
    "uri=",
    "uri=%2Funknown%2F",
    "uri=%2Fearly%2F",
    "uri=%2Fdrafts%2Fearly%2F",
    "uri=%2Fshut%2F&uri=%2Fopen%2F",
    "uri=%2Fopen%2F&uri=%2Fshut%2F",
    "uri=%2Fopen%2F&uri=%2Funknown%2F",
    "URI=%2Fopen%2F&uri=%2Funknown%2F",
    "URI=%2Fopen%2F",
    "%75ri=%2Funknown%2F&uri=%2Fopen%2F",
    "uri=%2Fopen%2F&%75ri=%2Funknown%2F",
    "uri=%2Fopen%2F&title=x",
    "uri=%2Fopen%2F&",
    "uri=%2Fopen%2F&limit=0",
    "&uri=%2Fopen%2F",
    "x=1&uri=%2Fopen%2F",
    "uri=/open/",
    "uri=%2fopen%2f",
    "uri=%2Fopen",
    "uri=%2Fopen%2F%2F",
    "uri=%2F%6fpen%2F",
    "uri=%2FOpen%2F",
    "uri=%2FOPEN%2F",
    "uri=%2Fcapital%2F",
    "uri=+%2Fopen%2F",
    "uri=%2Fopen%2F+",
    "uri=%2Fopen%2F%20",
    "uri=%2Fopen%2F%00",
    "uri=%2Fopen%2F%0a",
    "uri=%2Fopen%2F;uri=%2Funknown%2F",
    "uri=%2Fopen%2F%26uri=%2Funknown%2F",
    "uri=%252Fopen%252F",
    "uri=https:%2F%2Flocalhost%2Fopen%2F",
    "uri=~%2Fopen%2F",
    "uri=default",
    "default",
    "uri[]=%2Fopen%2F",
    "uri=%2F%E1%83%AD%E1%83%A3%E1%83%A0%E1%83%98",
    "uri=%2F%e1%83%ad%e1%83%a3%e1%83%a0%e1%83%98%2F",
]


@pytest.mark.parametrize("query", OTHER_QUERIES)
def test_a_comment_is_taken_in_no_other_form(server: Server, query: str) -> None:
    assert post(server, query, reader="127.0.3.1").status == 403


@pytest.mark.parametrize(
    "query",
    [query for query in OTHER_QUERIES if not re.search("^uri=%2Fopen%2F&(limit=0)?$", query)],
)
def test_comments_are_given_in_no_other_form(server: Server, query: str) -> None:
    assert server.ask("GET", f"/isso/?{query}", reader=f"127.4.{len(query)}.1").status == 403


@pytest.mark.parametrize(
    ("method", "target"),
    [
        ("POST", "//isso/new?uri=%2Funknown%2F"),
        ("POST", "/isso//new?uri=%2Funknown%2F"),
        ("POST", "/isso/new/?uri=%2Fopen%2F"),
        ("POST", "/isso/%6eew?uri=%2Funknown%2F"),
        ("POST", "/isso/./new?uri=%2Funknown%2F"),
        ("POST", "/isso/id/../new?uri=%2Funknown%2F"),
        ("POST", "/isso/id/1/activate/..%2f..%2f..%2f..%2fnew?uri=%2Funknown%2F"),
        ("POST", "/isso/NEW?uri=%2Fopen%2F"),
        ("POST", "/isso/new%3Furi=%2Fopen%2F"),
        ("POST", "/isso/new%23?uri=%2Fopen%2F"),
        ("POST", "/isso/new;x?uri=%2Fopen%2F"),
        ("POST", "/isso/?uri=%2Fopen%2F"),
        ("GET", "/isso/new?uri=%2Fopen%2F"),
        ("PUT", "/isso/new?uri=%2Fopen%2F"),
        ("OPTIONS", "/isso/new?uri=%2Fopen%2F"),
        ("POST", "/isso/config"),
        ("POST", "/isso/id/1/like"),
        ("POST", "/isso/id/1/dislike"),
        ("POST", "/isso/id/1"),
        ("GET", "/isso/id/1%20"),
        ("GET", "/isso/id/1/activate/a%0d%0aHost:%20b"),
        ("GET", "/isso/latest?limit=100"),
        ("GET", "/isso/feed?uri=%2Fopen%2F"),
        ("GET", "/isso/info"),
        ("GET", "/isso/demo/"),
        ("GET", "/isso/js/embed.dev.js"),
        ("GET", "/isso/js/../../etc/passwd"),
        ("POST", "/isso/admin/"),
        ("GET", "/isso/login/"),
        ("TRACE", "/isso/config"),
    ],
)
def test_no_other_address_and_no_other_method_reaches_isso(
    server: Server, method: str, target: str
) -> None:
    answer = server.ask(method, target, COMMENT if method == "POST" else None)

    assert answer.status in {400, 403, 404, 405}
    assert "server" in answer.headers
    assert "access-control-allow-origin" not in answer.headers


def test_what_isso_s_script_and_its_editors_ask_is_answered(server: Server) -> None:
    assert server.ask("GET", "/isso/config").status == 200
    assert "Isso" in server.ask("GET", "/isso/js/embed.min.js").body
    assert server.ask("POST", "/isso/preview", {"text": "*So*"}).body == (
        '{"text": "<p><em>So</em></p>"}'
    )
    assert server.ask("POST", "/isso/count", ["/open/", "/unknown/"]).body.endswith(" 0]")
    assert "password" in server.ask("GET", "/isso/admin/").body
    assert server.ask("GET", "/isso/css/admin.css").status == 200
    # It is another's comment.
    assert server.ask("DELETE", "/isso/id/1").status == 403
    assert server.ask("GET", "/isso/id/1/unsubscribe/a+b@c.example/wrong").status == 403


def test_whoever_says_to_be_somebody_else_is_limited_as_well(server: Server) -> None:
    said = [
        post(
            server,
            "uri=%2Fopen%2F",
            reader="127.0.5.1",
            **{
                "X-Forwarded-For": f"10.{n}.0.1",
                "X-Real-IP": f"10.{n}.0.1",
                "Forwarded": f"for=10.{n}.0.1",
                "X-Forwarded-Prefix": "/x",
                "X-Script-Name": "/x",
            },
        ).status
        for n in range(6)
    ]

    # nginx lets four at once pass, and one every ten seconds.
    assert said[:2] == [202, 202]
    assert said[-2:] == [429, 429]
    assert not set(said) - {202, 403, 429}
    assert post(server, "uri=%2Fopen%2F", reader="127.0.6.1").status == 202


def test_isso_counts_readers_apart_and_neighbours_as_one(server: Server) -> None:
    said = [post(server, "uri=%2Fopen%2F", reader=f"127.0.7.{n}").status for n in range(1, 6)]

    assert said == [202, 202, 202, 202, 403]


def test_a_comment_that_is_too_long_is_refused(server: Server) -> None:
    long = {"text": "x" * 300_000}

    assert server.ask("POST", "/isso/new?uri=%2Fopen%2F", long).status == 413


def test_pages_have_the_site_s_headers_and_a_missing_one_its_page(server: Server) -> None:
    front, missing = server.ask("GET", "/"), server.ask("GET", "/nowhere/")
    shipped = policy(Service(provider=Isso(url="/isso"), privacy={}))

    stated = dict(one.split(" ", 1) for one in front.headers["content-security-policy"].split("; "))
    assert stated == shipped
    assert (front.status, missing.status) == (200, 404)
    assert "The Kelp Review" in missing.body
    for answer in (front, missing):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert answer.headers["cache-control"] == "no-cache"


def test_the_index_of_the_search_may_run_and_nothing_else_that_is_compiled(server: Server) -> None:
    worker, page = server.ask("GET", "/pagefind/pagefind-worker.js"), server.ask("GET", "/")
    allowed, other = (one.headers["content-security-policy"] for one in (worker, page))

    assert worker.status == 200
    assert allowed == other.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")


def test_what_is_named_by_its_content_is_kept_and_the_list_is_not_given(server: Server) -> None:
    sheet, script = re.findall(
        r'(?:href|src)="[^"]*?(/theme/(?:css/main|js/\w+/theme)[^"]*)"',
        server.ask("GET", "/").body,
    )[:2]

    for path in (sheet, script):
        answer = server.ask("GET", path)
        assert answer.status == 200
        assert answer.headers["cache-control"] == "max-age=31536000, immutable"
    for path in ("/open-threads.map", "/%6fpen-threads.map", "//open-threads.map", "/.git/config"):
        assert server.ask("GET", path).status == 404


def test_an_article_closed_since_is_refused_after_a_reload(server: Server) -> None:
    listed = server.site / "open-threads.map"
    text = listed.read_text()
    assert post(server, "uri=%2Fclosing%2F", reader="127.0.8.1").status == 202

    listed.write_text(text.replace("open %2Fclosing%2F", "closed %2Fclosing%2F"))
    server.reload()

    assert post(server, "uri=%2Fclosing%2F", reader="127.0.8.1").status == 403
    listed.write_text(text)
    server.reload()


def test_without_the_list_nginx_starts_and_refuses_every_thread(server: Server) -> None:
    listed = server.site / "open-threads.map"
    away = listed.rename(server.folder / "away")
    server.reload()

    assert server.ask("GET", "/isso/?uri=%2Fopen%2F&limit=0").status == 403
    assert server.ask("GET", "/").status == 200
    away.rename(listed)
    server.reload()


def test_the_shipped_file_passes_nginx_s_own_check_with_no_warning(server: Server) -> None:
    said = server.nginx("-t")

    assert "test is successful" in said
    assert "[warn]" not in said


def test_all_shipped_files_name_one_site() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in SHIPPED.iterdir())

    assert set(re.findall(r"[\w-]+\.example\b", text)) == {"your-site.example"}

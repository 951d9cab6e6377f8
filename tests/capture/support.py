"""A server on this machine whose pages are as awkward as a test needs them."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from capture.addresses import anywhere
from capture.extract import extract
from capture.fetch import fetch
from capture.keep import Keeper
from capture.model import Limits, Page, Work
from capture.outcome import Kept
from citations import Library
from tests.support.building import PROJECT
from tests.support.waiting import LONGEST

TODAY = date(2026, 3, 14)
HTML = "text/html; charset=utf-8"
PARAGRAPHS = (
    "The river does not read treaties. It has never learned to read, and it is too old to begin.",
    "The gauge below the bridge is read at eight, by hand, in all weathers, by a woman in boots.",
    "Nobody has asked her why. She would say that the number wants somebody to believe it.",
)
Body = bytes | Callable[["Handler"], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server says at one path; a function writes the answer’s body itself."""

    body: Body
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Courier:
    """An outlet on this machine; *asked* are the requests it got: path and headers."""

    url: str = ""
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def put(
        self,
        path: str,
        body: str | Body,
        *,
        kind: str = HTML,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> str:
        """Have *body* answered at *path*, and return its address."""
        content = body.encode() if isinstance(body, str) else body
        stated = {"Content-Type": kind} if kind else {}
        self.pages[path] = Answer(
            body=content, status=status, headers={**stated, **(headers or {})}
        )
        return f"{self.url}{path}"

    def lead(self, path: str, to: str, *, status: int = 302) -> str:
        """Have *path* lead on to another address."""
        return self.put(path, b"", status=status, headers={"Location": to})


class Handler(BaseHTTPRequestHandler):
    """Answers as its courier says, and says nothing about it."""

    protocol_version = "HTTP/1.1"
    courier: Courier

    def do_GET(self) -> None:
        """Answer one request, and close."""
        self.courier.asked.append((self.path, dict(self.headers)))
        known = self.courier.pages
        answer = known.get(self.path) or known.get(urlsplit(self.path).path)
        answer = answer or Answer(body=b"no such page", status=404)
        self.close_connection = True
        try:
            self._send(answer)
        except (BrokenPipeError, ConnectionResetError):
            return  # who asked has heard enough

    def _send(self, answer: Answer) -> None:
        if callable(answer.body) and not answer.headers:
            answer.body(self)
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if isinstance(answer.body, bytes) and "Content-Length" not in answer.headers:
            self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if isinstance(answer.body, bytes):
            self.wfile.write(answer.body)
        else:
            answer.body(self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Keep requests out of the tests' output."""


@contextmanager
def courier(host: str = "127.0.0.1") -> Iterator[Courier]:
    """Run an outlet on a free port of *host*."""
    outlet = Courier()
    handler = type("CourierHandler", (Handler,), {"courier": outlet})
    with ThreadingHTTPServer((host, 0), handler) as server:
        outlet.url = f"http://{host}:{server.server_port}"
        serve = partial(server.serve_forever, poll_interval=0.01)
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield outlet
        finally:
            server.shutdown()
            thread.join()


def page(
    *paragraphs: str,
    title: str = "Water without borders",
    head: str = "",
    language: str = "en",
    above: str = "",
    below: str = "",
) -> str:
    """Return a page as outlets have them: a menu above the article, and comments below."""
    text = "".join(f"<p>{each}</p>" for each in paragraphs or PARAGRAPHS)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{title}</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
        f"<main><article><h1>{title}</h1>{above}{text}</article></main>{below}"
        "<section id='comments'><h3>Comments</h3><div class='comment'><p>I disagree with all that"
        " was said here, and so does my uncle.</p></div></section>"
        "<footer><p>All rights reserved by the Courier.</p></footer></body></html>"
    )


def read(
    html: str | bytes, *, url: str = "https://courier.example/water", charset: str = ""
) -> Work:
    """Return what is read in a page that was fetched from *url*."""
    content = html.encode() if isinstance(html, str) else html
    found = Page(content=content, url=url, asked=url, media_type="text/html", charset=charset)
    return extract(found, today=TODAY)


def cite(
    url: str, content: Path, *, today: date = TODAY, limits: Limits | None = None, **options: object
) -> Kept:
    """Keep the page at *url*, which may be on this machine."""
    found = fetch(url, limits=limits, may_reach=anywhere)
    library = Library.load(content)
    keeper = Keeper(content=content, library=library, today=today, **options)  # type: ignore[arg-type]
    return keeper.keep(found, extract(found, today=today))


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How a command ended, what it said, and what it said aside, for people alone."""

    code: int
    said: str
    aside: str


def run(*arguments: str | Path, folder: Path) -> Done:
    """Run the command in *folder*, as `inv cite` does."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "commands", "cite", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    return Done(code=done.returncode, said=done.stdout, aside=done.stderr)

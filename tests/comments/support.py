"""A page with comments, served strictly, and the server that keeps them."""

from __future__ import annotations

import itertools
import os
import random
import socket
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assets.making import main_sheet, script, scripts, sheet
from comments import adapters
from comments.adapters.isso import Isso
from comments.model import Provider, Service, Thread
from comments.policy import policy
from languages import Translator
from tests.support.building import PROJECT
from tests.support.serving import SiteHandler
from tests.support.waiting import wait_for_end

THEME = PROJECT / "theme"
OWN = adapters.folder("isso").parent
ASSETS = (
    main_sheet(THEME / "styles"),
    *scripts(THEME / "scripts"),
    *(script(path) for path in sorted(OWN.glob("*/*.js"))),
    *(sheet(path) for path in sorted(OWN.glob("*/*.css"))),
)

PAGE = """<!DOCTYPE html>
<html lang="{{ lang }}"{% if lang == "fa" %} dir="rtl"{% endif %}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ article.title }}</title>
<link rel="stylesheet" href="/{{ publication.assets["css/main.css"].path }}">
</head>
<body class="page"><main><h1>{{ article.title }}</h1><p>{{ "A long article. " * 900 }}</p>
<div class="spread">{% include "comments/section.html" %}</div></main>
<footer><p>The end of the page.</p></footer></body>
</html>
"""


def render(thread: Thread | None, *, template: str, t: Translator | None = None) -> str:
    """Return *template* of an article whose comments are *thread*."""
    environment = Environment(
        loader=FileSystemLoader([THEME / "templates", OWN]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.from_string(template).render(
        article=SimpleNamespace(
            title=thread.title if thread else "", text=SimpleNamespace(thread=thread)
        ),
        lang=thread.language if thread else "en",
        t=t or Translator("en"),
        SITEURL="",
        publication=SimpleNamespace(assets={asset.name: asset for asset in ASSETS}),
    )


# Below those that the system gives to whoever asks for any, so that none of them takes it before
# the server does that it is for; each process of the tests begins elsewhere.
_PORTS = itertools.cycle(range(11_000, 32_000))
_SKIPPED = itertools.islice(_PORTS, random.SystemRandom().randrange(21_000))


def free_port() -> int:
    """Return a port that nothing listens on, and that no test had before."""
    deque(_SKIPPED, maxlen=0)
    for port in _PORTS:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise AssertionError("ports have an end")


@dataclass(kw_only=True)
class CommentServer:
    """A real server, started and stopped as an author does."""

    site: str
    folder: Path
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        words = [sys.executable, "-m", "commands", "comments", "--port", str(self.port)]
        words += ["--site", self.site, "--data", str(self.folder)]
        environment = os.environ | {"PYTHONPATH": str(PROJECT / "plugins")}
        self._process = subprocess.Popen(
            words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._process.stdout
        # It listens before it says so.
        assert "listen" in self._process.stdout.readline()

    def stop(self) -> None:
        if self._process:
            self._process.terminate()
            wait_for_end(self._process)
            assert self._process.stdout
            self._process.stdout.close()
            self._process = None


@contextmanager
def serving_strictly(
    folder: Path, *, comment_server: str = "", provider: Provider | None = None
) -> Iterator[str]:
    """Serve *folder* on a free port, and give its address.

    Its policy allows what *provider* needs, which is Isso at *comment_server* if none is named.
    """
    service = Service(provider=provider or Isso(url=comment_server), privacy={})
    kind = type("Handler", (SiteHandler,), {"policy": policy(service)})
    with _serving(partial(kind, directory=str(folder))) as url:
        yield url


class RefusalHandler(BaseHTTPRequestHandler):
    """A proxy in front of the comment server, which lets nobody pass."""

    def do_GET(self) -> None:
        self.send_response(HTTPStatus.FORBIDDEN)
        self.send_header("Access-Control-Allow-Origin", self.headers["Origin"])
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Keep requests out of the tests' output."""


@contextmanager
def serving_refusals(port: int) -> Iterator[None]:
    """Answer every request at *port* with 403."""
    with _serving(RefusalHandler, port=port):
        yield


@contextmanager
def _serving(handler: Callable[..., BaseHTTPRequestHandler], *, port: int = 0) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()

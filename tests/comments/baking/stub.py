"""A comment server that misbehaves: it speaks as Isso does, when it speaks at all."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass(kw_only=True)
class Stub:
    """Threads as Isso would answer them, and the paths that were asked for.

    *misbehave* answers in its place; the handler's response is up to it.
    """

    url: str = ""
    threads: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    misbehave: Callable[[BaseHTTPRequestHandler], None] | None = None

    @property
    def read(self) -> list[str]:
        """The threads whose comments were asked for."""
        queries = (parse_qs(urlsplit(path).query) for path in self.asked)
        return [query["uri"][0] for query in queries if "uri" in query]

    def answer(self, path: str, body: bytes) -> object:
        if path == "/count":
            return [len(self.threads.get(thread, ())) for thread in json.loads(body)]
        return {"replies": self.threads.get(self.read[-1], [])}


def comment(text: str, *, author: str | None = "Ana", **more: object) -> dict[str, object]:
    """Return a comment of long ago, as Isso answers it."""
    written = {"id": 1, "author": author, "created": 1_700_000_000.0, "text": text}
    private = {"email": "ana@private.example", "remote_addr": "192.0.2.1", "hash": "4505c1eeda98"}
    return {**written, **private, **more}


@contextmanager
def stub_server(**threads: str) -> Iterator[Stub]:
    """Serve a stub in which each of *threads* has one comment: ``jar="Text."`` is /jar/."""
    stub = Stub(threads={f"/{name}/": [comment(text)] for name, text in threads.items()})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            stub.asked.append(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if stub.misbehave:
                stub.misbehave(self)
            else:
                send(self, json.dumps(stub.answer(self.path, body)).encode())

        do_POST = do_GET  # noqa: N815 - the base's name

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
            """Keep requests out of the tests' output."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        stub.url = f"http://127.0.0.1:{server.server_port}"
        yield stub
        server.shutdown()


def send(
    handler: BaseHTTPRequestHandler,
    body: bytes,
    *,
    status: int = 200,
    kind: str = "application/json",
    headers: Mapping[str, str] | None = None,
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    for name, value in (headers or {}).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)

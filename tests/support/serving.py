"""Serve a built site on this machine, as a careful host of static pages does."""

from __future__ import annotations

import gzip
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from comments.policy import policy

POLICY = policy()
COMPRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"}


class SiteHandler(SimpleHTTPRequestHandler):
    """Answer with files, with 404.html where there is none, and say nothing about it."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".atom": "application/atom+xml",
        ".avif": "image/avif",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript",
        ".webmanifest": "application/manifest+json",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
    }
    policy = POLICY

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Keep requests out of the tests' output."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the headers, and return the body: compressed where that is of use."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if not path.is_file() or path.suffix not in COMPRESSED:
            return super().send_head()
        return self._send(HTTPStatus.OK, path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where a page is missing."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        body = self._send(code, page)
        if self.command != "HEAD":
            self.wfile.write(body.getvalue())

    def end_headers(self) -> None:
        """End them with those that protect readers."""
        allowed = dict(self.policy)
        # What runs the index of the search; no page needs it.
        if self.path.endswith("/pagefind-worker.js"):
            allowed["script-src"] = "'self' 'wasm-unsafe-eval'"
        policy = "; ".join(f"{name} {sources}" for name, sources in allowed.items())
        self.send_header("Content-Security-Policy", policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "strict-origin-when-cross-origin")
        super().end_headers()

    def _send(self, code: int, path: Path) -> BytesIO:
        body = path.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


class InPieces(SiteHandler):
    """Sends a page as a slow network does: line by line, each painted before the next comes."""

    def _send(self, code: int, path: Path) -> BytesIO:
        if path.suffix != ".html":
            return super()._send(code, path)
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        for piece in re.findall(rb".+?(?:</(?:li|p|h1|h2|ul)>|\Z)", path.read_bytes(), re.DOTALL):
            self.wfile.write(piece)
            time.sleep(0.03)
        return BytesIO()


@contextmanager
def serving(folder: Path, kind: type[SiteHandler] = SiteHandler) -> Iterator[str]:
    """Serve *folder* on a free port, and give its address without a slash at the end."""
    handler = partial(kind, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()

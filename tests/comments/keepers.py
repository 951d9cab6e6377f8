"""The servers that keep comments in tests, real ones, and what each puts on a page."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, ClassVar, Literal

from comments.adapters.isso import Isso
from comments.model import Archive
from tests.comments.support import CommentServer, free_port
from tests.support.tools import tool
from tests.support.waiting import LONGEST, wait_for_end, wait_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Widget:
    """What a service draws: where to find it, as selectors.

    *act* is what its actions are, and *again* is one that opens a form; *refused* is a comment
    that it refuses after "Once.".
    """

    thread: str
    field: str
    comment: str
    permalink: str
    act: Literal["link", "button"]
    again: str
    refused: str


ISSO = Widget(
    thread=".isso-thread",
    field=".isso-textarea",
    comment=".isso-comment[id]",
    permalink=".isso-permalink",
    act="link",
    again=".isso-edit",
    refused="x" * 70_000,
)


@dataclass(kw_only=True)
class Keeper(ABC):
    """A comment server for the site at *site*, which keeps its files in *folder*."""

    widget: ClassVar[Widget]
    folder: Path
    site: str = ""
    port: int = field(default_factory=free_port)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @abstractmethod
    def start(self) -> None:
        """Start, and return when readers are answered."""

    @abstractmethod
    def stop(self) -> None:
        """Stop, if it runs; what was written stays."""

    @abstractmethod
    def provider(self, url: str = "") -> Archive:
        """Return the provider for the server, or for that at *url*."""

    @contextmanager
    @abstractmethod
    def moderated(self, *, site: str, port: int) -> Iterator[Callable[[], None]]:
        """Run a second server for *site*, whose comments wait; what it gives approves one."""


def ask(url: str, *, body: object = None, method: str = "", token: str = "") -> object:
    """Return the JSON that *url* answers, or its text: a Fetch, and more."""
    headers = {"Content-Type": "application/json", "Origin": "http://localhost"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, headers, method=method or None)  # noqa: S310 - our own
    with urllib.request.urlopen(request, timeout=LONGEST) as answer:  # noqa: S310 - our own
        text = answer.read().decode()
        is_json = "json" in answer.headers["Content-Type"]
        found: object = json.loads(text) if is_json else text
        return found


@contextmanager
def running(words: list[str], log: IO[str], **environment: str) -> Iterator[None]:
    """Run a program that says what it does in *log*."""
    process = subprocess.Popen(
        words, env=os.environ | environment, stdout=log, stderr=log, start_new_session=True
    )
    try:
        yield
    finally:
        # With what it started itself: npm's node comes in a wrapper.
        os.killpg(process.pid, signal.SIGTERM)
        wait_for_end(process)


def wait_for(port: int) -> None:
    """Wait until something listens at *port*."""
    wait_until(lambda: _answers(port), f"nothing listens at {port}")


def wait_until_free(port: int) -> None:
    """Wait until nothing listens at *port* any more: what a wrapper started may outlive it."""
    wait_until(lambda: not _answers(port), f"something still listens at {port}")


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@dataclass(kw_only=True)
class IssoKeeper(Keeper):
    """Isso beside the local site, as an author starts it."""

    widget = ISSO
    _server: CommentServer | None = None

    def start(self) -> None:
        self._server = CommentServer(site=self.site, folder=self.folder, port=self.port)
        self._server.start()

    def stop(self) -> None:
        if self._server:
            self._server.stop()

    def provider(self, url: str = "") -> Isso:
        return Isso(url=url or self.url)

    @contextmanager
    def moderated(self, *, site: str, port: int) -> Iterator[Callable[[], None]]:
        folder, url = self.folder / "moderated", f"http://localhost:{port}"
        folder.mkdir()
        settings, log = folder / "isso.cfg", folder / "log"
        settings.write_text(MODERATED.format(folder=folder, site=site, url=url), encoding="utf-8")

        def approve() -> None:
            links: list[str] = re.findall(rf"{url}/id/\d+/activate/\S+", log.read_text("utf-8"))
            ask(links[-1], body="")

        with log.open("w") as said, running([tool("isso"), "-c", str(settings), "run"], said):
            wait_for(port)
            yield approve


# What an editor is to do stands in the log.
MODERATED = """
[general]
dbpath = {folder}/comments.db
host = {site}
notify = stdout
[moderation]
enabled = true
[server]
listen = {url}
[guard]
enabled = false
"""

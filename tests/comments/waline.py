"""Waline as deploy/waline runs it, on a PostgreSQL of the tests' own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from comments.adapters.waline import Waline
from tests.comments.keepers import Keeper, Widget, ask, running, wait_for, wait_until_free
from tests.support.building import PROJECT
from tests.support.tools import tool
from tests.support.waiting import wait_for_end, wait_until

DEPLOY = PROJECT / "deploy" / "waline"
CLIENT = DEPLOY / "node_modules" / "@waline" / "client" / "dist" / "waline.umd.js"
# PostgreSQL refuses to be root.
NOBODY = "nobody"
QUIET = ("-c", "listen_addresses=", "-c", "fsync=off")
EDITOR = {"email": "editor@kura.example", "password": "a password", "display_name": "Editor"}
WIDGET = Widget(
    thread=".waline-thread",
    field=".wl-editor",
    comment=".wl-card-item",
    permalink=".wl-head .waline-own",
    act="button",
    again=".wl-reply",
    # Waline takes nothing twice.
    refused="Once.",
)


def settings(name: str) -> dict[str, str]:
    """Return the settings of an environment file in deploy/waline."""
    lines = (DEPLOY / name).read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def programs() -> Path:
    """Return the folder of PostgreSQL's programs, which Debian does not put on the path."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: len(str(path))
    )
    path = found[-1] if found else Path(tool("initdb")).resolve()
    return path.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """A PostgreSQL that listens in *folder* and nowhere else."""

    folder: Path

    def run(self, program: str, *words: str, database: str = "waline") -> str:
        """Run a program of PostgreSQL, and return what it says."""
        done = subprocess.run(
            [programs() / program, "-h", str(self.folder), "-U", "waline", *words, database],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def create(self, name: str) -> None:
        """Create a database with Waline's tables."""
        self.run("createdb", database=name)
        schema = str(DEPLOY / "schema.sql")
        self.run("psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", schema, database=name)


@contextmanager
def database() -> Iterator[Database]:
    """Run a PostgreSQL with Waline's tables in it."""
    # The path of a socket is at most 107 bytes long: pytest's folders are too deep.
    with tempfile.TemporaryDirectory() as name:
        folder, user = Path(name), NOBODY if os.geteuid() == 0 else None
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        words = ["--auth=trust", "--username=waline", "--encoding=UTF8", "--locale=C", "--no-sync"]
        subprocess.run(
            [programs() / "initdb", "-D", data, *words], user=user, check=True, capture_output=True
        )
        server = subprocess.Popen(
            [programs() / "postgres", "-D", name + "/data", "-k", name, *QUIET],
            user=user,
            stderr=subprocess.DEVNULL,
        )
        found = Database(folder=folder)
        try:
            _wait_until_ready(found)
            found.create("waline")
            yield found
        finally:
            # Without waiting for those who are connected (PostgreSQL, "fast shutdown").
            server.send_signal(signal.SIGINT)
            wait_for_end(server)


def _wait_until_ready(found: Database) -> None:
    words = [str(programs() / "pg_isready"), "-q", "-h", str(found.folder), "-d", "postgres"]
    wait_until(
        lambda: subprocess.run(words, check=False).returncode == 0, "PostgreSQL does not start"
    )


@dataclass(kw_only=True)
class WalineKeeper(Keeper):
    """Waline, with one database and, beside it, the same Waline that lets comments wait."""

    widget = WIDGET
    database: Database
    _running: ExitStack = field(default_factory=ExitStack)

    def start(self) -> None:
        self._running.enter_context(self._server(self.port, COMMENT_AUDIT="false"))

    def stop(self) -> None:
        self._running.close()
        wait_until_free(self.port)

    def provider(self, url: str = "") -> Waline:
        return Waline(url=url or self.url, client="/waline")

    @contextmanager
    def moderated(self, *, site: str, port: int) -> Iterator[Callable[[], None]]:
        url = f"http://localhost:{port}"
        with self._server(port, SITE_URL=site):
            ask(f"{url}/api/user", body=EDITOR)
            answer: Any = ask(f"{url}/api/token", body=EDITOR)
            token = answer["data"]["token"]

            def approve() -> None:
                listed: Any = ask(f"{url}/api/comment?type=list&status=waiting", token=token)
                (waiting,) = listed["data"]["data"]
                address = f"{url}/api/comment/{waiting['objectId']}"
                ask(address, body={"status": "approved"}, method="PUT", token=token)

            yield approve

    @contextmanager
    def _server(self, port: int, **changed: str) -> Iterator[None]:
        ours = {"PG_HOST": str(self.database.folder), "PG_PORT": "5432", "PG_PASSWORD": "none"}
        ours |= {"PORT": str(port), "JWT_TOKEN": "for tests", "IPQPS": "0"}
        environment = settings("waline.env") | ours | changed
        self.folder.mkdir(exist_ok=True)
        with (
            (self.folder / f"{port}.log").open("a") as log,
            running([tool("node"), str(DEPLOY / "server.js")], log, **environment),
        ):
            wait_for(port)
            yield

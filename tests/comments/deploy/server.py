"""A server as deploy/isso makes one, on this machine: its own files, with other names."""

from __future__ import annotations

import http.client
import json
import os
import re
import ssl
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.comments.keepers import wait_for
from tests.comments.support import free_port
from tests.support.building import PROJECT
from tests.support.tools import tool
from tests.support.waiting import LONGEST, wait_for_end, wait_until

SHIPPED = PROJECT / "deploy" / "isso"
HOST = "localhost"

# What is around the shipped file on a Debian server.
AROUND = """
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include {folder}/site.conf;
}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server answered."""

    status: int
    headers: Mapping[str, str]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server: the site's files in *site*, the comments' in *data*."""

    folder: Path
    port: int
    comments_port: int

    @property
    def url(self) -> str:
        return f"https://{HOST}:{self.port}"

    @property
    def site(self) -> Path:
        return self.folder / "srv"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def ask(
        self,
        method: str,
        target: str,
        body: object = None,
        *,
        reader: str = "127.0.0.1",
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send a request with *target* as it stands, from the address *reader*."""
        trusting = ssl._create_unverified_context()  # noqa: S323 - our own certificate
        connection = http.client.HTTPSConnection(
            "127.0.0.1", self.port, timeout=LONGEST, context=trusting, source_address=(reader, 0)
        )
        sent = None if body is None else json.dumps(body)
        said = {"Content-Type": "application/json"} if sent else {}
        connection.putrequest(method, target, skip_accept_encoding=True)
        for name, value in {**said, **(headers or {})}.items():
            connection.putheader(name, value)
        if sent is not None:
            connection.putheader("Content-Length", str(len(sent.encode())))
        connection.endheaders(sent.encode() if sent is not None else None)
        answer = connection.getresponse()
        found = Answer(
            status=answer.status,
            headers={name.lower(): value for name, value in answer.getheaders()},
            body=answer.read().decode(errors="replace"),
        )
        connection.close()
        return found

    def reload(self) -> None:
        """Let nginx read its files again, and return when it has."""
        before = self._workers()
        self.nginx("-s", "reload")
        wait_until(lambda: not before & self._workers(), "nginx goes on as it was")

    def nginx(self, *words: str) -> str:
        """Call nginx with the server's files, and return what it says."""
        files = ["-p", f"{self.folder}", "-e", f"{self.folder}/error.log"]
        program = [nginx_path(), *files, "-c", f"{self.folder}/nginx.conf", *words]
        done = subprocess.run(program, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stderr

    def _workers(self) -> set[str]:
        master = (self.folder / "nginx.pid").read_text().strip()
        return set(Path(f"/proc/{master}/task/{master}/children").read_text().split())

    def moderation_link(self, action: str) -> str:
        """Return the path of the last link that Isso told an editor."""
        said = (self.folder / "isso.log").read_text()
        links: list[str] = re.findall(rf"https://{HOST}(/isso/id/\d+/{action}/\S+)", said)
        return links[-1]


def nginx_path() -> str:
    """Return the path of the nginx that `make test` found or installed."""
    finder = PROJECT / "tests" / "tools" / "nginx"
    done = subprocess.run([finder, "--find"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def configuration(server: Server) -> dict[str, str]:
    """Return the shipped files for *server*: other names, ports and folders, and no line else."""
    # On this machine, and not as root.
    names = {
        "listen [::]:80;": "",
        "listen [::]:443 ssl http2;": "",
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "listen 443 ": f"listen 127.0.0.1:{server.port} ",
        "/etc/letsencrypt/live/your-site.example": str(server.folder),
        "/srv/your-site.example": str(server.site),
        "/var/lib/isso": str(server.data),
        "127.0.0.1:8080": f"127.0.0.1:{server.comments_port}",
        "https://your-site.example\n": f"{server.url}\n",
        "your-site.example": HOST,
        "notify = smtp": "notify = stdout",
    }
    found = {}
    for shipped, name in {"nginx.conf": "site.conf", "isso.cfg": "isso.cfg"}.items():
        text = (SHIPPED / shipped).read_text(encoding="utf-8")
        for old, new in names.items():
            text = text.replace(old, new)
        found[name] = text
    return found


def command(server: Server) -> list[str]:
    """Return what the shipped unit starts, for *server*."""
    unit = (SHIPPED / "isso.service").read_text(encoding="utf-8")
    line = re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)[0]
    line = line.replace("/opt/isso/bin/waitress-serve", tool("waitress-serve"))
    line = line.replace("127.0.0.1:8080", f"127.0.0.1:{server.comments_port}")
    return [word.replace('"', "") for word in re.findall(r'(?:[^\s"]|"[^"]*")+', line)]


def prepare(server: Server) -> None:
    """Write what *server* needs: its files, and a certificate that nobody vouches for."""
    for folder in (server.folder, server.site, server.data):
        folder.mkdir(parents=True, exist_ok=True)
    # What root starts would read the site as another user, who may not.
    user = "user root root;" if os.geteuid() == 0 else ""
    around = AROUND.format(folder=server.folder, user=user)
    for name, text in {"nginx.conf": around, **configuration(server)}.items():
        (server.folder / name).write_text(text, encoding="utf-8")
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    said = ["-days", "2", "-subj", f"/CN={HOST}"]
    files = ["-keyout", f"{server.folder}/privkey.pem", "-out", f"{server.folder}/fullchain.pem"]
    subprocess.run(["openssl", "req", *kind, *said, *files], capture_output=True, check=True)


@contextmanager
def comment_server(server: Server) -> Iterator[None]:
    """Run Isso as the shipped unit does."""
    secrets = {"ISSO_ADMIN_PASSWORD": "kettle", "ISSO_SETTINGS": str(server.folder / "isso.cfg")}
    with (server.folder / "isso.log").open("a") as log:
        process = subprocess.Popen(
            command(server), env=os.environ | secrets, stdout=log, stderr=log
        )
        try:
            wait_for(server.comments_port)
            yield
        finally:
            process.terminate()
            wait_for_end(process)


@contextmanager
def web_server(server: Server) -> Iterator[None]:
    """Run nginx with the shipped file."""
    server.nginx()
    try:
        yield
    finally:
        server.nginx("-s", "quit")
        left = server.folder / "nginx.pid"
        wait_until(lambda: not left.exists(), "nginx does not end")

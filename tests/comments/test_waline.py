"""Waline's adapter, and deploy/waline as it is shipped."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import urllib.error
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from comments.adapters.waline import Waline
from comments.baking.reading import comments_of, counts_of
from comments.model import AnswerError
from comments.settings import read_service
from tests.comments.keepers import ask, running, wait_for
from tests.comments.support import free_port
from tests.comments.waline import DEPLOY, Database, WalineKeeper, programs, settings
from tests.support.waiting import LONGEST

COMMENT = (
    "INSERT INTO wl_comment (url, nick, comment) VALUES ('/kept/', 'Nino', 'The jar was mine.')"
)
NGINX = """
pid {folder}/pid; error_log {folder}/error.log; events {{}}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  {first}
  server {{ listen 127.0.0.1:{port}; {second} }}
}}
"""


def waline(**changed: object) -> Waline:
    return Waline(**({"url": "/waline", "client": "/waline-client"} | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        pytest.param({"client": "waline"}, "COMMENTS: “client” is an address", id="client-bare"),
        pytest.param({"login": "forced"}, "did you mean force?", id="login-misspelt"),
        pytest.param({"required_meta": "nick"}, "“required_meta” is a list", id="required-no-list"),
        pytest.param({"required_meta": ["name"]}, "is one of nick, mail", id="required-unknown"),
    ],
)
def test_what_cannot_be_done_is_said(changed: dict[str, object], message: str) -> None:
    stated = {"provider": "waline", "url": "/waline", "client": "/waline-client", "privacy": "Us."}

    service, [problem] = read_service(stated | changed)

    assert service is None
    assert message in problem.message


def test_a_page_may_load_from_where_the_client_and_the_server_are() -> None:
    sources = waline(url="https://talk.example/w", client="https://cdn.example/waline").sources

    assert sources == {
        "script-src": ("https://cdn.example",),
        "connect-src": ("https://talk.example",),
    }


@pytest.mark.parametrize("answer", [[], {"errno": 1}, {"errno": 0, "data": [1]}, "<html>"])
def test_an_answer_that_is_none_is_told(answer: object) -> None:
    def fetch(url: str, *, body: object = None) -> object:
        return answer

    with pytest.raises(AnswerError, match="Waline"):
        counts_of(waline(), fetch, ["/a/"])
    with pytest.raises(AnswerError, match="/a/"):
        comments_of(waline(), fetch, "/a/")


def test_many_comments_are_read_page_by_page(postgresql: Database, keeper: WalineKeeper) -> None:
    postgresql.run(
        "psql", "-q", "-c", "INSERT INTO wl_comment (url, nick, comment, insertedat)"
        " SELECT '/many/', 'Nino', n, timestamp '2026-01-01' + n * interval '1 minute'"
        " FROM generate_series(1, 230) AS n",
    )  # fmt: skip

    found = keeper.provider().comments(ask, "/many/")

    assert [one.text for one in found] == [f"<p>{n}</p>\n" for n in range(1, 231)]
    assert found[0].written.isoformat() == "2026-01-01T00:01:00+00:00"


@pytest.fixture(scope="module")
def keeper(
    postgresql: Database, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[WalineKeeper]:
    keeper = WalineKeeper(folder=tmp_path_factory.mktemp("waline"), database=postgresql)
    keeper.start()
    yield keeper
    keeper.stop()


def test_only_this_machine_reaches_it(keeper: WalineKeeper) -> None:
    # Whoever listens at every address listens at this one, too.
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", keeper.port), timeout=LONGEST)


def test_a_backup_brings_back_what_was_written(postgresql: Database, tmp_path: Path) -> None:
    postgresql.run("psql", "-q", "-c", COMMENT)
    connection = ["-h", str(postgresql.folder), "-U", "waline"]
    environment = os.environ | {"PATH": f"{programs()}:{os.environ['PATH']}"}
    words = [str(DEPLOY / "backup"), str(tmp_path), *connection]
    subprocess.run(words, env=environment, check=True)
    (written,) = tmp_path.iterdir()
    assert written.stat().st_mode & 0o077 == 0
    postgresql.run("createdb", database="restored")

    words = [str(DEPLOY / "restore"), str(written), *connection]
    subprocess.run(words, env=environment | {"DATABASE": "restored"}, check=True)

    rows = "SELECT id, url, nick, comment, insertedat FROM wl_comment ORDER BY id"
    restored = postgresql.run("psql", "-A", "-c", rows, database="restored")
    assert restored == postgresql.run("psql", "-A", "-c", rows)
    assert "The jar was mine." in restored
    # Ids go on where they were.
    postgresql.run("psql", "-q", "-c", COMMENT, database="restored")


@contextmanager
def nginx(folder: Path, server: int) -> Iterator[str]:
    """Run nginx with the shipped file, before the Waline at port *server*."""
    port = free_port()
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    text = text.replace("8360", str(server)).replace("/opt/waline", str(DEPLOY))
    first, _, second = text.partition("# The second")
    conf = NGINX.format(folder=folder, port=port, first=first, second=f"# {second}")
    (folder / "nginx.conf").write_text(conf, encoding="utf-8")
    found = subprocess.run(
        [Path(__file__).parents[1] / "tools" / "nginx", "--find"],
        capture_output=True,
        text=True,
        check=True,
    )
    words = [found.stdout.strip(), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    with (folder / "log").open("w") as log, running(words, log):
        wait_for(port)
        yield f"http://127.0.0.1:{port}"


def refusal(url: str, **asked: object) -> int:
    with pytest.raises(urllib.error.HTTPError) as refused:
        ask(url, **asked)  # type: ignore[arg-type]
    refused.value.close()
    return refused.value.code


def test_nginx_lets_readers_pass_and_nobody_register(keeper: WalineKeeper, tmp_path: Path) -> None:
    with nginx(tmp_path, keeper.port) as url:
        here = keeper.provider(f"{url}/waline")
        comment = {"url": "/behind/", "nick": "Nino", "comment": "0"}
        for number in range(4):
            ask(f"{url}/waline/api/comment", body=comment | {"comment": str(number)})

        assert refusal(f"{url}/waline/api/comment", body=comment) == 429
        assert here.counts(ask, ["/behind/"]) == {"/behind/": 4}
        assert "Waline" in str(ask(f"{url}/waline-client/waline.umd.js"))
        for closed in ("api/user", "api/db", "api/oauth", "api/article", "api/comment/rss", "ui"):
            assert refusal(f"{url}/waline/{closed}") == 403
        assert refusal(f"{url}/waline/api/user", body={}) == 403


def test_no_secret_is_shipped() -> None:
    assert not {"PG_PASSWORD", "JWT_TOKEN"} & settings("waline.env").keys()
    assert set(settings("secrets.example").values()) == {""}


def test_the_lock_file_has_hashes_and_no_addresses() -> None:
    text = (DEPLOY / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in text
    assert text.count('"integrity": "sha512-') == text.count('"node_modules/')
    wanted = json.loads((DEPLOY / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert json.loads(text)["packages"][""]["dependencies"] == wanted

"""The comment server beside the local site, as it is started and as it fails to start."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.comments.support import CommentServer, free_port
from tests.support.building import PROJECT
from tests.support.waiting import LONGEST


def serve(*arguments: str, python: tuple[str, ...] = ()) -> str:
    """Return what a server says that does not start."""
    done = subprocess.run(
        [sys.executable, *python, "-m", "commands", "comments", *arguments],
        env=os.environ | {"PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("error: ")
    return done.stderr


def allowed(url: str, *, origin: str) -> str | None:
    request = urllib.request.Request(f"{url}/config", headers={"Origin": origin})  # noqa: S310 - our own
    with urllib.request.urlopen(request, timeout=LONGEST) as answer:  # noqa: S310 - our own
        found: str | None = answer.headers["Access-Control-Allow-Origin"]
        return found


@pytest.mark.slow
def test_both_names_of_this_machine_are_accepted_and_no_other(tmp_path: Path) -> None:
    server = CommentServer(site="http://localhost:8000", folder=tmp_path / "new" / "data")
    server.start()

    for origin in ("http://localhost:8000", "http://127.0.0.1:8000"):
        assert allowed(server.url, origin=origin) == origin
    elsewhere = "http://localhost:9000"
    assert allowed(server.url, origin=elsewhere) != elsewhere
    assert (tmp_path / "new" / "data" / "comments.db").exists()
    server.stop()


@pytest.mark.slow
def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    server = CommentServer(site="http://localhost:8000", folder=tmp_path)
    server.start()

    said = serve("--port", str(server.port), "--data", str(tmp_path))

    server.stop()
    assert f"port {server.port} is taken" in said


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    said = serve("--port", str(free_port()), "--data", str(tmp_path / "file"))

    assert "cannot write to" in said


def test_a_site_that_is_no_address_is_said(tmp_path: Path) -> None:
    assert "--site: an address is such as" in serve("--site", "localhost", "--data", str(tmp_path))


def mount(setting: str, folder: Path, *, before: str = "") -> str:
    """Return what is put behind a path of the local site, as another program sees it."""
    program = f"""
import sys
{before}
from pathlib import Path
from comments.serve import NotServedError, mount
try:
    found = mount({setting}, site="http://localhost:8000", folder=Path({str(folder)!r}))
    print(found and found.path)
except NotServedError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_a_server_is_mounted_where_the_site_has_it_on_a_path_of_its_own(tmp_path: Path) -> None:
    at = '{{"provider": "isso", "url": "{}", "privacy": "Ours."}}'.format

    assert mount(at("/talk/isso"), tmp_path) == "/talk/isso"
    assert mount(at("https://comments.kura.example"), tmp_path) == "None"
    assert mount('{"provider": "none"}', tmp_path) == "None"


def test_a_server_that_is_not_installed_is_said(tmp_path: Path) -> None:
    setting = '{"provider": "isso", "url": "/isso", "privacy": "Ours."}'

    said = mount(setting, tmp_path, before='sys.modules["isso"] = None')

    assert said.startswith("isso is not installed; run make test once")

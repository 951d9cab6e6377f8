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


def serve(*arguments: str, python: tuple[str, ...] = ()) -> str:
    """Return what a server says that does not start."""
    done = subprocess.run(
        [sys.executable, *python, "-m", "comments.serve", *arguments],
        env=os.environ | {"PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    return done.stderr


def allowed(url: str, *, origin: str) -> str | None:
    request = urllib.request.Request(f"{url}/config", headers={"Origin": origin})  # noqa: S310 - our own
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - our own
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
    assert "--site must be an address" in serve("--site", "localhost", "--data", str(tmp_path))

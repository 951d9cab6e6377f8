"""`inv serve`: the site and its comments at one origin, as an author has them."""

from __future__ import annotations

import os
import signal
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page, expect

from tests.comments.keepers import wait_for
from tests.comments.reader import Reader
from tests.comments.support import free_port
from tests.support.building import project_in, write_files
from tests.support.tools import tool
from tests.support.waiting import LONGEST, wait_for_end

pytestmark = pytest.mark.slow

TRIES = 4
JAR = "Title: A jar\nDate: 2026-03-14\nCategory: Wine\nSlug: jar\n\nOf patience.\n"


@contextmanager
def served(folder: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Run `inv serve` in a project of its own, and end it as Ctrl-C does."""
    write_files(folder, {"content/jar.md": JAR})
    project_in(folder)
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [tool("inv"), "serve", "--port", str(port)],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            text=True,
            start_new_session=True,
        )
        try:
            wait_for(port)
            yield process
        finally:
            os.killpg(process.pid, signal.SIGINT)
            wait_for_end(process)


def steadily(act: Callable[[], None]) -> None:
    """Do what is done in a page; where the page comes anew meanwhile, do it once more."""
    for _ in range(TRIES):
        with suppress(BrowserError, AssertionError):
            act()
            return
    raise AssertionError("the page comes anew again and again")


def test_a_comment_stays_while_its_article_is_edited(page: Page, tmp_path: Path) -> None:
    port = free_port()
    reader = Reader(page=page)
    with served(tmp_path, port):
        url = f"http://localhost:{port}/jar/"

        def comment() -> None:
            reader.open(url)
            reader.text.wait_for(timeout=LONGEST * 1000 / TRIES)
            reader.write("The kettle is the whole point.")

        steadily(comment)
        write_files(tmp_path, {"content/jar.md": JAR.replace("patience", "impatience")})

        # The page comes anew by itself.
        expect(page.get_by_text("Of impatience.")).to_be_visible()
        steadily(lambda: reader.open(url))
        expect(reader.section).to_contain_text("The kettle is the whole point.")
        with pytest.raises(urllib.error.HTTPError, match="404") as missing:
            urllib.request.urlopen(f"http://localhost:{port}/nowhere/", timeout=LONGEST)
        assert "The Kelp Review" in missing.value.read().decode()
        missing.value.close()

    said = (tmp_path / "log").read_text()
    assert f"Comments are kept in {tmp_path / '.comments' / 'comments.db'}" in said
    assert "Traceback" not in said
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"http://localhost:{port}/", timeout=LONGEST)

"""Builds that are killed: the output is the old site or the new one, and the next build tidies."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.strict_build.support import article, command, contents, run
from tests.support.building import STEADY, write_files

OLD = {f"articles/{n}.md": article(f"Old {n}") for n in range(12)}
NEW = {f"articles/{n}.md": article(f"New {n}") for n in range(12)}
LONGEST = 30.0


def start(words: list[str], folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        words,
        cwd=folder,
        env={**os.environ, **STEADY},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def wait_for(what: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST
    while not what():
        assert time.monotonic() < end
        time.sleep(0.001)


def staged_folders(folder: Path) -> list[Path]:
    return list(folder.glob(".output.building-*"))


@pytest.fixture
def old_site(tmp_path: Path) -> dict[str, bytes]:
    """Build the old site, and change its texts to the new ones."""
    content = write_files(tmp_path / "content", OLD)
    assert run(command(content, tmp_path / "output"), cwd=tmp_path).returncode == 0
    write_files(content, NEW)
    return contents(tmp_path / "output")


@pytest.fixture
def new_site(tmp_path: Path) -> dict[str, bytes]:
    """Return what the new site is, built elsewhere."""
    content = write_files(tmp_path / "new", NEW)
    assert run(command(content, tmp_path / "new-output"), cwd=tmp_path).returncode == 0
    return contents(tmp_path / "new-output")


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new(
    tmp_path: Path, new_site: dict[str, bytes], old_site: dict[str, bytes]
) -> None:
    words = command(tmp_path / "content", tmp_path / "output")
    moments = random.Random(14)

    for _ in range(5):
        build = start(words, tmp_path)
        wait_for(lambda: staged_folders(tmp_path) != [])
        time.sleep(moments.uniform(0, 0.5))
        build.kill()
        build.wait()
        left = contents(tmp_path / "output")

        assert left in (old_site, new_site)


def test_what_a_killed_build_left_is_cleared_by_the_next(
    tmp_path: Path, new_site: dict[str, bytes], old_site: dict[str, bytes]
) -> None:
    words = command(tmp_path / "content", tmp_path / "output")
    build = start(words, tmp_path)
    wait_for(lambda: any(any(staged.iterdir()) for staged in staged_folders(tmp_path)))
    build.kill()
    build.wait()
    assert len(staged_folders(tmp_path)) == 1
    assert contents(tmp_path / "output") == old_site

    done = run(words, cwd=tmp_path)

    assert done.returncode == 0
    assert staged_folders(tmp_path) == []
    assert contents(tmp_path / "output") == new_site


def test_a_build_that_is_interrupted_changes_nothing(
    tmp_path: Path, old_site: dict[str, bytes]
) -> None:
    build = start(command(tmp_path / "content", tmp_path / "output"), tmp_path)
    wait_for(lambda: any(any(staged.iterdir()) for staged in staged_folders(tmp_path)))
    build.send_signal(signal.SIGINT)
    build.wait()

    assert contents(tmp_path / "output") == old_site

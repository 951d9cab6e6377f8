"""Builds that are killed: the output is the old site or the new one, and the next build tidies."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from functools import partial
from pathlib import Path

import pytest

from tests.strict_build.support import article, command, contents, run
from tests.support.building import PROJECT, STEADY, write_files
from tests.support.waiting import wait_for_end, wait_until
from verbatim.building import PLUGINS

OLD = {f"articles/{n}.md": article(f"Old {n}") for n in range(12)}
NEW = {f"articles/{n}.md": article(f"New {n}") for n in range(12)}
# A plugin with which a build comes to its middle, says so, and goes no further.
HALTING = """
import time
from functools import partial
from pathlib import Path
from pelican import signals

def halt(path, context):
    if any(Path().glob(".output.building-*/*")):
        Path("halted").touch()
        time.sleep(3600)

def register():
    signals.content_written.connect(halt)
"""


def start(words: list[str], folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        words,
        cwd=folder,
        env={**os.environ, **STEADY},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def halted(folder: Path) -> subprocess.Popen[str]:
    """Return a build that has staged a part of the site, and goes no further."""
    write_files(folder / "more", {"halting.py": HALTING})
    plugins = [*PLUGINS, "halting"]
    build = start(
        command(
            folder / "content",
            folder / "output",
            PLUGINS=plugins,
            PLUGIN_PATHS=[str(PROJECT / "plugins"), str(folder / "more")],
        ),
        folder,
    )
    wait_until((folder / "halted").exists, "nothing is written")
    return build


def staged_folders(folder: Path) -> list[Path]:
    return list(folder.glob(".output.building-*"))


def has_staged(folder: Path, build: subprocess.Popen[str]) -> bool:
    """Tell whether *build* has begun to write; one that is done has, though nobody saw it."""
    return staged_folders(folder) != [] or build.poll() is not None


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
        wait_until(partial(has_staged, tmp_path, build), "nothing is built")
        time.sleep(moments.uniform(0, 0.5))
        build.kill()
        wait_for_end(build)
        left = contents(tmp_path / "output")

        assert left in (old_site, new_site)


def test_what_a_killed_build_left_is_cleared_by_the_next(
    tmp_path: Path, new_site: dict[str, bytes], old_site: dict[str, bytes]
) -> None:
    build = halted(tmp_path)
    build.kill()
    wait_for_end(build)
    assert len(staged_folders(tmp_path)) == 1
    assert contents(tmp_path / "output") == old_site

    done = run(command(tmp_path / "content", tmp_path / "output"), cwd=tmp_path)

    assert done.returncode == 0
    assert staged_folders(tmp_path) == []
    assert contents(tmp_path / "output") == new_site


def test_a_build_that_is_interrupted_changes_nothing(
    tmp_path: Path, old_site: dict[str, bytes]
) -> None:
    build = halted(tmp_path)
    build.send_signal(signal.SIGINT)
    wait_for_end(build)

    assert contents(tmp_path / "output") == old_site

"""A command that believes somebody is there to be asked."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.building import PROJECT, STEADY
from tests.support.waiting import LONGEST, wait_for_end


class Terminal:
    """The screen and the keyboard of a command."""

    def __init__(self, end: int) -> None:
        self._end = end

    def until(self, text: str) -> str:
        """Return what the command says until it has said *text*."""
        said = ""
        while text not in said:
            assert select.select([self._end], [], [], LONGEST)[0], said
            said += os.read(self._end, 10_000).decode(errors="replace")
        return said

    def type(self, keys: bytes) -> None:
        os.write(self._end, keys)


@contextmanager
def terminal(folder: Path, *words: str) -> Iterator[Terminal]:
    """Run ``inv`` with *words* in *folder*; it has to end by itself."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "commands", *words],
        cwd=folder,
        env={**os.environ, **STEADY, "PYTHONPATH": str(PROJECT / "plugins")},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        yield Terminal(ours)
        wait_for_end(process)
    os.close(ours)

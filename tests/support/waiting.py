"""Waiting for what happens: as long as a slow machine takes, and not without end."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable

# A net, not a measure: what is waited for happens at once, or a little later under load.
LONGEST = 120.0


def wait_until(what: Callable[[], object], said: str, *, pause: float = 0.02) -> None:
    """Wait until *what* is true; *said* is what did not happen if it never is."""
    end = time.monotonic() + LONGEST
    while not what():
        if time.monotonic() > end:
            raise TimeoutError(said)
        time.sleep(pause)


def wait_for_end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> int:
    """Return the exit code of *process*, which was told to end; kill it if it does not."""
    try:
        return process.wait(LONGEST)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise

"""Reading a page in a process of its own, which can be ended when it takes too long."""

from __future__ import annotations

import multiprocessing
import signal
from datetime import date
from multiprocessing.connection import Connection

from capture.errors import CaptureError
from capture.extract import extract
from capture.model import Page, Work

# A server that has loaded everything starts a process in no time; Windows has none.
FORKING = "forkserver" in multiprocessing.get_all_start_methods()
PROCESSES = (
    multiprocessing.get_context("forkserver") if FORKING else multiprocessing.get_context("spawn")
)
INSTEAD = "save what you quote as a text, and pass the file"


def extract_in_time(page: Page, *, today: date, seconds: float) -> Work:
    """Return the work in *page*; raises CaptureError where none can be read in *seconds*."""
    PROCESSES.set_forkserver_preload(["capture.extract"])
    ours, theirs = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=_extract, args=(theirs, page, today), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise CaptureError(f"reading it takes longer than {seconds:g} s; {INSTEAD}", "too-slow")
        found: Work | CaptureError = ours.recv()
    except EOFError:
        raise CaptureError(f"reading it broke off; {INSTEAD}", "unreadable") from None
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(found, CaptureError):
        raise found
    return found


def _extract(answers: Connection, page: Page, today: date) -> None:
    # Whoever waits is told, and ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        answers.send(extract(page, today=today))
    except CaptureError as error:
        answers.send(error)

"""What comments in the page cost: the build that reads them, and the reader who gets them.

A real Isso keeps 10,000 threads of one or two comments, and one thread of 1,000. They are read
as builds do, until there is nothing new; the tests’ publication is built
without comments and with the long thread, and the page with it is read in a real Chromium.
"""

from __future__ import annotations

import gzip
import json
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from comments.adapters.isso import Isso
from comments.baking.bake import bake
from comments.model import Service
from tests.comments.support import CommentServer
from tests.support.browsing import chromium
from tests.support.building import CONTENT, build_site
from tests.support.serving import serving

THREADS = 10_000
LONG, LENGTH = "/the-tide-is-read-already/", 1_000
ROUNDS = 5
TEXT = "A kettle is **not** a jar, and [this](https://a.example/) says why. " * 3
PAINTED = """() => new Promise(done => requestAnimationFrame(() => setTimeout(() =>
  done(performance.now()))))"""


def threads() -> dict[str, int]:
    """Return how many comments each of the short threads has."""
    return {f"/piece-{n}/": 1 + n % 2 for n in range(THREADS)}


def fill(database: Path, counts: Mapping[str, int]) -> None:
    """Write comments where Isso keeps them, whose tables are there already; answers every third."""
    with closing(sqlite3.connect(database)) as db:
        for thread, count in counts.items():
            key = db.execute("INSERT INTO threads (uri, title) VALUES (?, 'A title')", (thread,))
            parent = None
            for n in range(count):
                values = (
                    key.lastrowid,
                    parent if n % 3 == 2 else None,
                    1.7e9 + n,
                    f"Reader {n}",
                    TEXT,
                )
                added = db.execute(
                    "INSERT INTO comments"
                    " (tid, parent, created, mode, remote_addr, author, text, voters) VALUES"
                    " (?, ?, ?, 1, '', ?, ?, x'00')",
                    values,
                )
                parent = parent if n % 3 == 2 else added.lastrowid
        db.commit()


@contextmanager
def comment_server(folder: Path) -> Iterator[CommentServer]:
    """Run an Isso that keeps all of these threads."""
    server = CommentServer(site="http://localhost:8000", folder=folder)
    server.start()
    fill(folder / "comments.db", {**threads(), LONG: LENGTH})
    try:
        yield server
    finally:
        server.stop()


def bake_here(url: str, cache: Path) -> None:
    """Read all threads, and print what it took: in a process of its own, for its memory."""
    service = Service(provider=Isso(url=url), privacy={}, bake=True)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.monotonic()
    found, problems = bake(service, dict.fromkeys(threads(), cache), cache=cache)
    took = time.monotonic() - began
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(json.dumps([took, memory, len(found), [str(each) for each in problems]]))


def report_threads(server: CommentServer, cache: Path) -> None:
    print(f"Reading {THREADS:,} threads of one or two comments: seconds, MB of memory")
    words = [sys.executable, __file__, server.url, str(cache)]
    known = [0, 0]
    # A build takes no more than a minute, and the next one goes on; the last has nothing new.
    while known[-2] < THREADS:
        said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
        took, memory, found, problems = json.loads(said)
        known.append(found)
        print(f"  {took:6.1f}  {memory:5.0f}  {found:,} threads known")
        print("".join(f"    {problem}\n" for problem in problems), end="")
    size = sum(path.stat().st_size for path in cache.glob("*.json")) / 1e6
    print(f"  their snapshot: {size:.1f} MB")


def report_page(browser: Browser, server: CommentServer, folder: Path) -> None:
    """Build the sample without comments and with the long thread, and read the page."""
    print(f"A thread of {LENGTH:,} comments, beside the page without: seconds, kB, ms")
    found = {}
    for what, bakes in (("without", False), ("with", True)):
        comments = {"provider": "isso", "url": server.url, "privacy": "Ours.", "bake": bakes}
        output = folder / what
        built = []
        for _ in range(2):  # the first fills caches
            began = time.monotonic()
            build_site(
                CONTENT,
                output,
                settings={"COMMENTS": comments, "CACHE_PATH": str(folder / "cache")},
            ).require_success()
            built.append(time.monotonic() - began)
        page = (output / LONG.strip("/") / "index.html").read_bytes()
        with serving(output) as home:
            shown = sorted(shown_after(browser, f"{home}{LONG}") for _ in range(ROUNDS))
        found[what] = built[-1], len(gzip.compress(page)) / 1000, shown[ROUNDS // 2]
        seconds, size, painted = found[what]
        print(f"  {what:22} {seconds:6.1f}  {size:5.1f}  {painted:5.0f}")
    ratios = [b / a for a, b in zip(found["without"], found["with"], strict=True)]
    print("  times                  " + "  ".join(f"{ratio:5.1f}" for ratio in ratios))


def shown_after(browser: Browser, url: str) -> float:
    """Return after how many milliseconds the page at *url* was there and painted."""
    page = browser.new_page()
    page.goto(url)
    painted: float = page.evaluate(PAINTED)
    page.wait_for_load_state("networkidle")
    page.close()
    return painted


def main() -> None:
    """Measure, and print."""
    with TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        with comment_server(folder / "data") as server:
            report_threads(server, folder / "snapshots")
            report_page(browser, server, folder)


if __name__ == "__main__":
    if sys.argv[1:]:
        bake_here(sys.argv[1], Path(sys.argv[2]))
    else:
        main()

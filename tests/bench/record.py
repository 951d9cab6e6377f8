"""What the record costs a build: source pages, people, data and feeds, at most 25 % more.

The same articles are built without these plugins, with the record, and with the feeds as
well, turn and turn about; of each, the round that took the least processor time counts.
Another number of articles may be given: `python tests/bench/record.py 10000`.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.building import PUBLICATION, STEADY
from tests.support.quoting_corpus import write_publication

ARTICLES = 1_000
ROUNDS = 2
MOST = 0.25
CONF = """\
import sys
sys.path.insert(0, {publication!r})
from publishconf import *
PLUGINS = [name for name in PLUGINS if name not in {without!r}]
CACHE_PATH = {cache!r}
# What templates ask the feeds' plugin for.
JINJA_GLOBALS = {{"feed_links": tuple}} if "feeds" in {without!r} else {{}}
"""
BUILDS = {
    "without record and feeds": ["record", "feeds"],
    "with the record": ["feeds"],
    "with record and feeds": [],
}


def seconds(folder: Path, without: list[str]) -> float:
    """Return the processor time of building ``content`` in *folder*, without some plugins."""
    conf = folder / f"conf_{len(without)}.py"
    text = CONF.format(publication=str(PUBLICATION), without=without, cache=str(folder / "cache"))
    conf.write_text(text, encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "pelican", "content", "-s", str(conf), "-o", "output"],
        cwd=folder,
        env={**os.environ, **STEADY},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure, and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_publication(folder / "content", number)
        seconds(folder, [])  # the texts of the works are folded once, and kept
        rounds = [
            {what: seconds(folder, without) for what, without in BUILDS.items()}
            for _ in range(ROUNDS)
        ]
    best = {what: min(each[what] for each in rounds) for what in BUILDS}
    first = next(iter(best.values()))
    print(f"Building {number} articles with {3.5 * number:.0f} quotations, seconds")
    for what, took in best.items():
        print(f"  {what:26} {took:7.1f}  {100 * (took / first - 1):+5.1f} %")
    print(f"  at most {MOST:.0%} more")


if __name__ == "__main__":
    main()

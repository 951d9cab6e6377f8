"""Pelican in forks of a process that has imported it, and done nothing else.

Most of a small build is imports. A fork is still a process of its own, with its own state.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

PROJECT = Path(__file__).parents[2]


def fork_pelican(
    words: Sequence[str], *, cwd: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run ``pelican WORDS…`` in *cwd*; the seed of hashes is the first caller's."""
    with TemporaryDirectory() as folder:
        said = [Path(folder, name) for name in ("stdout", "stderr")]
        wanted = [list(words), str(cwd), dict(environment), [str(path) for path in said]]
        parent = _parent(environment["PYTHONHASHSEED"])
        assert parent.stdin
        assert parent.stdout
        print(json.dumps(wanted), file=parent.stdin, flush=True)
        code = int(parent.stdout.readline())
        stdout, stderr = (path.read_text(encoding="utf-8") for path in said)
    return subprocess.CompletedProcess(words, code, stdout, stderr)


@cache
def _parent(seed: str) -> subprocess.Popen[str]:
    """Start the process that is forked; it ends with this one."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    parent = subprocess.Popen(
        [sys.executable, "-P", __file__],
        env={**inherited, "PYTHONHASHSEED": seed},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(parent.communicate)
    return parent


def _import_all() -> None:
    """Import Pelican and the plugins; settings are read anew by each build."""
    path = list(sys.path)
    sys.path.insert(0, str(PROJECT / "plugins"))
    building = import_module("verbatim.building")
    for name in building.PLUGINS:
        import_module(f"{name}.plugin")
    # What plugins import, compile and load when they need it.
    import_module("bs4")
    import_module("PIL.Image").init()
    import_module("markdown").Markdown(**building.MARKDOWN)
    len(import_module("babel").Locale("en").languages)
    sys.path[:] = path
    # Otherwise each fork copies all this to visit it, and once more to clear it away.
    gc.freeze()


def _become(words: list[str], cwd: str, environment: dict[str, str], said: list[str]) -> None:
    """Make this process what somebody would have started."""
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["pelican", *words]
    for number, name in enumerate([os.devnull, *said]):
        os.dup2(os.open(name, os.O_RDWR | os.O_CREAT), number)


def _serve() -> None:
    """Fork for each line that is heard, and answer with the exit code."""
    from pelican import main

    _import_all()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _become(*json.loads(line))
            main()
            return
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()

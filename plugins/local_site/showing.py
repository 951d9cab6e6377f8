"""Showing the site while it is written."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from pathlib import Path

from comments.serve import Mounted, NotServedError, mount
from local_site.server import LocalSite

WATCHED = ("content", "theme", "theme-overrides", "site.css", "plugins", "pelicanconf.py")
OUTPUT = "output"
CONF = "pelicanconf.py"


def build() -> None:
    """Build the site with its drafts; what is wrong is said, and the last good one stays."""
    words = ["-m", "pelican", "content", "-s", CONF, "-o", OUTPUT, "-e", "SHOW_DRAFTS=true"]
    subprocess.run([sys.executable, *words], check=False)


def comments(site: str) -> Mounted | None:
    """Return the comments of *site*, and say where they are kept or why there are none."""
    setting = runpy.run_path(CONF).get("COMMENTS")
    try:
        mounted = mount(setting, site=site, folder=Path(".comments"))
    except NotServedError as error:
        print(f"Comments are not shown: {error}")  # noqa: T201 - said to the author
        return None
    if mounted:
        print(f"Comments are kept in {mounted.database}.")  # noqa: T201 - said to the author
    return mounted


def show(port: int) -> int:
    """Serve the site until Ctrl-C; return 1 where it cannot be served."""
    build()
    server = LocalSite(comments(f"http://localhost:{port}"))
    for path in WATCHED:
        server.watch(path, build)
    try:
        server.serve(port=port, root=OUTPUT)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        sys.stderr.write(f"error: port {port}: {reason}; choose another with --port\n")
        return 1
    return 0

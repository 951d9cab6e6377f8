"""Showing the site while it is written: what is open reloads, with comments behind a path."""

from __future__ import annotations

import logging
import os
import re
import runpy
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler, StaticFileHandler
from tornado.web import FallbackHandler
from tornado.wsgi import WSGIContainer

from comments.serve import Mounted, NotServedError, mount

WATCHED = ("content", "theme", "theme-overrides", "site.css", "plugins", "pelicanconf.py")
OUTPUT = "output"
CONF = "pelicanconf.py"


# Livereload ships no types.
class SiteHandler(StaticFileHandler):  # type: ignore[misc]
    """Answer with the site's files, and with its own page where one is missing."""

    def write_error(self, status_code: int, **details: Any) -> None:
        page = Path(self.root, "404.html")
        if status_code == 404 and page.is_file():
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(page.read_bytes())
        else:
            super().write_error(status_code, **details)


class LocalSite(Server):  # type: ignore[misc]
    """Livereload's server, and beside the files of the site what is *mounted*."""

    def __init__(self, mounted: Mounted | None) -> None:
        super().__init__()
        # An edit within three seconds of the last would be built, and not shown.
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
        # What they say is written once, whoever else writes down what is said.
        for name in ("livereload", "tornado"):
            logging.getLogger(name).propagate = False
        self.SFH = SiteHandler
        self._mounted = mounted

    def get_web_handlers(self, script: bytes) -> list[tuple[Any, ...]]:
        """Return what answers which addresses, in the order in which they are tried."""
        files: list[tuple[Any, ...]] = super().get_web_handlers(script)
        if self._mounted is None:
            return files
        # The comments answer while the site is being read, each reader on her own.
        container = WSGIContainer(self._mounted.application, ThreadPoolExecutor())
        path = rf"{re.escape(self._mounted.path)}/.*"
        return [(path, FallbackHandler, {"fallback": container}), *files]


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

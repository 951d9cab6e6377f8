"""A server of the built site that reloads what is open, and has the comments behind a path."""

from __future__ import annotations

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler, StaticFileHandler
from tornado.web import FallbackHandler
from tornado.wsgi import WSGIContainer

from comments.serve import Mounted


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

"""Isso beside the local site, on SQLite."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path
from string import Template
from wsgiref.types import WSGIApplication

from isso import config, make_app

from files import replace_text

_TEMPLATE = Path(__file__).with_name("local.cfg")


def database(folder: Path) -> Path:
    """Return where the comments are kept."""
    return folder / "comments.db"


def application(folder: Path, *, endpoint: str, origins: Iterable[str]) -> WSGIApplication:
    """Return Isso, configured in *folder* to take comments from pages at *origins*."""
    path = folder / "isso.cfg"
    text = Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        database=database(folder), endpoint=endpoint, origins="\n    ".join(origins)
    )
    replace_text(path, text)
    # It would complain that the site is not there: we may well be started first.
    logging.disable(logging.WARNING)
    application: WSGIApplication = make_app(config.load(config.default_file(), str(path)))
    logging.disable(logging.NOTSET)
    return application

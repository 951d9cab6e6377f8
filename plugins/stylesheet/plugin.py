"""Putting the theme's stylesheets together while Pelican builds."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals

from stylesheet.bundle import bundle


def name_stylesheet(pelican: Pelican) -> None:
    """Tell templates where the stylesheet is: STYLESHEET, below SITEURL."""
    name = bundle(_sources(pelican)).name
    pelican.settings["STYLESHEET"] = f"{pelican.settings['THEME_STATIC_DIR']}/css/{name}"


def write_stylesheet(pelican: Pelican) -> None:
    """Write the stylesheet beside the theme's other files."""
    whole = bundle(_sources(pelican))
    folder = Path(pelican.output_path, pelican.settings["THEME_STATIC_DIR"], "css")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / whole.name).write_text(whole.text, encoding="utf-8")


def _sources(pelican: Pelican) -> Path:
    return Path(pelican.settings["THEME"], "styles")


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(name_stylesheet)
    signals.finalized.connect(write_stylesheet)

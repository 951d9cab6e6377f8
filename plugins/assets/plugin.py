"""Publishing the theme's stylesheets and scripts while Pelican builds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from assets.colours import as_tokens, for_older_browsers, site_palette, theme_palette, too_faint
from assets.model import Asset
from assets.scripts import scripts
from assets.styles import TOKENS, feed_sheet, main_sheet
from problems import Problem, tell

# Beside COLOURS, not in its place: what every colour of the site is, for whoever draws with it.
PALETTE = "PALETTE"
# Each asset by the name that templates call it; its path is seen from SITEURL.
ASSETS = "ASSETS"


def prepare(pelican: Pelican) -> None:
    """Tell templates and other plugins where the assets will be."""
    settings = pelican.settings
    colours = _colours(settings)
    found = _assets(settings, colours)
    publish(settings, found)


def publish(settings: dict[str, Any], assets: Iterable[Asset]) -> None:
    """Have *assets* written where the site's static files are, for templates to find in ASSETS."""
    static = settings["THEME_STATIC_DIR"]
    placed = {each.name: replace(each, path=f"{static}/{each.path}") for each in assets}
    settings.setdefault(ASSETS, {}).update(placed)


def _colours(settings: dict[str, Any]) -> str:
    tokens = Path(settings["THEME"], "styles", TOKENS)
    known = theme_palette(tokens.read_text(encoding="utf-8")) if tokens.is_file() else {}
    own, problems = site_palette(settings.get("COLOURS", {}), known)
    settings[PALETTE] = {**known, **own}
    for problem in (*problems, *(too_faint(settings[PALETTE]) if own else ())):
        tell(problem)
    return as_tokens(own) + for_older_browsers(settings[PALETTE])


def _assets(settings: dict[str, Any], colours: str) -> Iterator[Asset]:
    theme = Path(settings["THEME"])
    if (theme / "styles").is_dir():
        yield main_sheet(theme / "styles", colours=colours, own=_own_sheets(settings))
    if look := feed_sheet(theme, colours=colours):
        yield look
    yield from scripts(theme / "scripts")


def _own_sheets(settings: dict[str, Any]) -> Iterator[Path]:
    for name in settings.get("SITE_STYLES", ()):
        if Path(name).is_file():
            yield Path(name)
        else:
            message = f"SITE_STYLES: there is no file {name}; mend its path"
            tell(Problem(message=message, code="site-styles"))


def write(pelican: Pelican) -> None:
    """Write the assets beside the theme's other files."""
    for asset in pelican.settings[ASSETS].values():
        path = Path(pelican.output_path, asset.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(asset.text, encoding="utf-8")


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(prepare)
    signals.finalized.connect(write)

"""Publishing the theme's stylesheets and scripts while Pelican builds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pelican import Pelican, signals

import contract.plugin
from assets.colours import as_tokens, for_older_browsers, site_palette, theme_palette, too_faint
from assets.making import TOKENS, feed_sheet, main_sheet, scripts
from assets.model import Asset
from contract.publication import Settings, publication_of
from files import put
from problems import Problem, tell


def prepare(pelican: Pelican) -> None:
    """Tell templates and other plugins where the assets will be."""
    settings = pelican.settings
    colours = _colours(settings)
    found = _assets(settings, colours)
    publish(settings, found)


def publish(settings: Settings, assets: Iterable[Asset]) -> None:
    """Have *assets* written where the site's static files are, for templates to find."""
    static = settings["THEME_STATIC_DIR"]
    placed = {each.name: replace(each, path=f"{static}/{each.path}") for each in assets}
    publication_of(settings).assets.update(placed)


def _colours(settings: Settings) -> str:
    tokens = Path(settings["THEME"], "styles", TOKENS)
    known = theme_palette(tokens.read_text(encoding="utf-8")) if tokens.is_file() else {}
    own, problems = site_palette(settings.get("COLOURS", {}), known)
    palette = publication_of(settings).palette = {**known, **own}
    tell(*problems, *(too_faint(palette) if own else ()))
    return as_tokens(own) + for_older_browsers(palette)


def _assets(settings: Settings, colours: str) -> Iterator[Asset]:
    theme = Path(settings["THEME"])
    if (theme / "styles").is_dir():
        yield main_sheet(theme / "styles", colours=colours, own=_own_sheets(settings))
    if look := feed_sheet(theme, colours=colours):
        yield look
    yield from scripts(theme / "scripts")


def _own_sheets(settings: Settings) -> Iterator[Path]:
    for name in settings.get("SITE_STYLES", ()):
        if Path(name).is_file():
            yield Path(name)
        else:
            message = f"SITE_STYLES: there is no file {name}; mend its path"
            tell(Problem(message=message, code="site-styles"))


def write(pelican: Pelican) -> None:
    """Write the assets beside the theme's other files."""
    for asset in publication_of(pelican.settings).assets.values():
        put(Path(pelican.output_path, asset.path), asset.text.encode())


def register() -> None:
    """Connect the handlers."""
    contract.plugin.register()
    signals.initialized.connect(prepare)
    signals.finalized.connect(write)

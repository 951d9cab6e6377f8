"""Sharing in a Pelican site: its settings, and who draws."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

import contract.plugin
from contract.publication import publication_of
from options import read_options
from problems import Location, Problem, failing, tell
from sharing.generator import SharingGenerator
from sharing.keeping import FOLDER, Cards
from sharing.settings import Sharing


def set_up(pelican: Pelican) -> None:
    """Read the setting SHARING."""
    settings = pelican.settings
    options, wrong = read_options(Sharing, settings.get("SHARING", {}), setting="SHARING")
    publication_of(settings).keep(options)
    for problem in wrong:
        tell(problem)


def add_sharing(_pelican: Pelican) -> type[Generator]:
    """Plan cards and write icons too."""
    return SharingGenerator


def begin_cards(pelican: Pelican) -> None:
    """Begin to draw while pages are written, unless they will not be published."""
    settings = pelican.settings
    if settings["SITEURL"] and not settings.get("VERIFY_ONLY") and not failing():
        publication_of(settings).own(Cards).begin()


def write_cards(pelican: Pelican) -> None:
    """Write the cards beside the pages."""
    if not pelican.settings["SITEURL"]:
        return
    publication = publication_of(pelican.settings)
    cards = publication.own(Cards)
    if failing():
        publication.left_out.update(f"{FOLDER}/{name}" for name in cards.wanted)
        return
    try:
        cards.finish(Path(pelican.output_path, FOLDER))
    except OSError as error:
        message = f"cards cannot be drawn ({error}); empty this folder, or mend its permissions"
        tell(Problem(message=message, code="cache", location=Location(path=cards.folder)))


def register() -> None:
    """Connect the handlers."""
    contract.plugin.register()
    signals.initialized.connect(set_up)
    signals.get_generators.connect(add_sharing)
    signals.get_writer.connect(begin_cards)  # all is read, and nothing written
    signals.finalized.connect(write_cards)

"""Sharing in a Pelican site: its settings, and who draws."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from problems import Problem, tell
from sharing.generator import SETTING, SharingGenerator
from sharing.settings import SettingError, Sharing


def set_up(pelican: Pelican) -> None:
    """Read the setting SHARING."""
    settings = pelican.settings
    try:
        settings[SETTING] = Sharing.read(settings.get("SHARING", {}))
    except SettingError as error:
        tell(Problem(message=f"SHARING: {error}", code="setting"))
        settings[SETTING] = Sharing()


def add_sharing(_pelican: Pelican) -> type[Generator]:
    """Draw cards and icons too."""
    return SharingGenerator


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(set_up)
    signals.get_generators.connect(add_sharing)

"""Feeds in a Pelican site."""

from __future__ import annotations

from pelican import Pelican, signals

from feeds.writer import Writer


def use_writer(_pelican: Pelican) -> type[Writer]:
    """Write feeds without pull-quotes."""
    return Writer


def register() -> None:
    """Connect the handlers."""
    signals.get_writer.connect(use_writer)

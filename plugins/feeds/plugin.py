"""Feeds in a Pelican site."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from feeds.generator import PLACES, FeedsGenerator
from feeds.settings import SETTINGS, places_in
from problems import Problem, Severity, tell

NO_ADDRESS = Problem(
    message="feeds need the site’s own address, and are left out; set SITEURL",
    code="feed-address",
    severity=Severity.WARNING,
)


def set_up(pelican: Pelican) -> None:
    """Take the feeds from Pelican, which writes none where it is told of none."""
    settings = pelican.settings
    places = []
    for found in places_in(settings):
        if isinstance(found, Problem):
            tell(found)
        else:
            places.append(found)
    for name in SETTINGS:
        settings[name] = None
    if places and not settings["SITEURL"]:
        tell(NO_ADDRESS)
        places = []
    settings[PLACES] = tuple(places)


def add_feeds(_pelican: Pelican) -> type[Generator]:
    """Write the feeds."""
    return FeedsGenerator


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(set_up)
    signals.get_generators.connect(add_feeds)

"""Feeds in a Pelican site."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator

from contract.publication import need, publication_of
from feeds.generator import FeedsGenerator
from feeds.plan import LISTS
from feeds.settings import SETTINGS, Places, places_in
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
    publication = publication_of(settings)
    publication.keep(Places(all=tuple(places)))
    if any(place.kind in LISTS for place in places):
        need(publication, "feeds", "languages")


def add_feeds(_pelican: Pelican) -> type[Generator]:
    """Write the feeds."""
    return FeedsGenerator


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(set_up)
    signals.get_generators.connect(add_feeds)

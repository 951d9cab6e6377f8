"""Feeds of what is new: Atom, RSS and JSON Feed."""

from feeds.plugin import register as register

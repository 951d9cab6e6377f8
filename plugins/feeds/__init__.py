"""Feeds of what is new."""

from feeds.plugin import register

__all__ = ["register"]

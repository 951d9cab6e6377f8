"""Pelican's writer, whose feeds say nothing twice."""

from __future__ import annotations

import copy
from typing import Any

from pelican.writers import Writer as PelicanWriter

from quotations.pull_quotes import without_pull_quotes


class Writer(PelicanWriter):  # type: ignore[misc]
    """Leaves pull-quotes out of feeds: their words stand in the text."""

    def write_feed(self, elements: list[Any], *args: Any, **kwargs: Any) -> Any:
        """Write a feed of *elements*, articles in the order of the feed."""
        shown = elements[: self.settings["FEED_MAX_ITEMS"]]
        return super().write_feed([_for_feed(each) for each in shown], *args, **kwargs)


def _for_feed(article: Any) -> Any:
    if not getattr(article, "pull_quotes", ()):
        return article
    shown = copy.copy(article)
    shown._content = without_pull_quotes(article._content)
    return shown

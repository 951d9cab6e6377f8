"""Builds whose cost follows the change, for any Pelican site.

For ``PELICAN_CLASS = "incremental.IncrementalPelican"``, or a class of one's own between it and
Pelican. See the README beside this.
"""

from incremental.asking import answer, ask, share
from incremental.contents import Kept
from incremental.pelican_class import IncrementalPelican
from incremental.reading import of_its_text
from incremental.tracking import Lookups, Tracked, remembered
from incremental.writer import write_made

__all__ = [
    "IncrementalPelican",
    "Kept",
    "Lookups",
    "Tracked",
    "answer",
    "ask",
    "of_its_text",
    "remembered",
    "share",
    "write_made",
]

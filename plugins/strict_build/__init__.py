"""Builds that say all that is wrong, and publish nothing that is.

For ``PELICAN_CLASS = "strict_build.StrictPelican"``.
"""

from strict_build.pelican_class import StrictPelican

__all__ = ["StrictPelican"]

"""Search: what readers look for is found on their own device, in an index beside the pages."""

from search.plugin import register

__all__ = ["register"]

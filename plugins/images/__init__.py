"""Images: found, checked, and made in the sizes and formats that screens ask for."""

from images.plugin import register

__all__ = ["register"]

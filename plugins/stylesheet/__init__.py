"""One stylesheet is served, put together from the theme's layers and named by its content."""

from stylesheet.plugin import register

__all__ = ["register"]

"""A site's settings: checked before anything is built from them, and its menu."""

from settings.plugin import register as register

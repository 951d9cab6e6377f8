"""How a piece looks where it is shared: Open Graph, a card that is drawn, the site's icons."""

from sharing.plugin import register

__all__ = ["register"]

"""The contract in a Pelican site: whoever adds to it calls `register`, as often as it likes."""

from __future__ import annotations

from pelican import signals
from pelican.contents import Article, Content, Page

from contract.text import text_of


def carry(content: Content) -> None:
    """Let templates find what a text carries, whichever reader read it."""
    if isinstance(content, Article | Page):
        text_of(content)


def register() -> None:
    """Connect the handler."""
    signals.content_object_init.connect(carry)

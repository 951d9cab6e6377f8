"""The contract in a Pelican site: whoever adds to it calls `register`, as often as it likes."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.contents import Article, Content, Page

from contract.publication import offer, publication_of
from contract.text import text_of
from incremental import of_its_text


def introduce(pelican: Pelican) -> None:
    """Let templates find what the site carries, and call authors and sections by their names."""
    publication = publication_of(pelican.settings)
    offer(
        pelican.settings,
        author_name=publication.author_name,
        section_name=publication.section_name,
    )


@of_its_text
def carry(content: Content) -> None:
    """Let templates find what a text carries, whichever reader read it."""
    if isinstance(content, Article | Page):
        text_of(content)


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(introduce)
    signals.content_object_init.connect(carry)

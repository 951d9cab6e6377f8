"""Checking what Pelican built, where CHECK_SITE asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from contract.publication import publication_of
from problems import tell
from site_check.check import check_site


class PageSources(dict[str, Path]):
    """Which file each page is made from."""


def note_sources(generators: Sequence[Generator]) -> None:
    """Note which text each page is made from."""
    generator = generators[0]
    sources = PageSources(
        (content.save_as, Path(content.source_path))
        for content in generator.context["generated_content"].values()
        if hasattr(content, "save_as") and hasattr(content, "source_path")
    )
    publication_of(generator.settings).keep(sources)


def check_output(pelican: Pelican) -> None:
    """Tell what is wrong with the site that was built."""
    settings = pelican.settings
    if settings.get("CHECK_SITE"):
        publication = publication_of(settings)
        tell(
            *check_site(
                Path(pelican.output_path),
                home=settings["SITEURL"],
                sources=publication.own(PageSources),
                left_out=publication.left_out,
            )
        )


def register() -> None:
    """Connect the handlers."""
    signals.all_generators_finalized.connect(note_sources)
    signals.finalized.connect(check_output)

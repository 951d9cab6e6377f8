"""JSON-LD in a Pelican site, and checks of what is told to machines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator, StaticGenerator

from contract.piece import Piece, articles_of, stated
from contract.publication import publication_of
from contract.text import text_of
from incremental import of_its_text
from options import read_options, such
from problems import Problem, Severity, tell
from structured_data.circular import House, circular
from structured_data.pages import Describer
from structured_data.purposes import policies, wrong_directive, wrong_purposes
from structured_data.site import Site, licence_address

Address = Annotated[
    str,
    "the address where its text stands, as https://…",
    such(lambda url: url.startswith(("https://", "http://")) or not url),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOptions:
    """What machines are told of the site: where its licence stands, and its logo's path."""

    license: Address = ""
    logo: str = ""


def _options(settings: dict[str, Any]) -> tuple[DataOptions, list[Problem]]:
    return read_options(DataOptions, settings.get("STRUCTURED_DATA", {}), setting="STRUCTURED_DATA")


def check_options(pelican: Pelican) -> None:
    """Say what is wrong with the setting STRUCTURED_DATA."""
    tell(*_options(pelican.settings)[1])


def link_logo(generator: StaticGenerator) -> None:
    """Publish the logo as it is, as what a text links to; say where there is none."""
    logo = _options(generator.settings)[0].logo
    if logo and Path(generator.settings["PATH"], logo).is_file():
        generator.context["static_links"].add(logo)
    elif logo:
        message = f"the logo {logo} is no file of the content; correct its path, or take it out"
        tell(Problem(message=message, code="setting"))


@of_its_text
def check_robots(content: Content) -> None:
    """Check what a text tells search engines: a slip would be obeyed by none."""
    if wrong := wrong_directive(stated(content, "robots", "index")):
        _say(content, "robots", wrong, "robots")


def check_purposes(generator: PagesGenerator) -> None:
    """Check what the pages of the house are for."""
    for page, message in wrong_purposes([*generator.pages, *generator.hidden_pages]):
        _say(page, "purpose", message, "purpose")


def check_republications(generator: ArticlesGenerator) -> None:
    """Check, once all articles are read, that what was republished came from elsewhere."""
    settings = generator.settings
    articles = articles_of(generator, drafts=True)
    translators = publication_of(settings).translators
    taken = [each for each in articles if text_of(each).republication] if translators else []
    languages = {each.lang for each in taken}
    house = House(
        names=(
            settings["SITENAME"],
            *(translators(each)(settings["SITENAME"]) for each in languages if translators),
        ),
        addresses=(settings["SITEURL"], settings.get("PUBLISHED_AT", "")),
    )
    for article, message in circular(articles, house):
        _say(article, "source", message, "circular-republication")


def _say(content: Piece, field: str, message: str, code: str) -> None:
    # Pelican makes a draft of what has a date in the future, too.
    severity = Severity.WARNING if content.status == "draft" else Severity.ERROR
    text_of(content).tell(message, code, field, severity=severity)


def describe(generators: Iterable[Generator]) -> None:
    """Let templates describe their pages, once everything is read."""
    generators = list(generators)
    pages = [
        page
        for generator in generators
        if isinstance(generator, PagesGenerator)
        for page in generator.pages
    ]
    for generator in generators[:1]:
        site = _site(generator.settings, generator.context, pages)
        generator.context["json_ld"] = Describer(site=site)


def _site(settings: dict[str, Any], context: dict[str, Any], pages: list[Piece]) -> Site:
    options = _options(settings)[0]
    return Site(
        name=settings["SITENAME"],
        publication=publication_of(settings),
        url=settings["SITEURL"],
        promise=settings.get("PROMISE", ""),
        license=options.license or licence_address(settings.get("LICENSE", "")),
        logo=options.logo,
        policies=policies(pages),
        images={name: file.url for name, file in context["static_content"].items()},
    )


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(check_options)
    signals.content_object_init.connect(check_robots)
    signals.static_generator_init.connect(link_logo)
    signals.page_generator_finalized.connect(check_purposes)
    signals.article_generator_finalized.connect(check_republications)
    signals.all_generators_finalized.connect(describe)

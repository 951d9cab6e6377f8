"""Pelican's side: the service from the settings, and a thread for each article."""

from __future__ import annotations

import logging
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from pelican import signals

from comments.identity import Claim, clashes, read_claim
from comments.model import Service, Standing, Thread
from comments.settings import NONE, read_service

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican import Pelican
    from pelican.contents import Article
    from pelican.generators import ArticlesGenerator

    from problems import Problem

logger = logging.getLogger(__name__)

# Beside COMMENTS, not in its place: a build must not change what the next one reads.
SERVICE = "COMMENT_SERVICE"


def use_service(pelican: Pelican) -> None:
    """Read COMMENTS once; templates and other plugins find the service in the settings."""
    settings = pelican.settings
    settings[SERVICE], problems = read_service(
        settings.get("COMMENTS", {"provider": NONE}),
        siteurl=settings["SITEURL"],
        language=settings["DEFAULT_LANG"],
    )
    _report(problems)


def open_threads(generator: ArticlesGenerator) -> None:
    """Give every article ``comments_thread``: None for drafts, and where comments are off."""
    service: Service | None = generator.settings[SERVICE]
    for draft in chain(generator.drafts, generator.drafts_translations):
        draft.comments_thread = None
    claims = []
    for article in _published(generator):
        claim, problems = _claim(article)
        _report(problems)
        article.comments_thread = _thread(article, claim, service)
        if claim.standing is not Standing.OFF:
            claims.append(claim)
    _report(clashes(claims))


def _published(generator: ArticlesGenerator) -> Iterable[Article]:
    return chain(
        generator.articles,
        generator.translations,
        generator.hidden_articles,
        generator.hidden_translations,
    )


def _claim(article: Article) -> tuple[Claim, list[Problem]]:
    family = min(one.source_path for one in (article, *article.translations))
    return read_claim(
        Path(article.source_path), url=article.url, metadata=article.metadata, family=family
    )


def _thread(article: Article, claim: Claim, service: Service | None) -> Thread | None:
    if service is None or claim.standing is Standing.OFF:
        return None
    return Thread(
        service=service,
        id=claim.id,
        title=str(article.title),
        language=article.lang,
        open=claim.standing is Standing.ON,
    )


def _report(problems: Iterable[Problem]) -> None:
    for problem in problems:
        logger.error("%s", problem)


def register() -> None:
    """Connect the handlers, each named by what it does."""
    signals.initialized.connect(use_service)
    signals.article_generator_finalized.connect(open_threads)

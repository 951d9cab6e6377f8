"""The site's articles, read as a build reads them: an old page has to find the right one."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pelican import Pelican, signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.settings import Settings, read_settings

from comments.model import Claim, Service
from comments.moving.model import Known, MovingError
from contract.piece import articles_of
from contract.publication import publication_of
from contract.text import text_of


class _AllRead(Exception):  # noqa: N818 - it stops a build, and is no error
    """The articles were read, and nothing else of the build is needed."""


class _Failures(logging.Handler):
    """Counts the errors of a build, and keeps them off the terminal: `inv verify` tells them."""

    def __init__(self) -> None:
        super().__init__(level=logging.ERROR)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - only their number counts
        self.count += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSite:
    """The published articles, the service of the settings, and where the site is published.

    It is not *whole* where an error may have kept an article from being read.
    """

    articles: tuple[Known, ...]
    service: Service | None
    url: str
    whole: bool


def read_site(content: Path, *, conf: Path) -> ReadSite:
    """Return the site of *content*. Raises MovingError where it is not there."""
    if not content.is_dir():
        message = "there is no such folder; name one that holds articles: --content DIR"
        raise MovingError(message, path=content)
    if not conf.is_file():
        message = "there are no such settings; name the site’s: --settings FILE"
        raise MovingError(message, path=conf)
    # Pelican would empty the output before it reads.
    override = {"PATH": str(content), "DELETE_OUTPUT_DIRECTORY": False}
    settings = read_settings(str(conf), override=override)
    with _quietly() as failures:
        articles = tuple(_read(settings))
    return ReadSite(
        articles=articles,
        service=publication_of(settings).comments,
        url=settings["SITEURL"] or settings.get("PUBLISHED_AT", ""),
        whole=failures.count == 0,
    )


def _read(settings: Settings) -> list[Known]:
    """Return the published articles, and stop the build where it would begin to write."""
    known: list[Known] = []

    def keep(generator: ArticlesGenerator) -> None:
        known.extend(
            _known(article, claim)
            for article in articles_of(generator)
            if (claim := text_of(article).claim)
        )
        raise _AllRead

    try:
        pelican = Pelican(settings)
        # After the plugins, which find an article's thread.
        signals.article_generator_finalized.connect(keep)
        pelican.run()
    except _AllRead:
        pass
    finally:
        signals.article_generator_finalized.disconnect(keep)
    return known


@contextmanager
def _quietly() -> Iterator[_Failures]:
    """Count the errors that are logged meanwhile, and print none."""
    failures = _Failures()
    log = logging.getLogger()
    others, log.handlers = log.handlers, [failures]
    try:
        yield failures
    finally:
        log.handlers = others
        # Pelican's says everything, of other libraries as well.
        log.setLevel(logging.WARNING)


def _known(article: Article, claim: Claim) -> Known:
    return Known(
        id=claim.id,
        path=f"/{article.url}",
        slug=article.slug,
        language=article.lang,
        title=str(article.title),
        standing=claim.standing,
    )

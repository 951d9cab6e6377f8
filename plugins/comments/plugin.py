"""Pelican's side: the service from the settings, and a thread for each article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pelican import Pelican, signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.writers import Writer

import contract.plugin
from assets.making import script, sheet
from assets.plugin import publish
from comments import adapters
from comments.baking.bake import bake
from comments.identity import clashes, listing, read_claim, share
from comments.model import Archive, Claim, Comment, Service, Standing, Thread, Threads
from comments.policy import page_policy, read_own
from comments.settings import NONE, read_service
from contract.piece import articles_of, stated
from contract.publication import build_time, need, offer, publication_of
from contract.text import text_of
from files import put
from problems import tell


def use_service(pelican: Pelican) -> None:
    """Read COMMENTS once; templates and other plugins find the service in the publication."""
    settings = pelican.settings
    service, problems = read_service(
        settings.get("COMMENTS", {"provider": NONE}),
        siteurl=settings["SITEURL"],
        language=settings["DEFAULT_LANG"],
    )
    tell(*problems)
    # What is not published yet has no thread: it would be a second one of the same article.
    if service and not settings.get("PREVIEW"):
        publication = publication_of(settings)
        publication.comments = service
        need(publication, "comments", "assets")
        _use_files(settings, service.name)
    sources, problems = read_own(settings.get("CONTENT_POLICY", {}))
    tell(*problems)
    offer(settings, content_policy=partial(page_policy, own=sources))


def _use_files(settings: dict[str, Any], provider: str) -> None:
    """Publish the provider's script and styles, and let its template be found."""
    folder = adapters.folder(provider)
    publish(settings, (script(path) for path in folder.glob(f"{provider}.js")))
    publish(settings, (sheet(path) for path in folder.glob(f"{provider}.css")))
    # Behind those of the site: it may have a template of its own in their place.
    overrides = settings["THEME_TEMPLATES_OVERRIDES"]
    settings["THEME_TEMPLATES_OVERRIDES"] = [*overrides, str(folder.parent)]


def find_threads(generator: ArticlesGenerator) -> None:
    """Give articles their claims and threads: none for drafts, and none where comments are off."""
    service = publication_of(generator.settings).comments
    articles = articles_of(generator)  # drafts have none
    claims = _claims(articles, service)
    for article, claim in zip(articles, claims, strict=True):
        text = text_of(article)
        text.claim, text.thread = claim, _thread(article, claim, service)
    if service and service.bake and not generator.settings.get("VERIFY_ONLY"):
        _bake(generator, service, articles)


def _bake(generator: ArticlesGenerator, service: Service, articles: Iterable[Article]) -> None:
    """Give every thread the comments that its server has."""
    threads: dict[str, Path] = {}
    claimed = [_first_address(draft) for draft in generator.drafts + generator.drafts_translations]
    texts = [text_of(article) for article in articles]
    for text in texts:
        if text.thread:
            threads.setdefault(text.thread.id, text.path)
        elif text.claim:
            claimed.append(text.claim.id)
    found, problems = bake(
        service,
        threads,
        claimed=claimed,
        cache=Path(generator.settings["CACHE_PATH"], "comments"),
        zone=ZoneInfo(generator.settings["TIMEZONE"]),
    )
    tell(*problems)
    for text in texts:
        if text.thread:
            text.thread = replace(text.thread, comments=found.get(text.thread.id))


def _first_address(draft: Article) -> str:
    """Return the id of the thread that *draft* had, if it was published before."""
    pattern = draft.settings["ARTICLE_URL" if draft.in_default_lang else "ARTICLE_LANG_URL"]
    address = pattern.format(**draft.url_format)
    return stated(draft, "comments_id", f"/{address}")


def list_threads(generator: ArticlesGenerator, writer: Writer) -> None:
    """Write which threads there are, for the web server, where the site names a file."""
    service = publication_of(generator.settings).comments
    if service and service.open_threads:
        threads = [text_of(article).thread for article in articles_of(generator)]
        listed = listing(filter(None, threads)).encode("ascii")
        put(Path(writer.output_path, service.open_threads), listed)


def _claims(articles: Iterable[Article], service: Service | None) -> list[Claim]:
    """Return the articles' claims, and tell what is wrong with them."""
    claims = []
    for article in articles:
        claim, problems = read_claim(
            text_of(article),
            url=article.url,
            metadata=article.metadata,
            written=article.date,
            family=min(one.source_path for one in (article, *article.translations)),
        )
        text_of(article).tell_all(problems)
        claims.append(claim)
    if service and service.threads is Threads.SHARED:
        claims = share(claims)
    if service and service.close_after:
        since = build_time() - timedelta(days=service.close_after)
        claims = [claim.closed_before(since) for claim in claims]
    tell(*clashes(claim for claim in claims if claim.standing is not Standing.OFF))
    return claims


def _thread(article: Article, claim: Claim, service: Service | None) -> Thread | None:
    if service is None or claim.standing is Standing.OFF:
        return None
    return Thread(
        service=service,
        id=claim.id,
        title=str(article.title),
        language=article.lang,
        open=claim.standing is Standing.OPEN,
        comments=_unpublished(service),
    )


def _unpublished(service: Service) -> tuple[Comment, ...] | None:
    """Return that there are no comments where an author looks at what is not published yet."""
    own = isinstance(service.provider, Archive) and not service.site_origin
    return () if own else None


def register() -> None:
    """Connect the handlers, each named by what it does."""
    contract.plugin.register()
    signals.initialized.connect(use_service)
    signals.article_generator_finalized.connect(find_threads)
    signals.article_writer_finalized.connect(list_threads)

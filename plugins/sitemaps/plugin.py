"""Sitemaps in a Pelican site: written last, from the pages that are there."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pelican import Pelican, signals
from pelican.generators import StaticGenerator

from contract.publication import build_time, publication_of
from files import put
from problems import Problem, tell
from sitemaps.pages import listed_pages, news_sitemap, sitemaps
from sitemaps.security import Security, read_security

SECURITY_TXT = ".well-known/security.txt"


class OwnFiles(frozenset[str]):
    """What the site has itself, which nothing of ours overwrites."""


def check_security(pelican: Pelican) -> None:
    """Say what is wrong with the setting SECURITY, while nothing is written yet."""
    _, problems = _security(pelican.settings)
    tell(*problems)


def keep_own(generator: StaticGenerator) -> None:
    """Leave alone what the site has itself, from content/extra."""
    publication = publication_of(generator.settings)
    publication.keep(OwnFiles(file.save_as for file in generator.staticfiles))


def write_files(pelican: Pelican) -> None:
    """Write what is asked for at fixed addresses; all of it names the published one."""
    settings = pelican.settings
    output, site = Path(pelican.output_path), settings["SITEURL"]
    if not site or settings.get("PREVIEW"):
        _write(output, {"robots.txt": robots(()).encode()}, publication_of(settings).own(OwnFiles))
        return
    pages = list(listed_pages(output, site))
    files = sitemaps(pages, site)
    names = {page.lang: _name(settings, page.lang) for page in pages}
    files["news-sitemap.xml"] = news_sitemap(pages, names, now=build_time())
    listed = [f"{site}/{name}" for name in ("sitemap.xml", "news-sitemap.xml")]
    files["robots.txt"] = robots(listed).encode()
    security, _ = _security(settings)
    if security:
        files[SECURITY_TXT] = security.text(f"{site}/{SECURITY_TXT}").encode()
    _write(output, files, publication_of(settings).own(OwnFiles))


def _security(settings: dict[str, Any]) -> tuple[Security | None, list[Problem]]:
    # A local site has no address, and writes none of these files.
    address = settings["SITEURL"] or settings.get("PUBLISHED_AT", "")
    return read_security(
        settings.get("SECURITY", {}),
        host=urlsplit(address).hostname or "localhost",
        languages=publication_of(settings).languages,
        now=build_time(),
    )


def _name(settings: dict[str, Any], language: str) -> str:
    translators = publication_of(settings).translators
    name = str(settings["SITENAME"])
    return translators(language)(name) if translators else name


def _write(output: Path, files: Mapping[str, bytes], own: Container[str]) -> None:
    for name, content in files.items():
        if name not in own:
            put(output / name, content)


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(check_security)
    signals.static_generator_finalized.connect(keep_own)
    signals.finalized.connect(write_files)


def robots(sitemaps: Sequence[str]) -> str:
    """Return who may read what: everybody all of it, and here are the *sitemaps*.

    Where there are none, nobody is asked in: it is a preview, or the site of one's own machine.
    """
    if not sitemaps:
        return "User-agent: *\nDisallow: /\n"
    listed = "".join(f"Sitemap: {url}\n" for url in sitemaps)
    return f"User-agent: *\nAllow: /\n\n{listed}"

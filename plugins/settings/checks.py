"""What can be wrong with the settings of a site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from rapidfuzz.distance import OSA

from contract.publication import Settings
from languages.translator import is_language
from options import read_value, such
from problems import Problem, Severity, did_you_mean

Language = Annotated[str, "a language’s code (ISO 639-1), as ka", such(is_language)]
ByLanguage = Annotated[Mapping[Language, str], 'its translations, as {"ka": "…"}']
Sentence = Annotated[str, 'one sentence, or none: ""']
# Of each setting that is no dictionary of options, the type, and what goes on in the place of
# what is wrong; in that of LANGUAGES, the site's own.
TYPES: Mapping[str, tuple[Any, Any]] = {
    "SITENAME": (Annotated[str, "what the site is called, a text", such(str.strip)], "…"),
    "PROMISE": (Sentence, ""),
    "LICENSE": (Sentence, ""),
    "DEFAULT_LANG": (Language, "en"),
    "LANGUAGES": (Annotated[tuple[Language, ...], 'a list, as ("en", "ka")'], None),
    "TRANSLATIONS": (
        Annotated[Mapping[str, ByLanguage], 'a dictionary, as {SITENAME: {"ka": "…"}}'],
        {},
    ),
    "SECTIONS": (
        Annotated[Mapping[str, ByLanguage], 'a dictionary, as {"Rivers": {"ka": "…"}}'],
        {},
    ),
    "METADATA_FIELDS": (Annotated[tuple[str, ...], "a list of names"], ()),
    "SITE_STYLES": (Annotated[tuple[str | Path, ...], "a list of paths"], ()),
    "PREVIEW": (bool, False),
    "SHOW_DRAFTS": (bool, False),
    "CHECK_SITE": (bool, False),
    "VERIFY_ONLY": (bool, False),
}
PLACEHOLDER = re.compile(r"%\(\w+\)s")

# What a site states of itself.
HOUSE = frozenset(
    "PROMISE LICENSE PUBLISHED_AT LANGUAGES TRANSLATIONS SECTIONS NAVIGATION COLOURS SITE_STYLES"
    " ACTIVE_CONTENT COMMENTS CONTENT_POLICY IMAGES QUOTATIONS STRUCTURED_DATA SHARING SECURITY"
    " PREVIEW METADATA_FIELDS".split()
)
# How it is built, and where the lists that Pelican leaves to a site are.
OURS = HOUSE | frozenset(
    "SHOW_DRAFTS CHECK_SITE PROBLEM_FORMAT VERIFY_ONLY PELICAN_CLASS ROOT"
    " SOURCE_FEED_ATOM FEED_ALL_JSON"
    " ARCHIVES_URL AUTHORS_URL CATEGORIES_URL TAGS_URL ARCHIVES_SAVE_AS AUTHORS_SAVE_AS"
    " CATEGORIES_SAVE_AS TAGS_SAVE_AS TIMEZONE FEED_DOMAIN DEFAULT_CONFIG".split()
)


def typed(settings: Settings) -> Iterator[Problem]:
    """Yield what is not of the type that its setting has, and put what is left in its place."""
    for name, (kind, default) in TYPES.items():
        if name not in settings:
            continue
        usual = (settings["DEFAULT_LANG"],) if name == "LANGUAGES" else default
        settings[name], problems = read_value(
            kind, settings[name], usual, setting=name, code="site-setting"
        )
        yield from problems


def wrong_site(settings: Settings) -> Iterator[Problem]:
    """Yield what is wrong with the site's address."""
    url = str(settings.get("SITEURL") or "")
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname):
        hint = "" if parts.scheme else f"; did you mean https://{url.lstrip('/')}?"
        yield _wrong(f"SITEURL begins with https://, unlike “{url}”{hint}")
    elif parts.query or parts.fragment:
        yield _wrong(f"SITEURL is where the site begins, without ? and #, unlike “{url}”")


def wrong_languages(settings: Settings) -> Iterator[Problem]:
    """Say where the site's own language is not among its languages."""
    default, languages = settings["DEFAULT_LANG"], settings.get("LANGUAGES")
    if languages and default not in languages:
        hint = did_you_mean(str(default), languages)
        yield _wrong(f"DEFAULT_LANG, “{default}”, is not among LANGUAGES{hint or '; add it'}")


def wrong_translations(settings: Settings) -> Iterator[Problem]:
    """Yield which of TRANSLATIONS have other placeholders than what they translate."""
    for text, said in settings.get("TRANSLATIONS", {}).items():
        for translation in said.values():
            if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(translation)):
                yield _wrong(
                    f"TRANSLATIONS: “{translation}” has to have the same %(…)s as “{text}”"
                )


def misspelt(stated: Collection[str], known: Collection[str]) -> Iterator[Problem]:
    """Yield a warning for each setting that is one slip away from a known one.

    A site may have settings of its own, for its own templates: others pass.
    """
    for name in sorted(set(stated) - set(known) - set(OURS)):
        for right in sorted({*known, *OURS}):
            if OSA.distance(name, right, score_cutoff=1) == 1:
                message = f"nothing reads the setting {name}; did you mean {right}?"
                yield Problem(message=message, code="unknown-setting", severity=Severity.WARNING)


def _wrong(message: str) -> Problem:
    return Problem(message=message, code="site-setting")

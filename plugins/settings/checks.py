"""What can be wrong with the settings of a site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from rapidfuzz.distance import OSA

from languages.translator import is_language
from problems import Problem, Severity
from problems.suggestions import did_you_mean
from settings.names import OURS

PLACEHOLDER = re.compile(r"%\(\w+\)s")


def wrong_site(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what cannot be: a site without a name, without a language, at no address."""
    name = settings.get("SITENAME")
    if not isinstance(name, str) or not name.strip():
        yield _wrong("SITENAME is what the site is called; write it as a text")
    for setting in ("PROMISE", "LICENSE"):
        if not isinstance(settings.get(setting, ""), str):
            yield _wrong(f'{setting} is one sentence, or none: ""')
    url = str(settings.get("SITEURL") or "")
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname):
        hint = "" if parts.scheme else f"; did you mean https://{url.lstrip('/')}?"
        yield _wrong(f"SITEURL begins with https://, unlike “{url}”{hint}")
    elif parts.query or parts.fragment:
        yield _wrong(f"SITEURL is where the site begins, without ? and #, unlike “{url}”")


def wrong_languages(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with LANGUAGES and DEFAULT_LANG."""
    default = settings["DEFAULT_LANG"]
    languages = settings.get("LANGUAGES", (default,))
    if isinstance(languages, str) or not isinstance(languages, list | tuple):
        yield _wrong(f'LANGUAGES lists languages, as ("{default}",), unlike {languages!r}')
        return
    for language in languages:
        if not isinstance(language, str) or not is_language(language):
            yield _wrong(
                f"LANGUAGES: “{language}” is no language; write its code (ISO 639-1), as ka"
            )
    if default not in languages:
        hint = did_you_mean(str(default), map(str, languages))
        yield _wrong(f"DEFAULT_LANG, “{default}”, is not among LANGUAGES{hint or '; add it'}")


def wrong_translations(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with TRANSLATIONS: a form, a language, a placeholder."""
    stated = settings.get("TRANSLATIONS", {})
    if not isinstance(stated, dict) or not all(isinstance(said, dict) for said in stated.values()):
        yield _wrong('TRANSLATIONS names, for a text, its translations: {SITENAME: {"ka": "…"}}')
        return
    for text, said in stated.items():
        for language, translation in said.items():
            if not is_language(str(language)):
                yield _wrong(f"TRANSLATIONS: “{language}” is no language; write its code, as ka")
            if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(str(translation))):
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

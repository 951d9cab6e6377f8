"""The setting COMMENTS, from a dictionary to a service."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import PurePosixPath
from typing import Annotated, Any

from comments.adapters import providers
from comments.model import Archive, Load, Provider, Service, Spam, Threads
from comments.urls import Address, origin
from options import read_fields, read_named, read_options, read_value, such
from problems import Problem

NONE = "none"
CODE = "comments-setting"
# A hundred years: the calendar has an end.
MOST_DAYS = 36_500


def _is_file(name: str) -> bool:
    """Tell whether *name* is that of a file below the output, or empty."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in name and bool(path.name or not name)


Days = Annotated[
    int,
    f"a number of days, at most {MOST_DAYS}, or 0 for never",
    such(lambda days: 0 <= days <= MOST_DAYS),
]
FileOfOutput = Annotated[str, "a file of the output, as open-threads.map", such(_is_file)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What COMMENTS may say of any provider; None is what the provider does of itself."""

    provider: str = NONE
    privacy: str | Mapping[str, str] = ""
    spam: Spam | None = None
    load: Load = Load.CLICK
    threads: Threads = Threads.LANGUAGE
    close_after_days: Days = 0
    bake: bool | None = None
    open_threads: FileOfOutput = ""


def read_service(
    setting: object, *, siteurl: str = "", language: str = "en"
) -> tuple[Service | None, list[Problem]]:
    """Return the service that *setting* describes, or None and what has to be mended.

    *language* is that of a privacy sentence which does not name its own.
    """
    known = providers()
    stated: Any = {"provider": setting.get("provider")} if isinstance(setting, Mapping) else setting
    named, faults = read_named({"provider": (*known, NONE)}, stated, setting="COMMENTS", code=CODE)
    kind = known.get(named.get("provider", NONE))
    if kind is None or not isinstance(setting, Mapping):
        return None, faults
    own = [field.name for field in fields(kind)]
    common, faults = read_options(Common, setting, setting="COMMENTS", code=CODE, beside=own)
    configured = {name: setting[name] for name in own if name in setting}
    values, wrong = read_fields(kind, configured, setting="COMMENTS", code=CODE)
    site, unlike = (
        read_value(Address, siteurl, "", setting="SITEURL", code=CODE) if siteurl else ("", [])
    )
    faults += [*wrong, *unlike, *_impossible(common, kind, language)]
    return (None if faults else _service(common, kind(**values), site, language)), faults


def _impossible(common: Common, kind: type[Provider], language: str) -> Iterator[Problem]:
    """Yield what one option cannot be beside the others."""
    said = _privacy(common, language).get(language, "").strip()
    if not said and (common.privacy or not kind.policy):
        yield _wrong(
            "“privacy” says who keeps the comments and where they go: in one sentence, or in one"
            f" for each language, {language} among them"
        )
    if common.bake and not issubclass(kind, Archive):
        yield _wrong(f"those of {kind.title} cannot be read at build; leave out “bake”")


def _service(common: Common, provider: Provider, site: str, language: str) -> Service:
    can_bake = isinstance(provider, Archive) and bool(site)
    return Service(
        provider=provider,
        privacy=_privacy(common, language),
        spam=common.spam or provider.spam,
        load=common.load,
        threads=common.threads,
        close_after=common.close_after_days,
        bake=can_bake if common.bake is None else common.bake,
        open_threads=common.open_threads,
        site_origin=origin(site) if site else "",
    )


def _privacy(common: Common, language: str) -> Mapping[str, str]:
    """Return the sentences by language, the site's own first."""
    if isinstance(common.privacy, str):
        return {language: common.privacy} if common.privacy else {}
    own = {language: common.privacy[language]} if language in common.privacy else {}
    return {**own, **common.privacy}


def _wrong(message: str) -> Problem:
    return Problem(message=f"COMMENTS: {message}", code=CODE)

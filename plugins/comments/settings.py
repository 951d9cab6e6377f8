"""The setting COMMENTS, from a dictionary to a service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import MISSING, fields
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TypeVar

from comments.adapters import providers
from comments.model import Archive, Load, Provider, Service, SettingError, Spam, Threads
from comments.urls import base_url, origin
from problems import Problem
from problems.suggestions import did_you_mean

NONE = "none"
# A hundred years: the calendar has an end.
MOST_DAYS = 36_500
_COMMON = "provider privacy spam load threads close_after_days bake open_threads".split()
_Choice = TypeVar("_Choice", bound=StrEnum)


class _Faults(list[Problem]):
    """All that is wrong with the setting: a build reports it all, not the first."""

    @contextmanager
    def caught(self) -> Iterator[None]:
        try:
            yield
        except SettingError as error:
            self.append(Problem(message=str(error), code="comments-setting"))


def read_service(
    setting: object, *, siteurl: str = "", language: str = "en"
) -> tuple[Service | None, list[Problem]]:
    """Return the service that *setting* describes, or None and what has to be mended.

    *language* is that of a privacy sentence which does not name its own.
    """
    faults = _Faults()
    service = None
    with faults.caught():
        values = _mapping(setting)
        kind = _provider(values.get("provider"))
        if kind:
            service = _service(kind, values, siteurl=siteurl, language=language, faults=faults)
    return service, faults


def _service(
    kind: type[Provider],
    values: Mapping[str, object],
    *,
    siteurl: str,
    language: str,
    faults: _Faults,
) -> Service | None:
    own = {field.name for field in fields(kind)}
    with faults.caught():
        _refuse_unknown(values, [*_COMMON, *own])
    with faults.caught():
        load = _one_of(Load, values, "load", Load.CLICK)
    with faults.caught():
        threads = _one_of(Threads, values, "threads", Threads.LANGUAGE)
    with faults.caught():
        spam = _one_of(Spam, values, "spam", kind.spam)
    with faults.caught():
        privacy = _privacy(values.get("privacy"), language=language, ours=not kind.policy)
    with faults.caught():
        close_after = _days(values.get("close_after_days", 0))
    with faults.caught():
        bake = _bake(kind, values.get("bake", issubclass(kind, Archive) and bool(siteurl)))
    with faults.caught():
        open_threads = _file(values.get("open_threads", ""))
    with faults.caught():
        site_origin = origin(base_url(siteurl, what="SITEURL")) if siteurl else ""
    with faults.caught():
        provider = _configured(kind, {key: values[key] for key in own if key in values})
    if faults:
        return None
    return Service(
        provider=provider,
        privacy=privacy,
        spam=spam,
        load=load,
        threads=threads,
        close_after=close_after,
        bake=bake,
        open_threads=open_threads,
        site_origin=site_origin,
    )


def _mapping(setting: object) -> Mapping[str, object]:
    if not isinstance(setting, Mapping):
        raise SettingError('COMMENTS must be a dictionary, such as {"provider": "none"}')
    return setting


def _provider(name: object) -> type[Provider] | None:
    known = providers()
    if name == NONE:
        return None
    if not isinstance(name, str) or name not in known:
        raise _unknown('COMMENTS["provider"]', name, [*known, NONE])
    return known[name]


def _refuse_unknown(values: Mapping[str, object], known: Iterable[str]) -> None:
    for key in values:
        if key not in known:
            raise _unknown("COMMENTS", key, known)


def _one_of(
    kind: type[_Choice], values: Mapping[str, object], name: str, default: _Choice
) -> _Choice:
    value = values.get(name, default)
    if value not in list(kind):
        raise _unknown(f'COMMENTS["{name}"]', value, kind)
    return kind(str(value))


def _privacy(value: object, *, language: str, ours: bool) -> Mapping[str, str]:
    """Return the sentences by language, the site's own first."""
    if value is None and not ours:
        return {}
    sentences = {language: value} if isinstance(value, str) else value
    if not isinstance(sentences, Mapping) or not str(sentences.get(language) or "").strip():
        raise SettingError(
            'COMMENTS["privacy"] must say who keeps the comments and where they go: in one'
            f" sentence, or in one for each language, {language} among them"
        )
    ordered = {language: sentences[language], **sentences}
    return {code: str(text) for code, text in ordered.items()}


def _days(value: object) -> int:
    if type(value) is not int or not 0 <= value <= MOST_DAYS:
        raise SettingError(
            'COMMENTS["close_after_days"] must be a number of days, at most'
            f" {MOST_DAYS}, or 0 for never, not {value!r}"
        )
    return value


def _bake(kind: type[Provider], value: object) -> bool:
    if not isinstance(value, bool):
        raise SettingError(f'COMMENTS["bake"] must be True or False, not {value!r}')
    if value and not issubclass(kind, Archive):
        raise SettingError(f'comments of {kind.title} cannot be read at build: leave out "bake"')
    return value


def _file(value: object) -> str:
    path = PurePosixPath(value) if isinstance(value, str) else PurePosixPath("/")
    if (
        not isinstance(value, str)
        or path.is_absolute()
        or ".." in value
        or (value and not path.name)
    ):
        raise SettingError(
            'COMMENTS["open_threads"] must name a file of the output, such as "open-threads.map",'
            f" not {value!r}"
        )
    return value


def _configured(kind: type[Provider], values: Mapping[str, object]) -> Provider:
    for field in fields(kind):
        if field.default is MISSING and field.name not in values:
            raise SettingError(f'COMMENTS needs "{field.name}" for the provider {kind.name}')
    return kind(**values)


def _unknown(where: str, value: object, known: Iterable[str]) -> SettingError:
    names = list(known)
    close = did_you_mean(value, names) if isinstance(value, str) else ""
    hint = close or f"; it knows {', '.join(names)}"
    return SettingError(f"{where} does not know {value!r}{hint}")

"""What a service takes: values of the right shape, and a language that it has."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from comments.model import SettingError, Thread

# Whoever reads the one can read the other.
_NEAR = {"az": "tr"}
_FALLBACK = "en"


def shaped(value: object, pattern: re.Pattern[str], *, name: str, like: str) -> str:
    """Return the setting *name*, which has to match *pattern*, as *like* does (SettingError)."""
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise SettingError(f'COMMENTS["{name}"] must be {like}, not {value!r}')
    return value


def spoken(language: str, known: Collection[str]) -> str:
    """Return *language* if the service knows it, or else the nearest that it does (BCP 47)."""
    own = language.split("-")[0].lower()
    return next((one for one in (own, _NEAR.get(own)) if one in known), None) or _FALLBACK


def in_language(thread: Thread, spoken: str) -> Mapping[str, str]:
    """Return what marks an element in the language *spoken*, if that is not the page's."""
    if thread.language.split("-")[0].lower() == spoken:
        return {}
    return {"lang": spoken, "dir": "rtl" if spoken == "fa" else "ltr"}

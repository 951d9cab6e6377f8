"""The setting SHARING, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from babel.core import get_global

from problems.suggestions import did_you_mean

STACKS = ("serif", "sans", "bold")


class SettingError(Exception):
    """The setting cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What a site decides about how it is shared.

    *fonts* go before those that are looked for. *locales* are the places of languages that are
    at home in many. With *own_images*, an article's own image stands for it, and not its card.
    """

    fonts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    locales: Mapping[str, str] = field(default_factory=dict)
    own_images: bool = False
    short_name: str = ""

    @classmethod
    def read(cls, setting: Mapping[str, Any]) -> Sharing:
        """Return what *setting* says.

        Raises SettingError for an option or a kind of font that there is not.
        """
        known = [each.name for each in fields(cls)]
        for name in setting:
            if name not in known:
                raise SettingError(f"there is no option “{name}”{did_you_mean(name, known)}")
        fonts = setting.get("fonts", {})
        for kind in fonts:
            if kind not in STACKS:
                raise SettingError(f"fonts are {', '.join(STACKS)}, not “{kind}”")
        given = {
            kind: (names,) if isinstance(names, str) else tuple(names)
            for kind, names in fonts.items()
        }
        return cls(**{**setting, "fonts": given})

    def locale(self, language: str) -> str:
        """Return a language with its place, as Open Graph writes it: ``ka_GE``."""
        likely = str(get_global("likely_subtags").get(language, language))
        return self.locales.get(language, f"{language}_{likely.rpartition('_')[2]}")

"""The setting SHARING, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from babel.core import get_global

from languages.translator import locale_of
from options import OR_ONE
from sharing.fonts import Kind

Fonts = Annotated[tuple[str, ...], OR_ONE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What a site decides about how it is shared.

    *fonts* go before those that are looked for. *locales* are the places of languages that are
    at home in many. With *own_images*, an article's own image stands for it, and not its card.
    """

    fonts: Mapping[Kind, Fonts] = field(default_factory=dict)
    locales: Mapping[str, str] = field(default_factory=dict)
    own_images: bool = False
    short_name: str = ""

    def locale(self, language: str) -> str:
        """Return a language with its place, as Open Graph writes it: ``ka_GE``."""
        likely = str(get_global("likely_subtags").get(language, language)).rpartition("_")[2]
        place = locale_of(language).territory or likely
        return self.locales.get(language, f"{language.partition('-')[0]}_{place}")

"""One package for each comment service; a new one is found by being here."""

from __future__ import annotations

import pkgutil
from collections.abc import Collection, Mapping
from importlib import import_module
from pathlib import Path

from comments.model import Provider, Thread

# Whoever reads the one can read the other.
_NEAR = {"az": "tr"}
_FALLBACK = "en"


def providers() -> dict[str, type[Provider]]:
    """Return the providers by name: each package's PROVIDER."""
    found = [
        import_module(f"{__name__}.{module.name}").PROVIDER
        for module in pkgutil.iter_modules(__path__)
    ]
    return {provider.name: provider for provider in found}


def folder(provider: str) -> Path:
    """Return where the files of *provider* are."""
    return Path(__path__[0], provider)


def spoken(language: str, known: Collection[str]) -> str:
    """Return *language* if the service knows it, or else the nearest that it does (BCP 47)."""
    own = language.split("-")[0].lower()
    return next((one for one in (own, _NEAR.get(own)) if one in known), None) or _FALLBACK


def in_language(thread: Thread, spoken: str) -> Mapping[str, str]:
    """Return what marks an element in the language *spoken*, if that is not the page's."""
    if thread.language.split("-")[0].lower() == spoken:
        return {}
    return {"lang": spoken, "dir": "rtl" if spoken == "fa" else "ltr"}

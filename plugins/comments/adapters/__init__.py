"""One package for each comment service; a new one is found by being here."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

from comments.model import Provider


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

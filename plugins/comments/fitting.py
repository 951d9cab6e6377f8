"""What a service takes: values of the right shape, and a language that it has."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from comments.model import Thread

# Whoever reads the one can read the other.
_NEAR = {"az": "tr"}
_FALLBACK = "en"


def spoken(language: str, known: Collection[str]) -> str:
    """Return *language* if the service knows it, or else the nearest that it does (BCP 47)."""
    own = language.split("-")[0].lower()
    return next((one for one in (own, _NEAR.get(own)) if one in known), None) or _FALLBACK


def in_language(thread: Thread, spoken: str) -> Mapping[str, str]:
    """Return what marks an element in the language *spoken*, if that is not the page's."""
    if thread.language.split("-")[0].lower() == spoken:
        return {}
    return {"lang": spoken, "dir": "rtl" if spoken == "fa" else "ltr"}

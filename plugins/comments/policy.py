"""What a page of the site may load and do: its Content-Security-Policy."""

from __future__ import annotations

from typing import Annotated

from comments.model import Service, Sources, Thread
from options import read_named, such
from problems import Problem

# Everything that a page needs is its own (Content Security Policy Level 3).
OWN: Sources = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'",),
    "connect-src": ("'self'",),
    "font-src": ("'none'",),
    "manifest-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
    "frame-ancestors": ("'none'",),
}
DIRECTIVES = (*OWN, "frame-src", "media-src", "object-src", "worker-src", "child-src")
# What a page cannot say of itself: only a server's header can (section 3.3).
HEADER_ONLY = frozenset({"frame-ancestors"})
# Without quotation marks, each would be the name of a host (section 2.3.1).
_KEYWORDS = frozenset(
    "self none unsafe-inline unsafe-eval unsafe-hashes strict-dynamic wasm-unsafe-eval".split()
)


def _is_source(value: str) -> bool:
    """Tell whether *value* is one source, and nothing that begins another."""
    return bool(value) and not set(value) & set(" \t\n;,") and value not in _KEYWORDS


Source = Annotated[
    str,
    "a source, as https://stats.example, or a word with its marks, as \"'self'\"",
    such(_is_source),
]


def policy(service: Service | None = None, own: Sources | None = None) -> dict[str, str]:
    """Return the sources by directive, with those that the comments of *service* need.

    *own* are sources that the site adds.
    """
    found = {name: list(sources) for name, sources in OWN.items()}
    for added in (own or {}, service.provider.sources if service else {}):
        for name, sources in added.items():
            known = [one for one in found.get(name, ()) if one != "'none'"]
            found[name] = [*known, *(one for one in sources if one not in known)]
    return {name: " ".join(sources) for name, sources in found.items()}


def page_policy(thread: Thread | None, own: Sources | None = None) -> str:
    """Return the policy of a page with *thread*, as its head states it."""
    stated = policy(thread.service if thread else None, own)
    return "; ".join(f"{name} {said}" for name, said in stated.items() if name not in HEADER_ONLY)


def read_own(setting: object) -> tuple[Sources, list[Problem]]:
    """Return the sources of the setting CONTENT_POLICY, and what is wrong with it."""
    kinds = dict.fromkeys(DIRECTIVES, tuple[Source, ...])
    return read_named(kinds, setting, setting="CONTENT_POLICY", code="content-policy")

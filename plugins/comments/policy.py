"""What a page of the site may load and do: its Content-Security-Policy."""

from __future__ import annotations

from comments.model import Service, Sources

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


def policy(service: Service | None = None) -> dict[str, str]:
    """Return the sources by directive, with those that the comments of *service* need."""
    found = {name: list(sources) for name, sources in OWN.items()}
    for name, sources in (service.provider.sources if service else {}).items():
        own = [one for one in found.get(name, ()) if one != "'none'"]
        found[name] = [*own, *(one for one in sources if one not in own)]
    return {name: " ".join(sources) for name, sources in found.items()}

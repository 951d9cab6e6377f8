"""robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Sequence


def robots(sitemaps: Sequence[str]) -> str:
    """Return who may read what: everybody all of it, and here are the *sitemaps*.

    Where there are none, nobody is asked in: it is a preview, or the site of one's own machine.
    """
    if not sitemaps:
        return "User-agent: *\nDisallow: /\n"
    listed = "".join(f"Sitemap: {url}\n" for url in sitemaps)
    return f"User-agent: *\nAllow: /\n\n{listed}"

"""What a text tells search engines about itself."""

from __future__ import annotations

from problems.suggestions import did_you_mean

# Google's “robots meta tag” specification, which Bing and Yandex share for the most part.
DIRECTIVES = frozenset(
    "all follow index indexifembedded noarchive nofollow noimageindex noindex none nosnippet"
    " notranslate".split()
)
# Those that have a value behind a colon.
VALUED = frozenset("max-image-preview max-snippet max-video-preview unavailable_after".split())


def wrong_directive(robots: str) -> str | None:
    """Return what to say of a metadata field `Robots` that no search engine understands."""
    for each in robots.split(","):
        name, colon, value = (part.strip() for part in each.lower().partition(":"))
        if name in VALUED:
            # A date behind it may hold commas.
            return None if value else f"“{name}” needs a value, as in {name}:…"
        if name not in DIRECTIVES or colon:
            hint = did_you_mean(name, DIRECTIVES) or "; write noindex, or index"
            return f"no search engine knows “{each.strip()}”{hint}"
    return None

"""What a text tells machines of itself: its metadata fields `Purpose` and `Robots`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contract.piece import Piece, stated
from problems import did_you_mean

# Policies of a NewsMediaOrganization (schema.org, from the Trust Project).
POLICIES = {
    "corrections": "correctionsPolicy",
    "diversity": "diversityPolicy",
    "ethics": "ethicsPolicy",
    "fact-checking": "verificationFactCheckingPolicy",
    "feedback": "actionableFeedbackPolicy",
    "masthead": "masthead",
    "mission": "missionCoveragePrioritiesPolicy",
    "no-bylines": "noBylinesPolicy",
    "ownership": "ownershipFundingInfo",
    "principles": "publishingPrinciples",
    "staffing": "diversityStaffingReport",
    "unnamed-sources": "unnamedSourcesPolicy",
}
# Kinds of WebPage.
TYPES = {"about": "AboutPage", "contact": "ContactPage"}
PURPOSES = frozenset({*POLICIES, *TYPES})

# Google's “robots meta tag” specification, which Bing and Yandex share for the most part.
DIRECTIVES = frozenset(
    "all follow index indexifembedded noarchive nofollow noimageindex noindex none nosnippet"
    " notranslate".split()
)
# Those that have a value behind a colon.
VALUED = frozenset("max-image-preview max-snippet max-video-preview unavailable_after".split())


def purposes_of(page: Piece) -> tuple[str, ...]:
    """Return what *page* is for; a translation serves as its original does."""
    said = (stated(each, "purpose") for each in (page, *page.translations))
    words = (word.strip().lower() for line in said for word in line.split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def type_of_page(page: Piece) -> str:
    """Return what schema.org calls *page*."""
    return next((TYPES[each] for each in purposes_of(page) if each in TYPES), "WebPage")


def policies(pages: Iterable[Piece]) -> dict[str, str]:
    """Return the path of the page for each policy, by schema.org's property."""
    return {
        POLICIES[purpose]: page.url
        for page in pages
        for purpose in purposes_of(page)
        if purpose in POLICIES
    }


def wrong_purposes(pages: Iterable[Piece]) -> Iterator[tuple[Piece, str]]:
    """Yield each of *pages* whose purpose is none, or another's, with a message."""
    taken: dict[str, Piece] = {}
    for page in pages:
        for purpose in purposes_of(page):
            if purpose not in PURPOSES:
                known = f"; choose from {', '.join(sorted(PURPOSES))}"
                hint = did_you_mean(purpose, PURPOSES) or known
                yield page, f"no page is for “{purpose}”{hint}"
            elif taken.setdefault(purpose, page) is not page:
                other = taken[purpose].relative_source_path
                yield page, f"{other} is for “{purpose}” already; keep one of the two"


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

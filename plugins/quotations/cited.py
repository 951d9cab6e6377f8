"""What to print of an attribution: its own words first, the recorded work for the rest."""

from __future__ import annotations

from collections.abc import Callable

from citations import Citation, Source
from quotations.model import Attribution, Cited


def _unknown(_name: str) -> Source | None:
    return None


def cite(
    attribution: Attribution,
    citation: Citation | None,
    *,
    fragment: str = "",
    source_named: Callable[[str], Source | None] = _unknown,
) -> Cited:
    """Return what a reader is told; *fragment* is a text directive without ``#:~:text=``.

    Where the only name is that of a known outlet, nobody is said to have spoken.
    The form of the link is that of URL Fragment Text Directives (WICG draft).
    """
    alone = None if attribution.role else source_named(attribution.person)
    named = source_named(attribution.outlet) or alone
    url = attribution.url or (citation.url if citation else "")
    directive = f"{':~:text=' if '#' in url else '#:~:text='}{fragment}"
    return Cited(
        person=("" if alone else attribution.person) or _authors(citation),
        role=attribution.role,
        title=attribution.title or (citation.title if citation else ""),
        url=f"{url}{directive}" if url and fragment and ":~:" not in url else url,
        language=citation.language if citation else "",
        outlet=attribution.outlet
        or (citation.outlet if citation else "")
        or (named.title if named else ""),
        source=citation.source if citation and citation.outlet else named,
        date=attribution.date or (citation.issued if citation else None),
        translator=attribution.translator,
        archive=citation.archive if citation else "",
    )


def _authors(citation: Citation | None) -> str:
    return ", ".join(map(str, citation.authors)) if citation else ""

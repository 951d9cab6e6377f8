"""What to print of an attribution: its own words first, the recorded work for the rest."""

from __future__ import annotations

from quotations.model import Attribution, Citation, Cited


def cite(attribution: Attribution, citation: Citation | None, *, fragment: str = "") -> Cited:
    """Return what a reader is told; *fragment* is a text directive without ``#:~:text=``.

    The form of the link is that of URL Fragment Text Directives (WICG draft).
    """
    url = attribution.url or (citation.url if citation else "")
    directive = f"{':~:text=' if '#' in url else '#:~:text='}{fragment}"
    return Cited(
        person=attribution.person or _authors(citation),
        role=attribution.role,
        title=attribution.title or (citation.title if citation else ""),
        url=f"{url}{directive}" if url and fragment and ":~:" not in url else url,
        language=citation.language if citation else "",
        outlet=attribution.outlet or (citation.outlet if citation else ""),
        source=citation.source if citation else None,
        date=attribution.date or (citation.issued if citation else None),
        translator=attribution.translator,
        archive=citation.archive if citation else "",
    )


def _authors(citation: Citation | None) -> str:
    return ", ".join(map(str, citation.authors)) if citation else ""

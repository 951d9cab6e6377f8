"""Where a republished piece was first published (RFC 4287, section 4.2.11)."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from feeds.dates import first_moment
from feeds.model import Origin
from feeds.text import absolute, clean
from quotations.model import Republication


def origin_of(taken: Republication, published: datetime, *, id_url: str) -> Origin:
    """Return what is known of the first publication.

    Atom wants the day when it last changed: that of the work, as far as it is known, else
    the day on which the piece was *published* here. An outlet without an address is named
    below *id_url*.
    """
    work, source = taken.citation, taken.source
    issued, zone = work.issued if work else None, published.tzinfo
    outlet = clean(taken.outlet)
    url = absolute("", source.url) if source else ""
    work_url = absolute("", work.url) if work else ""
    title = outlet or clean(work.title if work else "") or work_url
    return Origin(
        kind=str(taken.kind),
        id=url or work_url or f"{id_url}/#{quote(title)}",
        title=title,
        updated=first_moment(issued, zone) if issued and zone else published,
        url=url,
        work_url=work_url,
        work_title=clean(work.title) if work else "",
        language=work.language if work else "",
        authors=tuple(clean(str(name)) for name in work.authors) if work else (),
    )

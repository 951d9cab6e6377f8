"""Text, addresses and moments that every feed can hold."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo
from urllib.parse import quote, urljoin, urlsplit

from markupsafe import Markup

from citations import PartialDate

# What no XML document may hold, not even as a reference (XML 1.0, production 2).
NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What may stand in a URI as it is; “%”, because addresses come with their escapes (RFC 3986).
URI_SAFE = "%/:?#[]@!$&'()*+,;=~"
# What a browser would run, or take for a page of its own.
LIVE = frozenset({"javascript", "vbscript", "data"})


def clean(text: str) -> str:
    """Return *text* without the characters that XML cannot hold."""
    return NOT_XML.sub("", text)


def plain(markup: str) -> str:
    """Return what a reader sees of *markup*, as one line; pages show titles in the same way."""
    return clean(Markup(markup).striptags())  # noqa: S704 - it is text from here on


def absolute(base: str, address: str) -> str:
    """Return *address*, as the page at *base* has it, as a URI that leads there from anywhere.

    Returns an empty text for one that would run.
    """
    address = clean(address).strip()
    try:
        joined = urljoin(base, address)
        scheme = urlsplit(joined).scheme
    except ValueError:  # a host that is none: http://[water]
        return quote(address, safe=URI_SAFE)
    return "" if scheme.lower() in LIVE else quote(joined, safe=URI_SAFE)


def moment(date: datetime, zone: tzinfo) -> datetime:
    """Return *date*, which is of *zone* where it names none, as RFC 3339 can write it.

    Its offsets have no seconds, which the offsets of the nineteenth century have.
    """
    aware = date if date.tzinfo else date.replace(tzinfo=zone)
    offset = aware.utcoffset() or timedelta()
    if not offset.seconds % 60:
        return aware
    try:
        return aware.astimezone(UTC)
    except OverflowError:  # of the years 1 and 9999 it would be in no year that there is
        return date.replace(tzinfo=UTC)


def first_moment(date: PartialDate, zone: tzinfo) -> datetime:
    """Return the beginning of *date*: of the day, the month or the year."""
    begun = datetime(date.year, date.month or 1, date.day or 1, tzinfo=zone)
    return moment(begun, zone)

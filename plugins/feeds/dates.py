"""Moments that every feed can write."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from citations.model import PartialDate


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

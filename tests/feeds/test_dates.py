"""Every date that an article may have is a moment that a feed can write."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from citations import PartialDate
from feeds.text import first_moment, moment

EAST, WEST = ZoneInfo("Asia/Tbilisi"), ZoneInfo("America/Chicago")


@pytest.mark.parametrize(
    ("date", "zone"),
    [(datetime(1, 1, 1), EAST), (datetime(9999, 12, 31, 23, 59), WEST)],  # noqa: DTZ001 - as read
)
def test_the_first_and_the_last_day_there_are_can_be_written(
    date: datetime, zone: ZoneInfo
) -> None:
    written = moment(date, zone)

    assert datetime.fromisoformat(written.isoformat()) == written
    assert written.year == date.year


def test_a_correction_of_the_year_one_is_a_moment() -> None:
    assert first_moment(PartialDate(year=1), EAST) < datetime(2, 1, 1, tzinfo=UTC)

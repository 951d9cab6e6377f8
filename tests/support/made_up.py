"""How many texts are made up for a test that holds for every text."""

from __future__ import annotations

from hypothesis import settings


def examples(number: int) -> settings:
    """Return settings for *number* of examples, or for the few of a profile that has fewer."""
    usual = settings.get_profile("anywhere").max_examples
    few = settings().max_examples
    return settings(max_examples=few if few < usual else number)

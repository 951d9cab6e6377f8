"""What a property may hold: texts, addresses, dates, languages."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import urlsplit

# The form of RFC 5646: a language, then perhaps a script, a region, a variant.
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z0-9]{5,8})*", re.ASCII)
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", re.ASCII)
UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and not UNSEEN.search(value)


def is_plain(value: object) -> bool:
    """Tell whether *value* is a text without tags, as titles are."""
    return is_text(value) and not re.search(r"</?[A-Za-z]", str(value))


def is_url(value: object) -> bool:
    if not is_text(value) or re.search(r"\s", str(value)):
        return False
    parts = urlsplit(str(value))
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def is_date(value: object) -> bool:
    """Tell whether *value* is a day, or a year or a month, in ISO 8601."""
    if not isinstance(value, str) or not DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(f"{value}-01-01"[: len("2026-03-14")])
    except ValueError:
        return False
    return True


def is_moment(value: object) -> bool:
    """Tell whether *value* is a date and time with its offset, in ISO 8601."""
    if not isinstance(value, str) or "T" not in value:
        return False
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def is_date_or_moment(value: object) -> bool:
    return is_date(value) or is_moment(value)


def is_language(value: object) -> bool:
    return isinstance(value, str) and LANGUAGE.fullmatch(value) is not None


def is_count(value: object) -> bool:
    return type(value) is int and value > 0


def is_true(value: object) -> bool:
    return value is True

"""security.txt (RFC 9116): whom to tell of a weakness."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from problems import Problem, Severity
from problems.suggestions import did_you_mean

OPTIONS = ("contact", "expires", "languages", "policy")
SCHEMES = ("mailto:", "https://", "tel:")
YEAR = datetime.timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """Addresses to write to, in the order of preference, and until when they hold."""

    contacts: tuple[str, ...]
    expires: datetime.datetime
    languages: tuple[str, ...]
    policy: str = ""

    def text(self, url: str) -> str:
        """Return the file that is published at *url*."""
        lines = [f"Contact: {contact}" for contact in self.contacts]
        lines.append(f"Expires: {self.expires:%Y-%m-%dT%H:%M:%SZ}")
        lines.append(f"Preferred-Languages: {', '.join(self.languages)}")
        lines.append(f"Canonical: {url}")
        lines += [f"Policy: {self.policy}"] if self.policy else []
        return "\n".join(lines) + "\n"


def read_security(
    setting: Mapping[str, object], *, languages: Sequence[str], now: datetime.datetime
) -> tuple[Security | None, list[Problem]]:
    """Return what *setting* says, or None, and what has to be mended; an empty one says nothing."""
    if not setting:
        return None, []
    problems = [
        _wrong(f"there is no option “{name}”{did_you_mean(name, OPTIONS)}")
        for name in setting
        if name not in OPTIONS
    ]
    contacts = _words(setting.get("contact"))
    expires = _end_of(setting.get("expires"))
    if not contacts or not all(contact.startswith(SCHEMES) for contact in contacts):
        problems.append(_wrong(f"contact is an address that begins with {', '.join(SCHEMES)}"))
    if expires is None:
        problems.append(_wrong("expires is a day, as 2027-03-01, until which the contact holds"))
    if problems or expires is None:
        return None, problems
    found = Security(
        contacts=contacts,
        expires=expires,
        languages=_words(setting.get("languages")) or tuple(languages),
        policy=str(setting.get("policy", "")),
    )
    return found, list(_out_of_date(expires, now))


def _out_of_date(expires: datetime.datetime, now: datetime.datetime) -> Iterator[Problem]:
    day = expires.date().isoformat()
    if expires <= now:
        yield _wrong(
            f"security.txt expired on {day} and counts for nothing; look whether the contact"
            " still holds, and name a later day",
            Severity.WARNING,
        )
    elif expires > now + YEAR:
        yield _wrong(f"{day} is more than a year away; name a nearer day", Severity.WARNING)


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def _end_of(value: object) -> datetime.datetime | None:
    """Return the last second of a day, in UTC."""
    try:
        day = datetime.date.fromisoformat(str(value))
    except ValueError:
        return None
    return datetime.datetime.combine(day, datetime.time(23, 59, 59), tzinfo=datetime.UTC)


def _wrong(message: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(message=f"SECURITY: {message}", code="security-txt", severity=severity)

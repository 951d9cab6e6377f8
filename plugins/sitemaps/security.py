"""security.txt (RFC 9116): whom to tell of a weakness."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from options import OR_ONE, read_fields, such
from problems import Problem, Severity

SCHEMES = ("mailto:", "https://", "tel:")
MAILBOX = re.compile(r"[\w.+-]+")  # at the site's own domain
YEAR = datetime.timedelta(days=366)
Contact = Annotated[
    str,
    f"a mailbox of the site, as security, or an address that begins with {', '.join(SCHEMES)}",
    such(lambda said: said.startswith(SCHEMES) or MAILBOX.fullmatch(said)),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityOptions:
    """The setting SECURITY."""

    contact: Annotated[tuple[Contact, ...], "a list of addresses", OR_ONE, such(bool)]
    expires: Annotated[
        datetime.date | None, "a day, as 2027-03-01, until which the contact holds"
    ] = None
    languages: Annotated[tuple[str, ...], OR_ONE] = ()
    policy: str = ""


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
    setting: object, *, host: str, languages: Sequence[str], now: datetime.datetime
) -> tuple[Security | None, list[Problem]]:
    """Return what *setting* says of the site at *host*, or None, and what has to be mended.

    An empty one says nothing.
    """
    if setting == {}:
        return None, []
    values, problems = read_fields(
        SecurityOptions, setting, setting="SECURITY", code="security-txt"
    )
    if problems:
        return None, problems
    options = SecurityOptions(**values)
    found = Security(
        contacts=tuple(
            f"mailto:{contact}@{host}" if MAILBOX.fullmatch(contact) else contact
            for contact in options.contact
        ),
        expires=_end_of(options.expires or _months_ahead(now)),
        languages=options.languages or tuple(languages),
        policy=options.policy,
    )
    return found, list(_out_of_date(found.expires, now))


def _out_of_date(expires: datetime.datetime, now: datetime.datetime) -> Iterator[Problem]:
    day = expires.date().isoformat()
    if expires <= now:
        yield _warning(
            f"security.txt expired on {day} and counts for nothing; look whether the contact"
            " still holds, and name a later day"
        )
    elif expires > now + YEAR:
        yield _warning(f"{day} is more than a year away; name a nearer day")


def _months_ahead(now: datetime.datetime) -> datetime.date:
    """Return the first day of a month, ten to eleven months after *now*: under a year (RFC 9116).

    Builds of one month say the same.
    """
    months = now.year * 12 + (now.month - 1) + 11
    return datetime.date(months // 12, months % 12 + 1, 1)


def _end_of(day: datetime.date) -> datetime.datetime:
    """Return the last second of *day*, in UTC."""
    return datetime.datetime.combine(day, datetime.time(23, 59, 59), tzinfo=datetime.UTC)


def _warning(message: str) -> Problem:
    message = f"SECURITY: {message}"
    return Problem(message=message, code="security-txt", severity=Severity.WARNING)

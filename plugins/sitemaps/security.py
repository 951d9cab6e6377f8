"""security.txt (RFC 9116): whom to tell of a weakness."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from options import OR_ONE, read_fields, such
from problems import Problem, Severity

SCHEMES = ("mailto:", "https://", "tel:")
MAILBOX = re.compile(r"[\w.+-]+")  # at the site's own domain
END_OF_DAY = datetime.time(23, 59, 59)
YEAR = datetime.timedelta(days=366)
Contact = Annotated[
    str,
    f"a mailbox of the site, as security, or an address that begins with {', '.join(SCHEMES)}",
    such(lambda said: said.startswith(SCHEMES) or MAILBOX.fullmatch(said)),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """The setting SECURITY: addresses to write to, the best first, and the last day they hold."""

    contact: Annotated[tuple[Contact, ...], "a list of addresses", OR_ONE, such(bool)]
    expires: Annotated[
        datetime.date | None, "a day, as 2027-03-01, until which the contact holds"
    ] = None
    languages: Annotated[tuple[str, ...], OR_ONE] = ()
    policy: str = ""

    def text(self, url: str) -> str:
        """Return the file that is published at *url*."""
        lines = [f"Contact: {contact}" for contact in self.contact]
        lines.append(f"Expires: {self.expires}T{END_OF_DAY}Z")
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
    values, problems = read_fields(Security, setting, setting="SECURITY", code="security-txt")
    if problems:
        return None, problems
    stated = Security(**values)
    expires = stated.expires or _months_ahead(now)
    found = replace(
        stated,
        contact=tuple(
            f"mailto:{contact}@{host}" if MAILBOX.fullmatch(contact) else contact
            for contact in stated.contact
        ),
        expires=expires,
        languages=stated.languages or tuple(languages),
    )
    return found, list(_out_of_date(expires, now))


def _out_of_date(day: datetime.date, now: datetime.datetime) -> Iterator[Problem]:
    expires = datetime.datetime.combine(day, END_OF_DAY, tzinfo=datetime.UTC)
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


def _warning(message: str) -> Problem:
    message = f"SECURITY: {message}"
    return Problem(message=message, code="security-txt", severity=Severity.WARNING)

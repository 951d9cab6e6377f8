"""Copies in a web archive: looked up, or requested. Only when asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import quote, urlencode, urljoin

from capture.addresses import IPAddress, is_public, web_address
from capture.fetch import fetch
from capture.model import CaptureError, Limits, Page

# https://archive.org/help/wayback_api.php
LOOK_UP = "https://archive.org"
REQUEST = "https://web.archive.org"
COPY = re.compile(r"/web/\d{4,14}/")
MEMENTO = re.compile(r'<(?P<url>[^<>]+)>\s*;\s*rel="?[^"]*\bmemento\b', re.IGNORECASE)
# Making a copy takes the archive a while.
PATIENCE = 120


class Wish(StrEnum):
    """What may be asked of an archive."""

    LOOK_UP = "look-up"
    REQUEST = "request"


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The Wayback Machine, or another service that answers as it does.

    *look_up_at* knows what copies there are, *request_at* makes one.
    """

    look_up_at: str = LOOK_UP
    request_at: str = REQUEST
    limits: Limits = field(default_factory=lambda: Limits(seconds=PATIENCE))
    may_reach: Callable[[IPAddress], bool] = is_public

    def copy(self, url: str, wish: Wish, *, day: str = "") -> str:
        """Return the address of a copy of *url*; raises CaptureError where there is none."""
        found = self.request(url) if wish is Wish.REQUEST else self.look_up(url, day=day)
        if found:
            return found
        advice = "" if wish is Wish.REQUEST else "; --archive request asks for one"
        raise CaptureError(f"the archive has no copy of {url}{advice}", "archive")

    def look_up(self, url: str, *, day: str = "") -> str:
        """Return the address of the copy nearest to *day*, or an empty text.

        *day* is in ISO 8601. The answer’s form is that of the Availability API.
        """
        query = {"url": url} | ({"timestamp": day.replace("-", "")} if day else {})
        page = self._fetch(f"{self.look_up_at.rstrip('/')}/wayback/available?{urlencode(query)}")
        try:
            answer: Any = json.loads(page.content)
            closest = answer["archived_snapshots"].get("closest", {})
            status, found = str(closest.get("status", "200")), str(closest.get("url", ""))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = "the archive’s answer cannot be understood; try again later"
            raise CaptureError(message, "archive") from error
        return _secure(_web(found)) if found and status.startswith("2") else ""

    def request(self, url: str) -> str:
        """Have a copy made, and return its address, or an empty text where none is told."""
        address = f"{self.request_at.rstrip('/')}/save/{quote(url, safe=':/?&=%#,;@!$+~()*')}"
        page = self._fetch(address)
        answered = page.exchange.answered if page.exchange else ()
        headers = {name.lower(): value for name, value in answered}
        memento = MEMENTO.search(headers.get("link", ""))
        places = (headers.get("content-location", ""), memento["url"] if memento else "", page.url)
        for place in places:
            if COPY.search(place):
                return _secure(urljoin(address, place))
        return self.look_up(url)

    def _fetch(self, address: str) -> Page:
        try:
            return fetch(address, limits=self.limits, may_reach=self.may_reach)
        except CaptureError as error:
            raise CaptureError(f"no answer from the archive: {error}", "archive") from error


def raw_copy(url: str) -> str:
    """Return where a copy is to be had as it was, without the archive’s own bar above it."""
    return COPY.sub(lambda found: f"{found[0].rstrip('/')}id_/", url, count=1)


def is_copy(url: str) -> bool:
    """Tell whether *url* has the form of a copy’s address."""
    return bool(COPY.search(url))


def _web(url: str) -> str:
    """Return *url*; what the archive tells is written down only where it is a web page."""
    try:
        web_address(url)
    except CaptureError as error:
        raise CaptureError(f"the archive tells no address of a copy: {error}", "archive") from error
    return url


def _secure(url: str) -> str:
    """Return the address of a copy; the archive tells its own without encryption."""
    return re.sub(r"^http://(web\.)?archive\.org/", r"https://\1archive.org/", url)

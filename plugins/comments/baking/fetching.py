"""Asking a comment server over HTTP, with limits: a build waits for nobody."""

from __future__ import annotations

import json
import time
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx

REQUEST_SECONDS = 10.0
ALL_SECONDS = 60.0
MOST_BYTES = 5_000_000
MOST_REDIRECTS = 5
# After which a server is asked again that is asked too often: so it is with deploy/isso.
PAUSE_SECONDS = 1.0
TOO_MANY = httpx.codes.TOO_MANY_REQUESTS


class FetchError(OSError):
    """The server gave no answer, or none that can be used."""


class Fetcher:
    """A ``Fetch`` for one build; several threads may use it at a time.

    *site* is where the site is published: paths are resolved against it.
    """

    def __init__(self, site: str = "") -> None:
        self._site = site
        self._until = time.monotonic() + ALL_SECONDS
        self._client = httpx.Client(
            headers={"Accept": "application/json", "User-Agent": "Verbatim (building the site)"},
            timeout=REQUEST_SECONDS,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    @property
    def spent(self) -> bool:
        """Whether the time for all requests is over."""
        return time.monotonic() >= self._until

    def __call__(self, url: str, *, body: object = None) -> object:
        """Return the JSON that *url* answers, to *body* where there is one.

        Raises FetchError.
        """
        address = self._address(url)
        try:
            answer = self._answer(address, body)
            return json.loads(answer)
        except httpx.TimeoutException as error:
            if self.spent:
                raise FetchError(f"{ALL_SECONDS:.0f} s were not enough") from error
            raise FetchError(f"{address} did not answer in {REQUEST_SECONDS:.0f} s") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise FetchError(f"{address} cannot be reached ({error})") from error
        except (ValueError, RecursionError) as error:
            raise FetchError(f"{address} answered something that is no JSON") from error

    def _address(self, url: str) -> str:
        if not url.startswith("/"):
            return url
        if not self._site:
            raise FetchError(f"{url} is a path, and the site has no SITEURL yet")
        return urljoin(self._site, url)

    def _answer(self, url: str, body: object) -> bytes:
        until = min(self._until, time.monotonic() + REQUEST_SECONDS)
        redirects = 0
        while redirects <= MOST_REDIRECTS:
            left = until - time.monotonic()
            if left <= 0:
                raise httpx.ReadTimeout("no time is left")
            method, sent = ("GET", None) if body is None else ("POST", json.dumps(body))
            headers = {} if sent is None else {"Content-Type": "application/json"}
            request = self._client.stream(method, url, content=sent, headers=headers, timeout=left)
            with request as response:
                wait = response.status_code == TOO_MANY and left > 2 * PAUSE_SECONDS
                if not wait and not response.has_redirect_location:
                    return _body(response, url, until)
                if not wait:
                    url = _same_host(url, response.headers["Location"])
                    redirects += 1
            if wait:
                time.sleep(PAUSE_SECONDS)
        raise FetchError(f"{url} leads on and on")


def _same_host(url: str, location: str) -> str:
    """Return where *location* leads to from *url*, which must be on the same host."""
    target = urljoin(url, location)
    if urlsplit(target).netloc != urlsplit(url).netloc:
        raise FetchError(f"{url} leads elsewhere, to {target}")
    return target


def _body(response: httpx.Response, url: str, until: float) -> bytes:
    """Return what *response* holds, if it is JSON, not too much, and there in time."""
    if response.status_code != httpx.codes.OK:
        raise FetchError(f"{url} answered {response.status_code} {response.reason_phrase}")
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    if kind != "application/json" and not kind.endswith("+json"):
        raise FetchError(f"{url} answered {kind or 'something'}, not JSON")
    found = bytearray()
    for chunk in response.iter_bytes():
        found += chunk
        if len(found) > MOST_BYTES:
            raise FetchError(f"{url} answered more than {MOST_BYTES // 1_000_000} MB")
        if time.monotonic() > until:
            raise httpx.ReadTimeout("it takes too long")
    return bytes(found)

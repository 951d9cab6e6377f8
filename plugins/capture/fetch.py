"""Fetching a page: within limits, and from no machine but those that may be reached."""

from __future__ import annotations

import asyncio
import socket
import ssl
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import Message
from functools import cache
from ipaddress import ip_address

import httpx

from capture.addresses import IPAddress, is_public, web_address
from capture.model import CaptureError, Exchange, Limits, Page

GONE = frozenset({404, 410})
LOCKED = frozenset({401, 402, 403, 407, 451})
BUSY = frozenset({429, 503})
PACKED = frozenset({"gzip", "x-gzip"})
GZIP = zlib.MAX_WBITS | 16
MOVED = frozenset({301, 302, 303, 307, 308})
CONNECTING = 10  # seconds to wait for one of a host's addresses, before the next is tried
PURPOSE = "keeps the text of a page that is quoted, to check the quotation against it"
HEADERS = {
    "User-Agent": f"Verbatim/0.1 ({PURPOSE}) python-httpx/{httpx.__version__}",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip",
}
SAVE_IT = "open it in a browser, save the page, and pass the file"


def refuse(status: int, url: str) -> None:
    """Raise CaptureError unless *status* says that this is the page."""
    if 200 <= status < 300:
        return
    if status in GONE:
        message = f"there is no page at {url} ({status}); look at the address, or for a copy"
        raise CaptureError(f"{message} in a web archive: --archive look-up", "gone")
    if status in LOCKED:
        raise CaptureError(
            f"{url} is not shown to programs without a login ({status}); open it in a browser,"
            f" save the page, and pass the file with --url {url}",
            "login-wall",
        )
    if status in BUSY:
        raise CaptureError(f"the server is busy ({status}); try again later", "network")
    raise CaptureError(
        f"the server answered with {status}; try again later, or save the page and pass the file",
        "network",
    )


def unpacked(raw: bytes, encoding: str, limits: Limits) -> bytes:
    """Return *raw* as it was before the server packed it (RFC 9110, section 8.4).

    Raises CaptureError where it grows beyond the limit, or is packed otherwise than in gzip,
    the one form that is asked for.
    """
    encoding = encoding.strip().lower()
    if encoding in {"", "identity"}:
        return raw
    if encoding not in PACKED:
        raise _broken(f"the server packed the page as “{encoding}”, which was not asked for")
    try:
        return _members(raw, limits)
    except zlib.error as error:
        raise _broken(f"what the server sent is no gzip ({error})") from error


def _members(raw: bytes, limits: Limits) -> bytes:
    """Unpack one member after the other (RFC 1952, section 2.2)."""
    found = bytearray()
    while raw:
        packed = zlib.decompressobj(GZIP)
        found += packed.decompress(raw, limits.size + 1 - len(found))
        if len(found) > limits.size:
            raise too_large(limits)
        if not packed.eof:
            raise _broken("the page was cut off on its way")
        raw = packed.unused_data.lstrip(b"\0")
    return bytes(found)


def too_large(limits: Limits) -> CaptureError:
    """Return the error of a page that is larger than allowed."""
    return CaptureError(
        f"this is larger than {limits.size / 1e6:g} MB; save what you quote as a text,"
        " and pass the file",
        "too-large",
    )


def _broken(what: str) -> CaptureError:
    return CaptureError(f"{what}; try again, or save the page and pass the file", "network")


def fetch(
    url: str,
    *,
    limits: Limits | None = None,
    may_reach: Callable[[IPAddress], bool] = is_public,
) -> Page:
    """Return the page at *url*, wherever it leads to.

    Every address on the way is checked, and what was checked is what is connected to: a name
    that leads elsewhere a moment later changes nothing. No proxy is used.
    Raises CaptureError where there is no page to be had.
    """
    limits = limits or Limits()
    client = _Fetching(limits=limits, may_reach=may_reach)
    try:
        return asyncio.run(client.page(url))
    except TimeoutError as error:
        message = f"the page did not come within {limits.seconds:g} s; try again, or {SAVE_IT}"
        raise CaptureError(message, "too-slow") from error


class _Fetching:
    """One page on its way, through all its redirects."""

    def __init__(self, *, limits: Limits, may_reach: Callable[[IPAddress], bool]) -> None:
        self.limits = limits
        self.may_reach = may_reach

    async def page(self, asked: str) -> Page:
        url = web_address(asked)
        timeout = httpx.Timeout(self.limits.seconds, connect=min(CONNECTING, self.limits.seconds))
        client = httpx.AsyncClient(timeout=timeout, trust_env=False, verify=_trusted())
        async with asyncio.timeout(self.limits.seconds), client:
            for _ in range(self.limits.redirects + 1):
                response, exchange = await self._answer(client, url)
                if response.status_code not in MOVED:
                    return self._read(response, exchange, asked)
                url = _redirect(url, response)
        raise CaptureError(
            f"the page leads on more than {self.limits.redirects} times; {SAVE_IT}", "redirects"
        )

    async def _answer(
        self, client: httpx.AsyncClient, url: httpx.URL
    ) -> tuple[httpx.Response, Exchange]:
        """Return what the first of the host's addresses that answers says at *url*."""
        failure: httpx.TransportError = httpx.ConnectError("nobody answers")
        for address in await self._addresses(url):
            try:
                return await self._ask(client, url, address)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
            except httpx.TransportError as error:
                raise _no_answer(url, error) from error
        raise _no_answer(url, failure) from failure

    async def _addresses(self, url: httpx.URL) -> list[IPAddress]:
        """Return the addresses of the host that may be reached; raises where there is none."""
        port = url.port or (443 if url.scheme == "https" else 80)
        host = url.raw_host.decode("ascii")
        try:
            found = await asyncio.get_running_loop().getaddrinfo(
                host, port, type=socket.SOCK_STREAM
            )
        except (socket.gaierror, UnicodeError) as error:
            message = f"there is no host “{url.host}”; look at the address, and at your connection"
            raise CaptureError(message, "no-host") from error
        addresses = list(dict.fromkeys(ip_address(place[4][0]) for place in found))
        allowed = [address for address in addresses if self.may_reach(address)]
        if not allowed:
            raise CaptureError(
                f"{url.host} ({addresses[0]}) is on this machine or its own network, where other"
                " readers find nothing; with --allow-local it is fetched",
                "private-address",
            )
        return allowed

    async def _ask(
        self, client: httpx.AsyncClient, url: httpx.URL, address: IPAddress
    ) -> tuple[httpx.Response, Exchange]:
        host = url.raw_host.decode("ascii")
        request = client.build_request(
            "GET",
            url.copy_with(host=str(address)),
            headers={"Host": url.netloc.decode("ascii"), **HEADERS},
            # The certificate is that of the name, not of the number.
            extensions={"sni_hostname": host},
        )
        began = datetime.now(UTC)
        response = await client.send(request, stream=True)
        try:
            body = await self._body(response)
        finally:
            await response.aclose()
        return response, Exchange(
            url=str(url),
            address=str(address),
            began=began,
            version=response.http_version,
            status=f"{response.status_code} {response.reason_phrase}".strip(),
            asked=_shown(request.headers),
            answered=_shown(response.headers),
            body=body,
        )

    async def _body(self, response: httpx.Response) -> bytes:
        length = response.headers.get("Content-Length", "")
        if length.isdecimal() and int(length) > self.limits.size:
            raise too_large(self.limits)
        body = bytearray()
        async for chunk in response.aiter_raw():
            body += chunk
            if len(body) > self.limits.size:
                raise too_large(self.limits)
        return bytes(body)

    def _read(self, response: httpx.Response, exchange: Exchange, asked: str) -> Page:
        refuse(response.status_code, exchange.url)
        packing = response.headers.get("Content-Encoding", "")
        stated = Message()
        stated["Content-Type"] = response.headers.get("Content-Type", "")
        media_type = stated.get_content_type() if stated["Content-Type"] else ""
        return Page(
            content=unpacked(exchange.body, packing, self.limits),
            url=exchange.url,
            asked=asked,
            media_type=media_type,
            charset=stated.get_content_charset("") or "",
            exchange=exchange,
        )


@cache
def _trusted() -> ssl.SSLContext:
    """Return whose certificates are believed: the usual ones, or those of SSL_CERT_FILE."""
    return httpx.create_ssl_context()


def _redirect(url: httpx.URL, response: httpx.Response) -> httpx.URL:
    """Return where *response* leads to; the address is checked as the first one was."""
    location = response.headers.get("Location", "")
    if not location:
        raise CaptureError(f"{url} leads on, and does not say where to; {SAVE_IT}", "redirects")
    try:
        return web_address(str(url.join(location)))
    except httpx.InvalidURL as error:
        message = f"{url} leads on to “{location}”, which is no address"
        raise CaptureError(message, "redirects") from error


def _shown(headers: httpx.Headers) -> tuple[tuple[str, str], ...]:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw)


def _no_answer(url: httpx.URL, error: httpx.TransportError) -> CaptureError:
    if isinstance(error, httpx.TimeoutException):
        return CaptureError(f"{url.host} does not answer; try again, or {SAVE_IT}", "too-slow")
    said = str(error) or type(error).__name__
    return CaptureError(f"{url.host} gave no page: {said}; try again, or {SAVE_IT}", "network")

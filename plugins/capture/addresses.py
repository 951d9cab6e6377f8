"""Addresses: which ones may be fetched, and when two lead to the same page."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit, urlunsplit

import httpx

from capture.model import CaptureError

IPAddress = IPv4Address | IPv6Address
# RFC 6052 and RFC 8215: IPv6 addresses that a gateway turns into IPv4 ones.
NAT64 = IPv6Network("64:ff9b::/96")
NAT64_LOCAL = IPv6Network("64:ff9b:1::/48")
# RFC 6598, which some Pythons take for public.
SHARED = IPv4Network("100.64.0.0/10")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# A drive letter is no scheme.
DRIVE = re.compile(r"[A-Za-z]:[\\/]")
HIGHEST_PORT = 65535
USUAL_PORTS = {"http": 80, "https": 443}
# What mailings, advertisements and social networks hang on to an address.
TRACKING = re.compile(
    r"(?:(?:utm|mtm|pk|itm|vero|oly|hsa)_\w+|(?:fbc|gc|dc|yc|ysc|twc|ttc|msc)lk?id|mc_[ce]id"
    r"|igshid|igsh|g?braid|wbraid|_g[al]|_hs(?:enc|mi)|ref_(?:src|url)|xtor)=",
    re.IGNORECASE,
)


def is_public(address: IPAddress) -> bool:
    """Tell whether *address* is the same machine for everybody on the internet.

    By the registries of special-purpose addresses (RFC 6890), through every form in which
    an IPv6 address holds an IPv4 one.
    """
    if isinstance(address, IPv6Address):
        if address.teredo or address in NAT64_LOCAL or address.is_site_local:
            return False
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in NAT64:
            inner = IPv4Address(int(address) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(inner)
    elif address in SHARED:
        return False
    special = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not special


def anywhere(address: IPAddress) -> bool:
    """Let every address be reached: for ``--allow-local``."""
    return bool(address)


def is_address(text: str) -> bool:
    """Tell whether *text* is meant as an address, and not as the name of a file."""
    return bool(ADDRESS.match(text)) and not DRIVE.match(text)


def web_address(text: str) -> httpx.URL:
    """Return the address that *text* is; raises CaptureError where it leads to no web page."""
    try:
        url = httpx.URL(text.strip())
        host = ip_address(url.host) if url.host.count(":") else url.host
    except (httpx.InvalidURL, ValueError) as error:
        raise CaptureError(f"“{text}” is no address: {error}", "address") from error
    if url.scheme not in {"http", "https"} or not host or (url.port or 0) > HIGHEST_PORT:
        raise CaptureError(
            f"“{text}” is no web page; give an address that begins with https://", "address"
        )
    if url.userinfo:
        raise CaptureError(
            f"there is a name or a password in the address of {url.host}; take it out,"
            " or save the page and pass the file",
            "address",
        )
    return url.copy_with(fragment=None)


def recorded(url: str) -> str:
    """Return *url* as it is written down: as it is, without what only tracks its readers."""
    parts = urlsplit(url)
    query = "&".join(each for each in parts.query.split("&") if not TRACKING.match(each))
    return urlunsplit(parts._replace(query=query, fragment=""))


def same_page(url: str) -> str:
    """Return what all addresses of one page have in common."""
    try:
        parts = urlsplit(recorded(str(httpx.URL(url))))
    except (httpx.InvalidURL, ValueError):
        return url
    host = parts.netloc.removeprefix("www.").removesuffix(f":{USUAL_PORTS.get(parts.scheme)}")
    query = "&".join(sorted(parts.query.split("&")))
    return f"{host}{parts.path.rstrip('/')}?{query}".rstrip("?")


def host_of(url: str) -> str:
    """Return the host of *url* without ``www.``, in small letters."""
    return (urlsplit(url).hostname or "").removeprefix("www.")

"""Addresses of services and sites, checked."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import quote, urlsplit

LOCAL = ("localhost", "127.0.0.1")
# What a Content-Security-Policy calls the site's own origin.
SELF = "'self'"
# What no address has: in a policy or an attribute, it would begin something else.
_ODD = re.compile(r"[\s;,\"'<>\\`{}|^\x00-\x1f\x7f]")
_PATH = re.compile(r"(/[\w.-]+)+/?")


def base_url(url: str) -> str:
    """Return the address *url* without a slash at its end. Raises ValueError where it is none."""
    if not _is_base(url):
        raise ValueError(f"an address is such as https://comments.example.org, not {url!r}")
    return url.rstrip("/")


def service_url(url: str) -> str:
    """Return where a service is: an address, or a path on the site itself such as ``/talk``."""
    return url.rstrip("/") if _PATH.fullmatch(url) else base_url(url)


def _is_base(url: str) -> bool:
    if _ODD.search(url):
        return False
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    known = parts.scheme in {"http", "https"} and parts.hostname and port != 0
    return bool(known) and not (parts.query or parts.fragment or parts.username)


# Types of options.
Address = Annotated[str, "an address, as https://comments.example.org", base_url]
ServiceUrl = Annotated[
    str, "an address, as https://comments.example.org, or a path on the site, as /talk", service_url
]


def origin(url: str) -> str:
    """Return the scheme, host and port of *url*: what browsers call its origin.

    That of a path is ``'self'``, as a Content-Security-Policy says it.
    """
    if url.startswith("/"):
        return SELF
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()


def in_query(text: str) -> str:
    """Return *text* as a browser sends it in a query.

    That is what encodeURIComponent makes of it (ECMA-262, section 19.2.6.4), and an apostrophe
    is encoded with the address (URL Standard, special-query percent-encode set).
    """
    return quote(text, safe="!~*()")


def same_machine(site: str) -> tuple[str, ...]:
    """Return the origin of *site*; of a site on this machine, under both of its names."""
    stated = origin(site)
    host = urlsplit(stated).hostname
    if host not in LOCAL:
        return (stated,)
    return (stated, *(stated.replace(host, other) for other in LOCAL if other != host))

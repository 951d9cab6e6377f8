"""What a server answers: what its status means, and what it sent packed."""

from __future__ import annotations

import zlib

from capture.model import CaptureError, Limits

GONE = frozenset({404, 410})
LOCKED = frozenset({401, 402, 403, 407, 451})
BUSY = frozenset({429, 503})
PACKED = frozenset({"gzip", "x-gzip"})
GZIP = zlib.MAX_WBITS | 16


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

"""Unpacking what a server sends packed, and no more of it than is allowed."""

from __future__ import annotations

import zlib

from capture.errors import CaptureError
from capture.model import Limits

PACKED = frozenset({"gzip", "x-gzip"})
GZIP = zlib.MAX_WBITS | 16


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

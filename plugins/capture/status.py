"""What a server's status says to whoever wants to quote the page (RFC 9110, section 15)."""

from __future__ import annotations

from capture.errors import CaptureError

GONE = frozenset({404, 410})
LOCKED = frozenset({401, 402, 403, 407, 451})
BUSY = frozenset({429, 503})


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

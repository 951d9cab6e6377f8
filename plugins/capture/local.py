"""Reading a file that somebody saved: a page, a PDF or a text."""

from __future__ import annotations

import re
from pathlib import Path

from capture.addresses import web_address
from capture.fetch import too_large
from capture.model import CaptureError, Limits, Page
from problems import did_you_mean

# Browsers note at the head of a saved page where it was.
SAVED_FROM = re.compile(
    rb"<!--[^<>]{0,80}?(?:saved from url=\(\d+\)|\burl:\s*)(?P<url>https?://[^\s<>]+)",
    re.IGNORECASE,
)
FAR = 2_000  # bytes


def read_file(path: Path, *, url: str = "", limits: Limits | None = None) -> Page:
    """Return the page in *path*; *url* is where it is found on the web.

    Raises CaptureError where there is no such file, or it is larger than allowed.
    """
    limits = limits or Limits()
    try:
        if path.exists() and not path.is_file():
            raise CaptureError(f"{path} is no file; give a saved page, a PDF or a text", "file")
        if path.stat().st_size > limits.size:
            raise too_large(limits)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise CaptureError(_no_such(path), "file") from error
    except OSError as error:
        raise CaptureError(f"{path} cannot be read ({error.strerror})", "file") from error
    address = str(web_address(url)) if url else _noted(content)
    return Page(content=content, url=address, asked=str(path), path=path)


def _noted(content: bytes) -> str:
    """Return the address that a browser has noted, or an empty text."""
    found = SAVED_FROM.search(content[:FAR])
    try:
        return str(web_address(found["url"].decode("ascii"))) if found else ""
    except (CaptureError, UnicodeDecodeError):
        return ""


def _no_such(path: Path) -> str:
    beside = path.parent.iterdir() if path.parent.is_dir() else ()
    if hint := did_you_mean(path.name, [each.name for each in beside]):
        return f"there is no file {path}{hint}"
    message = f"there is no file {path}"
    return f"{message}; for a page, write https://{path}" if "." in path.parts[0] else message

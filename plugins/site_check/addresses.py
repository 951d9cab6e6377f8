"""Where an address leads: to a file of the site, or elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

HERE = "http://localhost"
# What an address of the web may begin with (IANA, “URI Schemes”).
SCHEMES = {"http", "https", "mailto", "tel"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A place on the site: a file, seen from its folder, and a fragment, which may be empty."""

    path: str
    fragment: str


@dataclass(slots=True, kw_only=True)
class Addresses:
    """Resolves the addresses of a site that is published at *home*, and has *files*."""

    home: str
    files: frozenset[str]
    _known: dict[tuple[str, str], Target | None] = field(default_factory=dict)

    def target(self, page: str, address: str) -> Target | None:
        """Return where *address* on *page* leads; None where it leaves the site."""
        # What an absolute address means does not depend on the page.
        key = ("" if address.startswith(("/", "http")) else page, address)
        if key not in self._known:
            self._known[key] = self._resolve(page, address)
        return self._known[key]

    def is_file(self, target: Target) -> bool:
        return target.path in self.files

    def page_url(self, page: str) -> str:
        """Return the address of *page* itself."""
        return f"{self.home or HERE}/{page.removesuffix('index.html')}"

    def scheme(self, address: str) -> str:
        """Return what *address* begins with, “https” where it begins with a path."""
        return urlsplit(address.strip()).scheme or "https"

    def _resolve(self, page: str, address: str) -> Target | None:
        home = self.home or HERE
        url, _, fragment = urljoin(self.page_url(page), address).partition("#")
        if not f"{url}/".startswith(f"{home}/"):
            return None
        path = unquote(urlsplit(url.removeprefix(home)).path).lstrip("/")
        if path not in self.files:
            path = f"{path.rstrip('/')}/index.html".lstrip("/")
        # What follows “:~:” is for the browser (URL Fragment Text Directives).
        return Target(path=path, fragment=unquote(fragment.partition(":~:")[0]))


def files_in(folder: Path) -> frozenset[str]:
    """Return all files in *folder*, as they are seen from it."""
    return frozenset(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )

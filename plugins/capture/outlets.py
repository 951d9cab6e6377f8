"""Outlets: which one an address belongs to, and describing one that is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from capture.addresses import host_of
from capture.model import Work, notice
from citations import Source, free_key, slug_of
from problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Where a work comes from: *source* where it is described, or *name* alone.

    *file* is the text of its description where it is still to be written.
    """

    name: str = ""
    source: Source | None = None
    file: str = ""
    notices: tuple[Problem, ...] = ()


def find_outlet(
    work: Work,
    url: str,
    *,
    sources: Mapping[str, Source],
    folder: Path,
    describe: Callable[[Source], bool],
) -> Outlet:
    """Return the outlet of *work*; *describe* is asked whether a new one goes into *folder*."""
    known = outlet_of(url, sources.values()) or outlet_named(work.outlet, sources.values())
    if known:
        return Outlet(name=known.title, source=known)
    name = work.outlet or host_of(url)
    if not url:
        return Outlet(name=name)
    proposed = new_source(work, url, folder, taken=sources)
    if describe(proposed):
        return Outlet(name=proposed.title, source=proposed, file=source_text(proposed))
    message = (
        f"no outlet in sources/ has the address {proposed.url}; with --new-source it is"
        f" described in {proposed.path.name}"
    )
    return Outlet(name=name, notices=(notice(message, "unknown-outlet"),))


def outlet_of(url: str, sources: Iterable[Source]) -> Source | None:
    """Return the outlet whose address *url* lies under, the nearest one where there are several.

    An outlet’s subdomains are its own; where it has but a folder of a host, only that.
    """
    found = [source for source in sources if _lies_under(url, source.url)]
    return max(found, key=lambda source: len(_place(source.url)), default=None)


def outlet_named(name: str, sources: Iterable[Source]) -> Source | None:
    """Return the outlet whose title is *name*."""
    wanted = name.casefold()
    return next((source for source in sources if source.title.casefold() == wanted), None)


def new_source(work: Work, url: str, folder: Path, *, taken: Iterable[str]) -> Source:
    """Return what is known of an outlet that has no file yet in *folder*."""
    title = work.outlet or host_of(url)
    files = (path.stem for path in folder.glob("*.md"))
    name = free_key(slug_of(title) or slug_of(host_of(url)) or "outlet", {*taken, *files})
    parts = urlsplit(url)
    return Source(
        slug=name,
        title=title,
        path=folder / f"{name}.md",
        url=f"{parts.scheme}://{parts.netloc}/",
        languages=(work.language,) if work.language else (),
    )


def source_text(source: Source) -> str:
    """Return the file of *source*; who knows more of it adds it."""
    fields = {
        "Title": source.title,
        "Slug": source.slug,
        "URL": source.url,
        "Languages": ", ".join(source.languages),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def _lies_under(url: str, home: str) -> bool:
    if not host_of(url) or not host_of(home):
        return False
    host, own = host_of(url), host_of(home)
    within = host == own or host.endswith(f".{own}")
    path = urlsplit(home).path.rstrip("/")
    return within and f"{urlsplit(url).path}/".startswith(f"{path}/")


def _place(url: str) -> str:
    return f"{host_of(url)}{urlsplit(url).path.rstrip('/')}"

"""Which threads there are and which take comments, for the web server before the comments.

No comment service refuses a thread that the site does not have or has closed. The list is a
part of an nginx ``map`` (ngx_http_map_module): it may find a thread under another spelling,
since nginx takes capitals for small letters, so each entry says what it is the entry of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from comments.model import Thread
from comments.urls import in_query


def listing(threads: Iterable[Thread]) -> str:
    """Return the lines of the map: an id as it stands in a query, and how the thread stands.

    A thread that several articles share is open where one of them is.
    """
    standing: dict[str, bool] = {}
    for thread in threads:
        standing[thread.id] = thread.open or standing.get(thread.id, False)
    entries: dict[str, list[str]] = defaultdict(list)
    for name in sorted(standing):
        said = "open" if standing[name] else "closed"
        entries[in_query(name).lower()].append(f"{said} {in_query(name)}")
    return "".join(f'"{key}" "{" ".join(said)}";\n' for key, said in sorted(entries.items()))


def write(path: Path, threads: Iterable[Thread]) -> None:
    """Write the list of *threads* into the file *path*."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(listing(threads), encoding="ascii")

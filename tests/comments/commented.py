"""A site of pages with comments, and the server that keeps them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from comments.model import Load, Service, Thread
from languages import Translator
from tests.comments.keepers import Keeper
from tests.comments.support import ASSETS, PAGE, free_port, render, serving_strictly
from tests.support.building import write_files


@dataclass(kw_only=True)
class CommentedSite:
    """A site of pages with comments, each with a thread of its own."""

    folder: Path
    url: str
    keeper: Keeper
    _pages: int = 0

    def write_page(
        self,
        *,
        title: str = "The jar and patience",
        language: str = "en",
        t: Translator | None = None,
        comments_at: str = "",
        load: Load = Load.CLICK,
        published_at: str = "",
        thread: str = "",
        is_open: bool = True,
    ) -> str:
        """Write a page and return its address; its comments are kept *comments_at* the server."""
        self._pages += 1
        # A database outlives a site: the port tells this one's threads from those before.
        path = f"/page-{self.keeper.port}-{self._pages}/"
        service = Service(
            provider=self.keeper.provider(comments_at),
            privacy={"en": "Comments are kept on our own server."},
            load=load,
            site_origin=published_at,
        )
        described = Thread(
            service=service, id=thread or path, title=title, language=language, open=is_open
        )
        target = self.folder / path.strip("/") / "index.html"
        target.parent.mkdir()
        target.write_text(render(described, template=PAGE, t=t), encoding="utf-8")
        return f"{self.url}{path}"


@contextmanager
def commented_site(folder: Path, keeper: Keeper) -> Iterator[CommentedSite]:
    """Serve an empty site with our theme, and the comment server beside it."""
    write_files(folder, {asset.path: asset.text for asset in ASSETS})
    with serving_strictly(folder, provider=keeper.provider()) as url:
        keeper.site = url
        keeper.start()
        yield CommentedSite(folder=folder, url=url, keeper=keeper)
        keeper.stop()


@contextmanager
def moderated(site: CommentedSite) -> Iterator[tuple[str, Callable[[], None]]]:
    """Serve *site* with a server whose comments wait: its page's address, and how to approve."""
    port = free_port()
    server = f"http://localhost:{port}"
    path = site.write_page(comments_at=server).removeprefix(site.url)
    with (
        serving_strictly(site.folder, provider=site.keeper.provider(server)) as url,
        site.keeper.moderated(site=url, port=port) as approve,
    ):
        yield f"{url}{path}", approve

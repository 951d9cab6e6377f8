"""The published site behind nginx, with Isso."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.comments.deploy.server import Server, comment_server, prepare, web_server
from tests.comments.support import free_port
from tests.support.building import build_site, write_files

HEAD = "Title: {title}\nDate: 2026-03-14\nCategory: Wine\nSlug: {slug}\n{more}\n\nOf patience.\n"
ARTICLES = {
    "open": "",
    "shut": "Comments: closed",
    "early": "Status: draft",
    "first": "Comments_id: /ჭური/",
    "Capital": "",
    "closing": "",
}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a server with a small site, built to be published there."""
    folder = tmp_path_factory.mktemp("server")
    server = Server(folder=folder, port=free_port(), comments_port=free_port())
    texts = {
        f"articles/{slug}.md": HEAD.format(title=f"A jar, {slug}", slug=slug, more=more)
        for slug, more in ARTICLES.items()
    }
    comments = {
        "provider": "isso",
        "url": "/isso",
        "privacy": "Comments are kept on our own server.",
        "open_threads": "open-threads.map",
        "bake": False,
    }
    build_site(
        write_files(folder / "content", texts),
        server.site,
        conf="publishconf.py",
        settings={"COMMENTS": comments},
        environment={"SITE_URL": server.url},
    ).require_success()
    prepare(server)
    with comment_server(server), web_server(server):
        yield server

"""What a plugin that nobody here wrote does to texts is seen by the next build."""

from __future__ import annotations

from pathlib import Path

from tests.support.building import Build, build_site, write_files
from verbatim.building import PLUGIN_PATHS, PLUGINS

ARTICLE = "Title: {}\nDate: 2026-03-01 09:00\nCategory: Tides\n\nIt flows.{}\n"
MOVING = """
from pathlib import Path
from pelican import signals

def move(generator):
    for article in generator.articles:
        if article.slug == "a":
            place = Path(generator.settings["PATH"], "..", "place").resolve().read_text()
            if place:
                article.override_url, article.override_save_as = f"{place}/", f"{place}/index.html"

def register():
    signals.article_generator_finalized.connect(move)
"""


def test_an_address_that_a_plugin_gives_leads_there_at_once(tmp_path: Path) -> None:
    link = " See [it]({filename}/articles/a.md)."
    files = {"articles/a.md": ARTICLE.format("A", ""), "articles/b.md": ARTICLE.format("B", link)}
    write_files(tmp_path / "content", files)
    write_files(tmp_path / "own", {"moving.py": MOVING})

    def link_after(place: str) -> str:
        (tmp_path / "place").write_text(place, encoding="utf-8")
        build = built(tmp_path).require_success()
        [found] = build.page("b/").select(".e-content a")
        return str(found["href"])

    assert link_after("").endswith("/a/")
    assert link_after("elsewhere").endswith("/elsewhere/")
    assert link_after("").endswith("/a/")


def built(folder: Path) -> Build:
    """Build what is in *folder*, with the plugin."""
    return build_site(
        folder / "content",
        folder / "output",
        settings={
            "CACHE_PATH": str(folder / "cache"),
            "PLUGINS": [*PLUGINS, "moving"],
            "PLUGIN_PATHS": [*PLUGIN_PATHS, str(folder / "own")],
        },
    )

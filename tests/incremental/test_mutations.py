"""Whatever is changed, the next build makes what a clean build would make, byte for byte."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.building import CONTENT, Build, build_site

Mutation = Callable[[Path], None]
MUTATIONS: defaultdict[str, list[Mutation]] = defaultdict(list)


def mutation(kind: str) -> Callable[[Mutation], Mutation]:
    """Let a change be one of its *kind*, which are made one after another."""

    def note(change: Mutation) -> Mutation:
        MUTATIONS[kind].append(change)
        return change

    return note


def edit(path: Path, old: str, new: str) -> None:
    """Put *new* in the place of *old*, which is there once or more, in the file *path*."""
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text, re.MULTILINE), f"{path.name} has no “{old}”"
    path.write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")


@dataclass(frozen=True, kw_only=True)
class Sites:
    """The same content in two folders: one is built on what earlier builds kept, one is not."""

    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def build(self, name: str, *, kept: bool) -> Build:
        """Build the site into the folder *name*."""
        return build_site(
            self.content,
            self.folder / name,
            conf="publishconf.py",
            settings={"CACHE_PATH": str(self.folder / f"{name}-cache"), "INCREMENTAL": kept},
        )

    def difference(self) -> list[str]:
        """Build both, and return what differs."""
        kept, clean = self.build("kept", kept=True), self.build("clean", kept=False)
        assert kept.codes() == clean.codes(), (kept.problems, clean.problems)
        assert kept.exit_code == clean.exit_code, kept.log
        return differing(kept.output, clean.output)


def differing(one: Path, other: Path) -> list[str]:
    """Return the names of files that are not the same in both folders."""
    files = [
        {str(p.relative_to(each)) for p in each.rglob("*") if p.is_file()} for each in (one, other)
    ]
    alone = sorted(files[0] ^ files[1])
    _, changed, wrong = filecmp.cmpfiles(one, other, files[0] & files[1], shallow=False)
    return [*alone, *sorted([*changed, *wrong])]


@pytest.fixture
def sites(tmp_path: Path) -> Sites:
    """Sites that were built once."""
    sites = Sites(folder=tmp_path)
    shutil.copytree(CONTENT, sites.content)
    assert sites.difference() == []
    return sites


@mutation("texts")
def nothing(_content: Path) -> None:
    """Change nothing."""


@mutation("texts")
def body(content: Path) -> None:
    edit(content / "articles/the-bench.md", r"\Z", "\nOne more sentence stands here.\n")


@mutation("texts")
def title(content: Path) -> None:
    edit(content / "articles/the-last-boat.md", r"^Title: .*", "Title: The very last boat")


@mutation("texts")
def date(content: Path) -> None:
    edit(content / "articles/the-bench.md", r"^Date: .*", "Date: 2019-01-02 08:00")


@mutation("texts")
def tags(content: Path) -> None:
    edit(content / "articles/the-bench.md", r"^(Date: .*)", r"\1\nTags: brine")


@mutation("texts")
def section(content: Path) -> None:
    edit(content / "articles/the-last-boat.md", r"^Category: .*", "Category: Kitchens")


@mutation("texts")
def slug(content: Path) -> None:
    edit(content / "articles/the-bench.md", r"^(Title: .*)", r"\1\nSlug: the-long-bench")


@mutation("texts")
def summary(content: Path) -> None:
    edit(content / "articles/the-dough-and-the-stairs.md", r"^(Title: .*)", r"\1\nSummary: Dough.")


@mutation("standing")
def draft(content: Path) -> None:
    edit(content / "articles/the-empty-slip.md", r"^(Title: .*)", r"\1\nStatus: draft")


@mutation("standing")
def published_again(content: Path) -> None:
    edit(content / "articles/the-empty-slip.md", r"^Status: draft\n", "")


@mutation("standing")
def added(content: Path) -> None:
    text = "Title: A new piece\nDate: 2026-03-01 09:00\nCategory: Kitchens\nAuthor: Ada Instance\n"
    (content / "articles/a-new-piece.md").write_text(f"{text}\nA text.\n", encoding="utf-8")


@mutation("standing")
def link(content: Path) -> None:
    text = "\nSee [it]({filename}/articles/a-new-piece.md).\n"
    edit(content / "articles/the-bench.md", r"\Z", text)


@mutation("standing")
def slug_of_a_link_target(content: Path) -> None:
    edit(content / "articles/a-new-piece.md", r"^(Title: .*)", r"\1\nSlug: the-new-one")


@mutation("standing")
def renamed(content: Path) -> None:
    (content / "articles/notice-to-cats.md").rename(content / "articles/notice-to-dogs.md")


@mutation("standing")
def deleted(content: Path) -> None:
    (content / "articles/the-oven-keeps-no-clock.md").unlink()


@mutation("record")
def snapshot(content: Path) -> None:
    edit(content / "citations/lantern-tide.txt", r"\A", "A sentence that was not there.\n\n")


@mutation("record")
def citation(content: Path) -> None:
    edit(content / "citations/lantern-ropes.yaml", r"^title: .*", "title: Another title of ropes")


@mutation("record")
def source(content: Path) -> None:
    edit(content / "sources/harbour-lantern.md", r"\Z", "\nIt was founded again.\n")


@mutation("record")
def source_renamed(content: Path) -> None:
    edit(content / "sources/crumb-and-ladder.md", r"^Title: .*", "Title: Crumb and Stairs")


@mutation("record")
def author(content: Path) -> None:
    edit(content / "authors/ada-instance.md", r"\Z", "\nShe writes of boats too.\n")


@mutation("rest")
def page(content: Path) -> None:
    edit(content / "pages/about.md", r"\Z", "\nOne more thing about us.\n")


@mutation("rest")
def page_title(content: Path) -> None:
    edit(content / "pages/how-we-check.md", r"^Title: .*", "Title: How it is checked")


@mutation("rest")
def picture(content: Path) -> None:
    shutil.copyfile(content / "articles/door.png", content / "images/post-and-cormorant.png")


@mutation("rest")
def series(content: Path) -> None:
    for name in ("the-bench", "the-last-boat"):
        edit(content / f"articles/{name}.md", r"^(Title: .*)", r"\1\nSeries: Benches")


@mutation("rest")
def correction(content: Path) -> None:
    line = r"\1\nCorrection: 2026-03-02 The bench is shorter."
    edit(content / "articles/the-bench.md", r"^(Title: .*)", line)


@mutation("standing")
def translation_added(content: Path) -> None:
    path = content / "articles/the-bench.md"
    text = path.read_text(encoding="utf-8").replace("Title: ", "Title: Скамья ", 1)
    head, _, _ = text.partition("\n\n")
    (content / "articles/the-bench.ru.md").write_text(f"{head}\n\nТекст.\n", encoding="utf-8")


@mutation("standing")
def language_gone(content: Path) -> None:
    (content / "articles/shabpare.fa.md").unlink()


@mutation("record")
def unknown_citation(content: Path) -> None:
    (content / "citations/orinak-lamp.yaml").rename(content / "citations/orinak-other.yaml")


@mutation("record")
def citation_back(content: Path) -> None:
    (content / "citations/orinak-other.yaml").rename(content / "citations/orinak-lamp.yaml")


@mutation("standing")
def hidden(content: Path) -> None:
    edit(content / "articles/the-dough-and-the-stairs.md", r"^(Title: .*)", r"\1\nStatus: hidden")


@mutation("rest")
def file_to_download(content: Path) -> None:
    (content / "extra").mkdir(exist_ok=True)
    (content / "extra/list.txt").write_text("a list", encoding="utf-8")
    edit(content / "articles/the-bench.md", r"\Z", "\n[A list]({static}/extra/list.txt)\n")


@mutation("record")
def author_deleted(content: Path) -> None:
    (content / "authors/tom-specimen.md").unlink()


def test_a_stale_file_would_be_found(sites: Sites) -> None:
    page = sites.folder / "kept/the-last-boat/index.html"
    text, before = page.read_text(encoding="utf-8"), page.stat()
    page.write_text(text.replace("boat", "ship", 1), encoding="utf-8")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert sites.difference() == ["the-last-boat/index.html"]

    page.write_text(text, encoding="utf-8")
    assert sites.difference() == []


def test_what_did_not_change_is_neither_read_nor_made(sites: Sites) -> None:
    again = sites.build("kept", kept=True)
    assert re.search(
        r": 0 texts read, 0 of \d+ pages made; 0 files changed, 0 removed\.", again.log
    )

    body(sites.content)

    edited = sites.build("kept", kept=True)
    made = re.search(r": 1 text read, (\d+) of (\d+) pages made", edited.log)
    assert made, edited.log
    assert int(made[1]) < int(made[2]) / 5


@pytest.mark.parametrize("kind", MUTATIONS)
def test_a_build_after_a_change_makes_what_a_clean_build_makes(kind: str, sites: Sites) -> None:
    for change in MUTATIONS[kind]:
        change(sites.content)

        assert sites.difference() == [], change.__name__

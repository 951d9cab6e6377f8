"""The files of the output are exchanged all, or none."""

from __future__ import annotations

import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from strict_build.publication import publish
from tests.strict_build.support import article, contents, state
from tests.strict_build.test_publication import publish_files, texts
from tests.support.building import BuildSite, write_files


def many(text: str, *, more: int = 0) -> dict[str, str]:
    files = {f"{number}/index.html": text * (1 + more) for number in range(30)}
    return {**files, "style.css": text, "z/last.html": text}


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    publish_files(tmp_path, {**many("old"), "gone.html": "gone", "folder/a.html": "a"})
    (tmp_path / "output" / "z" / "last.html").unlink()
    (tmp_path / "output" / "z").rmdir()
    (tmp_path / "output" / "z").symlink_to("nowhere")  # nobody can make a folder there
    before = state(tmp_path / "output")

    with pytest.raises(FileExistsError):
        publish_files(tmp_path, {**many("new"), "new/a/b.html": "new", "folder": "a file now"})

    assert state(tmp_path / "output") == before
    assert not (tmp_path / "output" / "new").exists()
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".before") == []


def test_after_a_failure_the_next_build_publishes_and_removes_the_same(tmp_path: Path) -> None:
    publish_files(tmp_path, {**many("old"), "gone.html": "gone"})
    (tmp_path / "output" / "y").symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        publish_files(tmp_path, {**many("new"), "y/index.html": "y"})
    (tmp_path / "output" / "y").unlink()
    write_files(tmp_path / "output", {"y/theirs.txt": "theirs"})

    publish_files(tmp_path, many("newer"))

    assert texts(tmp_path) == {**many("newer"), "y/theirs.txt": "theirs"}


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on another disk than the folders of tests, where the machine has one."""
    shared = Path("/dev/shm")  # noqa: S108 - it is a disk of its own, and no place for secrets
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else tmp_path) as folder:
        yield Path(folder)


@contextmanager
def full_after(size: int) -> Iterator[None]:
    """Let no file grow larger than *size*, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_is_full_keeps_the_old_site(tmp_path: Path, other_disk: Path) -> None:
    old = write_files(tmp_path / "old", many("old"))
    publish(old, other_disk, manifest=tmp_path / "manifest")
    before = state(other_disk)
    new = write_files(tmp_path / "new", {**many("new"), "zz.html": "large" * 2000})

    with full_after(5000), pytest.raises(OSError, match="File too large"):
        publish(new, other_disk, manifest=tmp_path / "manifest")

    assert state(other_disk) == before
    assert [path.name for path in other_disk.rglob(".*")] == []


def test_an_output_on_another_disk_is_exchanged_whole(tmp_path: Path, other_disk: Path) -> None:
    old = write_files(tmp_path / "old", {**many("old"), "a": "file", "b/index.html": "folder"})
    publish(old, other_disk, manifest=tmp_path / "manifest")
    files = {**many("new"), "a/index.html": "folder", "b": "file"}

    publish(write_files(tmp_path / "new", files), other_disk, manifest=tmp_path / "manifest")

    assert {name: data.decode() for name, data in contents(other_disk).items()} == files
    assert [path.name for path in other_disk.rglob(".*")] == []


def test_a_folder_on_another_disk_is_written_too(tmp_path: Path, other_disk: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "big").symlink_to(other_disk)

    publish_files(tmp_path, {"big/a.html": "a", "index.html": "home"})
    publish_files(tmp_path, {"big/b.html": "b", "index.html": "home"})

    assert {name: data.decode() for name, data in contents(other_disk).items()} == {"b.html": "b"}


def test_a_build_says_that_nothing_was_published(build: BuildSite, tmp_path: Path) -> None:
    build({"articles/a.md": article()}).require_success()
    before = state(tmp_path / "output")
    (tmp_path / "output" / "b").symlink_to("nowhere")

    done = build({"articles/a.md": article(text="New."), "articles/b.md": article("B")})

    assert done.codes() == ["output"]
    assert "the output is as it was" in done.log
    assert state(tmp_path / "output") == before

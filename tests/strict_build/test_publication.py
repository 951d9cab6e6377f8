"""From a finished build to the published folder, file by file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from strict_build.publication import Published, publish, staging_folder
from tests.strict_build.support import article, command, contents, run, state
from tests.support.building import BuildSite, write_files
from tests.support.waiting import LONGEST, wait_for_end


def publish_files(
    folder: Path, files: dict[str, str], *, keep: tuple[str, ...] | None = None
) -> Published:
    """Publish *files* to the folder's output."""
    staged = write_files(staging_folder(folder / "output"), files)
    return publish(staged, folder / "output", manifest=folder / "manifest", keep=keep)


def texts(folder: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in contents(folder / "output").items()}


def test_the_first_build_is_published_whole(tmp_path: Path) -> None:
    published = publish_files(tmp_path, {"index.html": "home", "a/index.html": "a"})

    assert published == Published(written=2, removed=0)
    assert texts(tmp_path) == {"index.html": "home", "a/index.html": "a"}


def test_what_did_not_change_is_left_alone(tmp_path: Path) -> None:
    publish_files(tmp_path, {"index.html": "home", "a/index.html": "a"})
    before = state(tmp_path / "output")

    published = publish_files(tmp_path, {"index.html": "HOME", "a/index.html": "a"})

    assert published == Published(written=1, removed=0)
    assert state(tmp_path / "output")["a/index.html"] == before["a/index.html"]
    assert texts(tmp_path)["index.html"] == "HOME"


def test_what_is_no_longer_written_is_removed_with_its_folder(tmp_path: Path) -> None:
    publish_files(tmp_path, {"index.html": "home", "a/b/index.html": "b"})

    published = publish_files(tmp_path, {"index.html": "home"})

    assert published == Published(written=0, removed=1)
    assert [path.name for path in (tmp_path / "output").iterdir()] == ["index.html"]


def test_files_of_others_stay(tmp_path: Path) -> None:
    publish_files(tmp_path, {"index.html": "home", "a/index.html": "a"})
    write_files(tmp_path / "output", {"a/theirs.txt": "t", "CNAME": "kura.example"})

    publish_files(tmp_path, {"index.html": "home"})

    assert texts(tmp_path) == {"index.html": "home", "a/theirs.txt": "t", "CNAME": "kura.example"}


def test_files_of_others_go_where_only_some_names_may_stay(tmp_path: Path) -> None:
    publish_files(tmp_path, {"index.html": "home"})
    write_files(tmp_path / "output", {"theirs.txt": "t", ".git/HEAD": "ref", "CNAME": "x"})

    published = publish_files(tmp_path, {"index.html": "home"}, keep=(".git", "CNAME"))

    assert published == Published(written=0, removed=1)
    assert set(texts(tmp_path)) == {"index.html", ".git/HEAD", "CNAME"}


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    publish_files(tmp_path, {"a": "file", "b/index.html": "folder"})

    publish_files(tmp_path, {"a/index.html": "folder", "b": "file"})

    assert texts(tmp_path) == {"a/index.html": "folder", "b": "file"}


def test_a_link_in_the_output_is_replaced_not_followed(tmp_path: Path) -> None:
    write_files(tmp_path, {"elsewhere.html": "theirs"})
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").symlink_to(tmp_path / "elsewhere.html")

    publish_files(tmp_path, {"index.html": "home"})

    assert texts(tmp_path) == {"index.html": "home"}
    assert (tmp_path / "elsewhere.html").read_text(encoding="utf-8") == "theirs"


def test_a_lost_record_of_the_last_build_removes_nothing(tmp_path: Path) -> None:
    publish_files(tmp_path, {"index.html": "home", "a/index.html": "a"})
    (tmp_path / "manifest").write_bytes(b"\xff\xfe")

    published = publish_files(tmp_path, {"index.html": "home"})

    assert published == Published(written=0, removed=0)


@pytest.mark.parametrize("end", ["\u2028", "\x85", "\n"])
def test_a_name_that_holds_the_end_of_a_line_is_removed_when_it_is_gone(
    end: str, tmp_path: Path
) -> None:
    publish_files(tmp_path, {"index.html": "home", f"a{end}b.html": "a"})

    published = publish_files(tmp_path, {"index.html": "home"})

    assert published == Published(written=0, removed=1)
    assert texts(tmp_path) == {"index.html": "home"}


def test_folders_of_builds_that_died_are_cleared_away(tmp_path: Path) -> None:
    died = subprocess.Popen([sys.executable, "-c", ""])
    wait_for_end(died)
    left = tmp_path / f".output.building-{died.pid}"
    alive = tmp_path / f".output.building-{os.getppid()}"
    theirs = tmp_path / ".output.building-notes"
    for folder in (left, alive, theirs):
        write_files(folder, {"index.html": "half"})

    staged = staging_folder(tmp_path / "output")

    assert not left.exists()
    assert alive.exists()
    assert theirs.exists()
    assert list(staged.iterdir()) == []


def test_a_second_build_changes_nothing(build: BuildSite) -> None:
    files = {"articles/a.md": article(), "articles/b.md": article("B")}
    first = build(files).require_success()
    before = state(first.output)

    second = build(files).require_success()

    assert "0 files changed, 0 removed" in second.log
    assert state(second.output) == before


def test_a_deleted_article_loses_its_page(build: BuildSite, tmp_path: Path) -> None:
    build({"articles/a.md": article(), "articles/b.md": article("B")}).require_success()
    write_files(tmp_path / "output", {"theirs.txt": "t"})
    (tmp_path / "content" / "articles" / "b.md").unlink()

    done = build(tmp_path / "content").require_success()

    assert not (done.output / "b").exists()
    assert (done.output / "a" / "index.html").exists()
    assert (done.output / "theirs.txt").exists()


def test_the_setting_clears_the_output_of_what_others_put_there(
    build: BuildSite, tmp_path: Path
) -> None:
    write_files(tmp_path / "output", {"theirs.txt": "t", ".git/HEAD": "ref"})

    done = build(
        {"articles/a.md": article()}, DELETE_OUTPUT_DIRECTORY=True, OUTPUT_RETENTION=[".git"]
    ).require_success()

    assert not (done.output / "theirs.txt").exists()
    assert (done.output / ".git" / "HEAD").exists()


def test_the_setting_never_clears_a_folder_that_holds_the_content(tmp_path: Path) -> None:
    content = write_files(tmp_path / "site" / "content", {"articles/a.md": article()})
    write_files(tmp_path / "site", {"notes.txt": "not in any other place"})

    done = run(
        command(content, tmp_path / "site", DELETE_OUTPUT_DIRECTORY=True), cwd=tmp_path / "site"
    )

    assert done.returncode == 0
    assert (content / "articles" / "a.md").exists()
    assert (tmp_path / "site" / "notes.txt").exists()
    assert (tmp_path / "site" / "index.html").exists()


@pytest.mark.parametrize(
    "output",
    [
        pytest.param("out", id="relative"),
        pytest.param("deep/a [site]*/the out put", id="deep-with-spaces-and-patterns"),
        pytest.param("link", id="symlink"),
    ],
)
def test_the_output_may_be_named_in_any_way(tmp_path: Path, output: str) -> None:
    content = write_files(tmp_path / "content", {"articles/a.md": article()})
    (tmp_path / "behind" / "the" / "link").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "behind" / "the" / "link")

    done = run(command(content, output), cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / output / "a" / "index.html").is_file()
    assert (tmp_path / "link").is_symlink()


@pytest.mark.parametrize(
    "output", [pytest.param("file/out", id="below-a-file"), pytest.param("file", id="a-file")]
)
def test_an_output_that_cannot_be_written_is_told(tmp_path: Path, output: str) -> None:
    content = write_files(tmp_path / "content", {"articles/a.md": article()})
    (tmp_path / "file").write_text("theirs", encoding="utf-8")

    done = run(command(content, output), cwd=tmp_path)

    assert done.returncode == 1
    assert done.stdout.startswith(f"{output}: error: cannot be written: ")
    assert done.stdout.endswith("[output]\n")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "theirs"


def test_builds_into_two_outputs_at_once_do_not_meet(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", {"articles/a.md": article()})

    running = [
        subprocess.Popen(
            command(content, tmp_path / name), cwd=tmp_path, stderr=subprocess.PIPE, text=True
        )
        for name in ("one", "two")
    ]
    said = [process.communicate(timeout=LONGEST)[1] for process in running]

    assert [process.returncode for process in running] == [0, 0], said
    assert contents(tmp_path / "one") == contents(tmp_path / "two")

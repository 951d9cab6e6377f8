"""Files that are there whole, or as they were."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from files import replace_text, why_unusable, write_new


def test_whoever_has_the_old_file_open_keeps_it(tmp_path: Path) -> None:
    path, held = tmp_path / "a.json", tmp_path / "held.json"
    path.write_text("old")
    os.link(path, held)

    replace_text(path, "new\n")

    assert (path.read_text(), held.read_text()) == ("new\n", "old")


def test_a_text_that_cannot_be_written_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")

    with pytest.raises(UnicodeEncodeError):
        replace_text(path, "\ud800")

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_whose_name_is_as_long_as_can_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)

    replace_text(path, "new\n")

    assert path.read_text() == "new\n"


def test_a_file_keeps_its_permissions_and_the_links_that_lead_to_it(tmp_path: Path) -> None:
    path, link = tmp_path / "a.bib", tmp_path / "link.bib"
    path.write_text("old")
    path.chmod(0o600)
    link.symlink_to(path)

    replace_text(link, "new\n")

    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new\n", 0o600)
    assert link.is_symlink()


def test_a_new_file_is_as_open_as_others_are(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()

    write_new(tmp_path / "folder" / "a.txt", b"new")

    assert (tmp_path / "folder" / "a.txt").stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["a.txt"]


def test_a_new_file_takes_no_other_s_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    with pytest.raises(FileExistsError):
        write_new(path, b"new")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("a.txt", "old")]


@pytest.mark.parametrize("folder", ["/dev/full", "/proc/cache", "file", "file/inside", "c" * 300])
def test_why_a_folder_cannot_be_used_is_known_beforehand(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").touch()

    assert why_unusable(tmp_path / folder)
    assert why_unusable(tmp_path / "new" / "folder") is None

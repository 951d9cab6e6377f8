"""Files that are there whole, or as they were."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from files import replace_text


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

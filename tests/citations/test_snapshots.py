"""Snapshots are read, folded once, and kept."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from citations import snapshots as module
from citations.snapshots import SnapshotCache, SnapshotError, read_snapshot
from verification import Result, verify
from verification import snapshot as folding

TEXT = "The river — “slow” — rose.\n\nNobody saw it.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "river.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def cache(tmp_path: Path) -> SnapshotCache:
    return SnapshotCache(tmp_path / "cache")


def kept(cache: SnapshotCache) -> Path:
    (file,) = cache.folder.iterdir()
    return file


def test_snapshot_is_read_as_utf_8(path: Path) -> None:
    assert read_snapshot(path).text == TEXT


def test_byte_order_mark_and_windows_line_ends_are_accepted(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())

    snapshot = read_snapshot(path)

    assert snapshot.text == TEXT
    assert verify("Nobody saw it", snapshot, language="en").line == 3


@pytest.mark.parametrize("cached", [False, True])
def test_byte_that_is_not_utf_8_is_an_error_that_names_its_line(
    path: Path, cache: SnapshotCache, cached: bool
) -> None:
    path.write_bytes(b"one\r\ntwo\n\x93three\x94\n")

    with pytest.raises(SnapshotError, match="0x93 in line 3 is not UTF-8; save") as error:
        (cache.read if cached else read_snapshot)(path)
    assert error.value.line == 3


def test_folded_text_is_kept(path: Path, cache: SnapshotCache) -> None:
    first = cache.read(path)
    before = kept(cache).stat().st_mtime_ns

    again = SnapshotCache(cache.folder).read(path)

    assert again.lines == first.lines == "The river — 'slow' — rose.\n\nNobody saw it.\n"
    assert kept(cache).stat().st_mtime_ns == before


def test_kept_text_is_what_is_compared(
    path: Path, cache: SnapshotCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.read(path)
    monkeypatch.delattr(folding, "fold_lines")

    snapshot = SnapshotCache(cache.folder).read(path)

    assert verify("The river - 'slow' - rose", snapshot, language="en").result is Result.VERBATIM


def test_same_snapshot_is_held_in_memory(path: Path, cache: SnapshotCache) -> None:
    assert cache.read(path) is cache.read(path)


def test_changed_bytes_are_folded_anew(path: Path, cache: SnapshotCache) -> None:
    cache.read(path)
    path.write_text(TEXT.replace("rose", "fell deep"), encoding="utf-8")

    assert "fell" in SnapshotCache(cache.folder).read(path).lines
    assert "fell" in kept(cache).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:0], id="empty"),
        pytest.param(lambda data: data[:-7], id="cut-short"),
        pytest.param(lambda data: data.replace(b"rose", b"rise"), id="changed"),
        pytest.param(lambda data: data + b"more", id="longer"),
        pytest.param(lambda data: b"\xff\xfe" + data, id="no-text"),
        pytest.param(lambda data: b"something else\n" + data, id="foreign"),
        pytest.param(
            lambda data: data.replace(b"folded text ", b"folded text 9"), id="older-rules"
        ),
    ],
)
def test_damaged_file_is_ignored_and_made_anew(
    path: Path, cache: SnapshotCache, damage: Callable[[bytes], bytes]
) -> None:
    good = cache.read(path).lines
    file = kept(cache)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))

    again = SnapshotCache(cache.folder).read(path)

    assert again.lines == good
    assert file.read_bytes() == whole


def test_folder_in_the_place_of_a_file_costs_time_and_leaves_nothing(
    path: Path, cache: SnapshotCache
) -> None:
    (cache.folder / "river.folded" / "inside").mkdir(parents=True)

    assert cache.read(path).lines == read_snapshot(path).lines
    assert [file.name for file in cache.folder.iterdir()] == ["river.folded"]


KILLED = """
import os, sys
from pathlib import Path
from citations.snapshots import SnapshotCache
Path.replace = lambda self, target: os._exit(9)
SnapshotCache(Path(sys.argv[2])).read(Path(sys.argv[1]))
"""


def test_build_killed_halfway_leaves_no_half_file(path: Path, cache: SnapshotCache) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, path, cache.folder],
        env={"PYTHONPATH": str(Path(module.__file__).parents[1])},
        check=False,
    )

    assert killed.returncode == 9
    assert not (cache.folder / "river.folded").exists()
    assert cache.read(path).text == TEXT
    assert (cache.folder / "river.folded").exists()


def test_snapshots_are_not_all_held_at_once(
    tmp_path: Path, cache: SnapshotCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_HELD", 200_000)
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"{number} река " * 5_000, encoding="utf-8")
    tracemalloc.start()

    for number in range(40):
        verify("река 7 река", cache.read(tmp_path / f"{number}.txt"), language="ru")

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_newest_snapshots_are_held(
    tmp_path: Path, cache: SnapshotCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_HELD", 25)
    paths = [tmp_path / f"{name}.txt" for name in ("one", "two", "six")]
    for path in paths:
        path.write_text("ten digits", encoding="utf-8")
    one, two, _ = paths
    held = [cache.read(path) for path in (one, two, one)][2]

    cache.read(paths[2])

    assert cache.read(one) is held
    assert cache.read(two) is not held

"""A cache that cannot be used costs time, and one warning: never the build."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from problems import Severity
from tests.images.support import photograph
from tests.support.building import Build, build_site, write_files

CONTENT = {
    "articles/a.md": "Title: A\nDate: 2026-03-14\nCategory: Rivers\nImage: images/a.jpg\n"
    "Image_alt: A jar\nImage_credit: Us\n\n> It flows.\n>\n> — Nino Example, [@a]\n",
    "citations/a.yaml": "type: webpage\ntitle: A\nURL: https://a.example/\n",
    "citations/a.txt": "It flows.\n",
}


def built(folder: Path, cache: Path | str, output: str = "output") -> Build:
    content = write_files(folder / "content", CONTENT)
    (content / "images").mkdir(exist_ok=True)
    (content / "images" / "a.jpg").write_bytes(photograph())
    settings: dict[str, object] = {"CACHE_PATH": str(cache), "SITEURL": "https://kura.example"}
    settings |= {"COMMENTS": {"provider": "none"}}
    return build_site(content, folder / output, settings=settings)


def files_of(build: Build) -> dict[str, bytes]:
    return {
        str(path.relative_to(build.output)): path.read_bytes()
        for path in build.output.rglob("*")
        if path.is_file()
    }


def in_the_way(folder: Path) -> Path:
    path = folder / "cache"
    path.write_text("no folder")
    return path


@pytest.mark.parametrize(
    "cache",
    [
        pytest.param(in_the_way, id="a-file"),
        pytest.param(lambda folder: in_the_way(folder) / "inside", id="below-a-file"),
        pytest.param(lambda folder: folder / ("c" * 300), id="name-too-long"),
        pytest.param(lambda _: "/dev/full", id="device"),
        pytest.param(lambda _: "/proc/cache", id="where-nothing-can-be-made"),
    ],
)
def test_without_a_cache_the_same_site_is_built_and_one_warning_says_so(
    tmp_path: Path, cache: object
) -> None:
    assert callable(cache)
    place = cache(tmp_path)

    without = built(tmp_path, place, "without").require_success()

    [told] = [each for each in without.problems if each.code == "cache"]
    assert told.severity is Severity.WARNING
    assert f"{place} cannot be used (" in told.message
    assert "the build goes on without it" in told.message
    with_one = built(tmp_path, tmp_path / "good", "with").require_success()
    assert files_of(without) == files_of(with_one)


@pytest.mark.parametrize("name", ["snapshots", "templates-{jinja}"])
def test_a_file_in_the_place_of_a_folder_of_the_cache_costs_time_and_is_told(
    tmp_path: Path, name: str
) -> None:
    name = name.format(jinja=version("jinja2"))
    cache = write_files(tmp_path / "cache", {name: "no folder"})

    done = built(tmp_path, cache).require_success()

    [told] = [each for each in done.problems if each.code == "cache"]
    assert told.severity is Severity.WARNING
    assert f"{name} cannot be used (" in told.message


def test_what_was_published_is_forgotten_where_it_cannot_be_kept(tmp_path: Path) -> None:
    cache = write_files(tmp_path / "cache", {"published": "no folder"})

    done = built(tmp_path, cache).require_success()

    assert [each.severity for each in done.problems if each.code == "cache"] == [Severity.WARNING]


@pytest.mark.parametrize("name", ["images", "cards"])
def test_where_pictures_are_made_a_file_in_the_way_is_told(tmp_path: Path, name: str) -> None:
    cache = write_files(tmp_path / "cache", {name: "no folder"})

    done = built(tmp_path, cache)

    assert done.exit_code == 1
    assert set(done.codes()) == {"cache"}
    assert {each.location and each.location.path for each in done.problems} == {Path("cache", name)}

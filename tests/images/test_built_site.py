"""Pictures of a built site: what pages show, and what files hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import Tag
from PIL import Image

from tests.images.support import SAFE_SVG, article, photograph, picture, write
from tests.support.building import Build, build_site

TEXT = """A heron ![on one leg](heron.jpg) among words.

![A gauge](images/gauge.png "Gauge 7. Photograph: Nino Example")

![A drawing](drawing.svg)

![Elsewhere](https://other.example/x.png)
"""
CONTENT: dict[str, str | bytes] = {
    "articles/a.md": article(
        TEXT, Image="images/gauge.png", Image_alt="A “gauge” & more", Image_credit="Nino <b>"
    ),
    "articles/a.ka.md": article("![ყანჩა](heron.jpg)", Lang="ka"),
    "articles/plain.md": article("No picture."),
    "articles/draft.md": article("![A gauge](later.png)", Status="draft"),
    "articles/heron.jpg": photograph(),
    "articles/drawing.svg": SAFE_SVG,
    "images/gauge.png": picture(size=(1500, 500)),
    "images/linked only.jpg": photograph(),
    "articles/b.md": article("[The whole]({static}/images/linked%20only.jpg)."),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("pictures")
    content = write(folder / "content", CONTENT)
    return built(content, folder / "output")


def built(content: Path, output: Path) -> Build:
    """Build *content* with a cache of its own, beside it."""
    cache = str(content.parent / "cache")
    return build_site(content, output, settings={"CACHE_PATH": cache}).require_success()


def files_of(site: Build, tag: Tag) -> list[Path]:
    """Return every file that a picture offers."""
    urls = [str(image["src"]) for image in tag.select("img")]
    for source in tag.select("source"):
        urls += [each.split()[0] for each in str(source["srcset"]).split(", ")]
    return [site.path(url) for url in urls]


def test_a_picture_is_offered_in_newer_formats_first_and_in_no_width_it_has_not(
    site: Build,
) -> None:
    head = site.page("a/").select_one("figure.picture picture")
    assert head
    srcset = str(head.select("source")[0]["srcset"])

    assert [each["type"] for each in head.select("source")] == ["image/avif", "image/webp"]
    assert re.findall(r" (\d+)w", srcset) == ["400", "640", "960", "1280", "1500"]
    assert all(path.is_file() for path in files_of(site, head))


def test_a_picture_says_its_size_so_that_nothing_moves_when_it_comes(site: Build) -> None:
    for image in site.page("a/").select("picture img"):
        with Image.open(site.path(str(image["src"]))) as opened:
            assert opened.size == (int(str(image["width"])), int(str(image["height"])))


def test_the_words_at_the_head_are_text(site: Build) -> None:
    figure = site.page("a/").select_one("figure.picture")
    assert figure
    image = figure.select_one("img")

    assert image
    assert image["alt"] == "A “gauge” & more"
    assert figure.figcaption
    assert figure.figcaption.get_text() == "Nino <b>"
    assert image["fetchpriority"] == "high"


def test_a_picture_alone_is_a_figure_with_its_caption_and_others_stand_among_words(
    site: Build,
) -> None:
    prose = site.page("a/").select_one(".prose")
    assert prose
    captions = [each.get_text() for each in prose.select("figure figcaption")]

    assert captions == ["Gauge 7. Photograph: Nino Example"]
    assert prose.select_one("p > picture > img[alt='on one leg'][loading=lazy]")


def test_a_photograph_is_upright_and_tells_nothing_of_its_camera(site: Build) -> None:
    shown = site.page("a/").select_one("p > picture")
    assert shown

    for path in [*files_of(site, shown), site.path("images/linked only.jpg")]:
        with Image.open(path) as opened:
            assert opened.width < opened.height, path.name
            # Its first row, the dark one, is what stands on the right (Exif, orientation 6).
            row = opened.convert("L").resize((10, 1)).tobytes()
            assert row[0] > 200, path.name
            assert row[-1] < 55, path.name
            assert not opened.getexif(), path.name
        assert b"Camera That Tells" not in path.read_bytes()


def test_a_translation_shares_the_picture(site: Build) -> None:
    here, there = (
        site.page(at).select_one("p picture img, figure img[alt=ყანჩა]") for at in ("a/", "ka/a/")
    )

    assert here
    assert there
    assert here["src"] == there["src"]


def test_a_picture_elsewhere_is_a_link_and_a_warning(site: Build) -> None:
    link = site.page("a/").select_one('a[href="https://other.example/x.png"]')

    assert link
    assert link.get_text() == "Elsewhere"
    assert (14, "image-elsewhere") in {
        (each.location and each.location.line, each.code) for each in site.problems
    }


def test_a_draft_may_lack_its_picture(site: Build) -> None:
    assert sorted(site.codes()) == ["image-elsewhere", "image-missing"]
    assert site.page("drafts/draft/").select_one(".prose img[alt='A gauge']:not([src])")


def test_a_caption_is_no_part_of_a_summary(site: Build) -> None:
    description = site.page("a/").select_one("meta[name=description]")

    assert description
    assert description["content"] == "A heron among words. Elsewhere"


def test_what_a_page_shows_goes_out_in_the_sizes_that_it_shows(site: Build) -> None:
    assert not site.path("images/gauge.png").exists()
    assert site.path("images/linked only.jpg").exists()


def test_what_was_made_is_not_made_again(site: Build, tmp_path: Path) -> None:
    content = site.output.parent / "content"
    cache = content.parent / "cache" / "images"
    before = {path.name: path.stat().st_mtime_ns for path in cache.iterdir()}

    again = built(content, tmp_path / "output")

    assert before == {path.name: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert {p.name: p.read_bytes() for p in (again.output / "images").iterdir()} == {
        p.name: p.read_bytes() for p in (site.output / "images").iterdir()
    }

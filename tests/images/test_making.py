"""What is made of each kind of file: right colours, right way up, the same bytes each time."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from images.drawing import read_drawing
from images.making import make
from images.model import File, ImageError, ImageOptions, Picture, Treatment
from images.planning import plan
from images.reading import read_original
from tests.images.support import photograph, picture

OPTIONS = ImageOptions(widths=(100, 400))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"{}>{}</svg>'


def planned(path: Path, content: bytes) -> Picture:
    path.write_bytes(content)
    return plan(read_original(path, most_megapixels=50), OPTIONS)


def made(folder: Path, content: bytes, name: str = "a.jpg") -> Picture:
    """Return what is planned for *content*, when all of it is made in ``cache``."""
    it = planned(folder / name, content)
    assert make({it.original: it.files}, folder / "cache") == {}
    return it


def opened(folder: Path, file: File) -> Image.Image:
    with Image.open(folder / "cache" / file.key) as image:
        image.load()
        return image


def saved(image: Image.Image, form: str, **saving: object) -> bytes:
    written = BytesIO()
    image.save(written, form, **saving)
    return written.getvalue()


def colour(image: Image.Image) -> tuple[int, ...]:
    """Return the colour in the middle, as red, green, blue and opacity."""
    found = image.convert("RGBA").getpixel((image.width // 2, image.height // 2))
    assert isinstance(found, tuple)
    return tuple(map(int, found))


def assert_close(found: tuple[int, ...], wanted: tuple[int, ...]) -> None:
    assert all(abs(a - b) <= 12 for a, b in zip(found, wanted, strict=True)), found


RED = Image.new("RGB", (50, 40), (200, 30, 30))
GREY = (188, 188, 188, 255)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        pytest.param(saved(RED, "JPEG"), (200, 30, 30, 255), id="jpeg"),
        pytest.param(saved(RED, "WEBP"), (200, 30, 30, 255), id="webp"),
        pytest.param(saved(RED, "AVIF"), (200, 30, 30, 255), id="avif"),
        pytest.param(saved(RED, "GIF"), (200, 30, 30, 255), id="gif"),
        pytest.param(saved(RED.convert("CMYK"), "JPEG"), (200, 30, 30, 255), id="for-print"),
        pytest.param(saved(Image.new("L", (50, 40), 188), "PNG"), GREY, id="grey"),
        pytest.param(saved(Image.new("I;16", (50, 40), 188 * 257), "PNG"), GREY, id="16-bits"),
        pytest.param(saved(Image.new("1", (50, 40), 1), "PNG"), (255,) * 4, id="one-bit"),
        pytest.param(
            saved(Image.new("RGBA", (50, 40), (200, 30, 30, 90)), "PNG"),
            (200, 30, 30, 90),
            id="seen-through",
        ),
        pytest.param(
            saved(RED, "JPEG", icc_profile=b"no profile"), (200, 30, 30, 255), id="odd-profile"
        ),
    ],
)
def test_colours_stay_in_every_format(
    content: bytes, wanted: tuple[int, ...], tmp_path: Path
) -> None:
    it = made(tmp_path, content)

    for file in it.files:
        assert_close(colour(opened(tmp_path, file)), wanted)


def test_a_profile_is_followed_into_srgb(tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # What is red to this profile is green to everybody else.
    swapped = srgb.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")

    it = made(tmp_path, saved(RED, "JPEG", icc_profile=swapped))

    for file in it.files:
        assert_close(colour(opened(tmp_path, file)), (30, 200, 30, 255))
        assert "icc_profile" not in opened(tmp_path, file).info


def test_nothing_is_wider_than_its_original(tmp_path: Path) -> None:
    small = made(tmp_path, picture(size=(90, 60)))

    assert {file.width for file in small.files} == {90}


def test_what_is_higher_than_webp_can_be_comes_in_the_other_formats(tmp_path: Path) -> None:
    it = made(tmp_path, saved(Image.new("L", (60, 17_000)), "PNG"), "a.png")

    assert [source.type for source in it.sources] == ["image/avif"]


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    first = made(tmp_path, photograph())
    before = {file.key: (tmp_path / "cache" / file.key).read_bytes() for file in first.files}
    for key in before:
        (tmp_path / "cache" / key).unlink()

    second = made(tmp_path, photograph())

    assert {f.key: (tmp_path / "cache" / f.key).read_bytes() for f in second.files} == before


def test_what_moves_stays_as_it_is_and_stands_still_for_who_asks(tmp_path: Path) -> None:
    frames = [RED, Image.new("RGB", (50, 40), (30, 30, 200))]
    gif = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)

    it = made(tmp_path, gif, "a.gif")
    still = it.sources[0]

    assert it.original.kind is Treatment.MOVING
    assert (tmp_path / "cache" / it.shown.key).read_bytes() == gif
    assert still.media == "(prefers-reduced-motion: reduce)"
    assert_close(colour(opened(tmp_path, still.files[0])), (200, 30, 30, 255))


def test_what_is_cut_short_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    it = planned(tmp_path / "a.jpg", picture("JPEG")[:2500])

    failed = make({it.original: it.files}, tmp_path / "cache")

    assert [error.code for error in failed.values()] == ["image-broken"]
    assert not list(tmp_path.glob("cache/*"))


def noise(size: tuple[int, int], mode: str) -> Image.Image:
    """Return what is dark on the left, and red in the middle."""
    image = Image.linear_gradient("L").rotate(90).resize(size).convert("RGB")
    width, height = size
    image.paste((200, 30, 30), (width // 4, height // 4, width * 3 // 4, height * 3 // 4))
    return image.quantize(64) if mode == "P" else image.convert(mode)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "CMYK", "L"])
@pytest.mark.parametrize("size", [(2600, 1700), (1700, 2600)])
def test_what_is_made_smaller_as_it_is_read_looks_the_same(
    mode: str, size: tuple[int, int], tmp_path: Path
) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    form = "JPEG" if mode == "CMYK" else "PNG"

    it = made(tmp_path, saved(noise(size, mode), form, exif=turned), f"a.{form.lower()}")

    assert it.original.large
    assert it.original.width == size[1]
    wanted = colour(noise(size, mode).convert("RGB"))
    for file in it.files:
        assert opened(tmp_path, file).size == (file.width, file.height)
        assert_close(colour(opened(tmp_path, file)), wanted)


PEAK = """
import re, sys
from pathlib import Path
from PIL import Image
from images.making import make
from images.model import ImageOptions
from images.planning import plan
from images.reading import read_original

folder = Path(sys.argv[1])
originals = [read_original(path, most_megapixels=50) for path in folder.glob("*.jpg")]
pictures = [plan(each, ImageOptions()) for each in originals]
make({each.original: each.files for each in pictures}, folder / "cache")
# What getrusage tells includes what the process had before it became this program.
print(int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) // 1024)
"""


def peak_megabytes(folder: Path, *, size: tuple[int, int], number: int) -> int:
    """Return how much memory a process takes that makes *number* photographs."""
    folder.mkdir()
    for each in range(number):
        Image.new("RGB", size, (each, 90, 120)).save(folder / f"{each}.jpg")
    path = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(folder)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return int(done.stdout.splitlines()[-1])


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much a process took")
def test_a_photograph_of_any_size_takes_no_more_memory_than_there_is(tmp_path: Path) -> None:
    small = peak_megabytes(tmp_path / "small", size=(1920, 1280), number=1)

    large = peak_megabytes(tmp_path / "large", size=(8000, 6000), number=3)

    # Three of 48 megapixels would take 144 MB each for their pixels alone.
    assert large < small + 80


@pytest.mark.parametrize(
    ("form", "most"),
    [
        pytest.param("JPEG", 50, id="jpeg"),
        pytest.param("PNG", 25, id="png"),
        pytest.param("WEBP", 12.5, id="webp"),
    ],
)
def test_what_is_larger_than_can_be_read_is_refused(form: str, most: float, tmp_path: Path) -> None:
    side = int((most * 1e6) ** 0.5)
    path = tmp_path / "a"
    options = {"method": 0} if form == "WEBP" else {}
    path.write_bytes(saved(Image.new("L", (side, side)), form, **options))
    read_original(path, most_megapixels=50)
    path.write_bytes(saved(Image.new("L", (side + 9, side + 9)), form, **options))

    with pytest.raises(ImageError, match=f"is larger than {most:g} megapixels") as error:
        read_original(path, most_megapixels=50)

    assert error.value.code == "image-too-large"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        pytest.param("My photo (1).jpg", "my-photo-1", id="spaces"),
        pytest.param("წყალი.jpg", "cqali", id="georgian"),
        pytest.param("—.jpg", "image", id="no-letter"),
    ],
)
def test_a_name_becomes_one_that_an_address_can_hold(name: str, stem: str, tmp_path: Path) -> None:
    it = planned(tmp_path / name, picture("JPEG"))

    assert it.shown.url.startswith(f"images/{stem}-400.")


@pytest.mark.parametrize(
    ("attributes", "inside"),
    [
        pytest.param("", "<script>alert(1)</script>", id="script"),
        pytest.param(' onload="alert(1)"', "", id="event"),
        pytest.param("", '<a href="javascript:alert(1)"><path d=""/></a>', id="link"),
        pytest.param("", '<image href="https://other.example/x.png"/>', id="image"),
        pytest.param("", "<style>@import 'x.css';</style>", id="import"),
        pytest.param("", '<path style="fill: url(https://other.example/x)"/>', id="fill"),
        pytest.param("", "<foreignObject><p>x</p></foreignObject>", id="page"),
    ],
)
def test_a_drawing_that_would_do_something_is_refused(attributes: str, inside: str) -> None:
    with pytest.raises(ImageError, match="would run or fetch something") as error:
        read_drawing(SVG.format(attributes, inside).encode(), "a.svg")

    assert error.value.code == "image-live"


def test_a_drawing_keeps_what_is_seen_and_not_what_its_editor_noted() -> None:
    noted = (
        '<!-- Nino --><metadata>Nino</metadata><e:view xmlns:e="urn:editor" e:path="/home/nino"/>'
        '<path d="M0 0h9" fill="url(#a)" e:id="nino" xmlns:e="urn:editor"/><a href="#b"/>'
    )

    drawing = read_drawing(SVG.format("", noted).encode(), "a.svg")

    assert b"ino" not in drawing.text
    assert b'fill="url(#a)"' in drawing.text
    assert (drawing.width, drawing.height) == (9, 9)

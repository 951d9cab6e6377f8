"""Nothing leaves the builder's machine but the content: links in it are no way out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.strict_build.support import article
from tests.support.building import PROJECT, Build, BuildSite, write_files
from verbatim.building import PLUGINS

SECRET = "the builder can read this"
SNAPSHOT = "The gauge was read at noon, and again at dusk."


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return content that nothing is wrong with, beside a secret."""
    write_files(tmp_path / "elsewhere", {"secret.txt": SECRET, "secret.md": article("Secret")})
    return write_files(
        tmp_path / "content",
        {
            "articles/a.md": article(),
            "extra/notes.txt": "ours",
            "images/readme.txt": "ours",
            "pages/about.md": "Title: About\n\nUs.\n",
            "authors/nino.md": "Title: Nino Example\n\nShe writes.\n",
            "sources/courier.md": "Title: Courier\n\nA paper.\n",
            "citations/gauge.txt": SNAPSHOT,
            "citations/gauge.yaml": "type: article-newspaper\ntitle: A gauge\n",
        },
    )


def leaked(done: Build) -> list[Path]:
    files = [path for path in done.output.rglob("*") if path.is_file()]
    secrets = (SECRET.encode(), SNAPSHOT.encode(), b"Secret")
    return [path for path in files if any(each in path.read_bytes() for each in secrets)]


def require_refusal(done: Build, *paths: str) -> None:
    assert done.exit_code == 1
    assert set(done.codes()) == {"outside-content"}
    assert {p.location.path.as_posix() for p in done.problems if p.location} == set(paths)
    assert not done.output.exists() or leaked(done) == []


@pytest.mark.parametrize(
    ("link", "target"),
    [
        pytest.param("extra/x", "elsewhere/secret.txt", id="a-file"),
        pytest.param("extra/x", "elsewhere", id="a-folder"),
        pytest.param("extra/deep/down/x", "elsewhere/secret.txt", id="deep"),
        pytest.param("extra/.x", "elsewhere/secret.txt", id="hidden"),
        pytest.param("extra/x.txt", "content/citations/gauge.txt", id="a-snapshot"),
        pytest.param("extra/x", "content/citations", id="the-snapshots"),
        pytest.param("extra/x", "content", id="the-folder-around-it"),
        pytest.param("extra/x", "content/extra", id="its-own-folder"),
        pytest.param("extra/x", "content/extra/x", id="itself"),
        pytest.param("extra/x", "nowhere", id="nothing"),
        pytest.param("extra/x", "/dev/zero", id="a-device"),
        pytest.param("images/x.svg", "elsewhere/secret.txt", id="an-image"),
        pytest.param("articles/b.md", "elsewhere/secret.md", id="an-article"),
        pytest.param("articles/more", "elsewhere", id="articles"),
        pytest.param("pages/b.md", "elsewhere/secret.md", id="a-page"),
        pytest.param("authors/b.md", "elsewhere/secret.md", id="an-author"),
        pytest.param("sources/b.md", "elsewhere/secret.md", id="a-source"),
        pytest.param("citations/b.txt", "elsewhere/secret.txt", id="a-citation"),
    ],
)
def test_a_link_that_leads_elsewhere_is_an_error(
    build: BuildSite, content: Path, link: str, target: str
) -> None:
    path = content / link
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(content.parent / target)

    require_refusal(build(content), f"content/{link}")


def test_a_link_by_way_of_another_is_an_error(build: BuildSite, content: Path) -> None:
    (content.parent / "way").symlink_to(content.parent / "elsewhere")
    (content / "extra" / "x").symlink_to("../../way/../content/../way/secret.txt")

    require_refusal(build(content), "content/extra/x")


def test_folders_that_lead_to_one_another_are_an_error(build: BuildSite, content: Path) -> None:
    (content / "extra" / "a").symlink_to(content / "images")
    (content / "images" / "b").symlink_to(content / "extra")

    done = build(content)

    assert done.exit_code == 1
    assert done.codes() == ["outside-content"]


def test_a_pipe_is_an_error_and_nobody_waits_for_it(build: BuildSite, content: Path) -> None:
    os.mkfifo(content / "articles" / "b.md")

    require_refusal(build(content), "content/articles/b.md")


def test_links_inside_the_content_are_followed(build: BuildSite, content: Path) -> None:
    (content / "extra" / "again.txt").symlink_to("notes.txt")
    (content / "extra" / "more").symlink_to("../images")
    (content / "citations" / "b.yaml").symlink_to("gauge.yaml")
    (content / "articles" / ".#a.md").symlink_to("nino@desk.4711:1")  # as Emacs leaves them

    done = build(content)

    assert "outside-content" not in done.codes()
    assert done.text("extra/again.txt") == "ours"
    assert done.text("extra/more/readme.txt") == "ours"


def test_the_content_itself_may_be_a_link(build: BuildSite, content: Path) -> None:
    real = content.rename(content.parent / "kept")
    content.symlink_to(real)
    (content / "extra" / "again.txt").symlink_to(real / "extra" / "notes.txt")

    done = build(content).require_success()

    assert done.text("extra/again.txt") == "ours"


@pytest.mark.parametrize("way", ["static", "attach"])
@pytest.mark.parametrize("target", ["../../elsewhere/secret.txt", "/../elsewhere/secret.txt"])
def test_a_text_cannot_bring_along_what_lies_elsewhere(
    build: BuildSite, content: Path, way: str, target: str
) -> None:
    write_files(content, {"articles/b.md": article("B", f"[Look]({{{way}}}{target}).")})

    done = build(content)

    assert "outside-content" in done.codes()
    assert {str(each.location.path) for each in done.problems if each.location} == {
        "content/articles/b.md"
    }
    assert not done.output.exists()
    assert (content.parent / "elsewhere" / "secret.txt").read_text(encoding="utf-8") == SECRET


@pytest.mark.parametrize("target", ["/citations/gauge.txt", "/extra/../citations/gauge.txt"])
def test_a_text_cannot_bring_along_a_snapshot(build: BuildSite, content: Path, target: str) -> None:
    write_files(content, {"articles/b.md": article("B", f"[Look]({{static}}{target}).")})

    done = build(content)

    assert "snapshot-published" in done.codes()
    assert not done.output.exists()


@pytest.mark.parametrize("folder", ["citations", "../elsewhere"])
def test_a_setting_cannot_either(build: BuildSite, content: Path, folder: str) -> None:
    done = build(content, STATIC_PATHS=["extra", folder])

    assert set(done.codes()) <= {"outside-content", "snapshot-published"}
    assert done.exit_code == 1
    assert not done.output.exists()


SWAP = """\
from pathlib import Path
from pelican import signals

def swap(generator):
    path = Path(generator.path) / "extra" / "notes.txt"
    path.unlink()
    path.symlink_to("../../elsewhere/secret.txt")

def register():
    signals.static_generator_finalized.connect(swap)
"""


def test_a_link_that_is_put_there_while_the_site_is_built_is_found(
    build: BuildSite, content: Path, tmp_path: Path
) -> None:
    write_files(tmp_path / "more", {"swapping.py": SWAP})
    paths = [str(PROJECT / "plugins"), str(tmp_path / "more")]

    done = build(content, PLUGIN_PATHS=paths, PLUGINS=[*PLUGINS, "swapping"])

    require_refusal(done, "content/extra/notes.txt")


def test_no_file_is_written_outside_of_the_output(
    build: BuildSite, content: Path, tmp_path: Path
) -> None:
    moved = {"extra/notes.txt": {"path": "../moved.txt"}}

    done = build(content, EXTRA_PATH_METADATA=moved)

    assert done.codes() == ["outside-content"]
    assert not (tmp_path / "moved.txt").exists()

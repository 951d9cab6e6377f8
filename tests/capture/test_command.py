"""The command, as people and programs run it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from citations import Library
from commands.command_line import run as run_command
from tests.capture.support import PARAGRAPHS, Courier, Done, page, run
from tests.support.building import write_files
from tests.support.terminal import terminal

Command: TypeAlias = Callable[..., Done]


@pytest.fixture
def command(
    tmp_path: Path,
    content: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Command:
    """Return a function that runs the command, in a folder with content."""
    assert content.parent == tmp_path
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> Done:
        code = run_command(["cite", *words])
        said, aside = capsys.readouterr()
        return Done(code=code, said=said, aside=aside)

    return command


def test_a_page_is_kept_and_the_lines_to_paste_are_printed(
    outlet: Courier, content: Path, tmp_path: Path
) -> None:
    url = outlet.put("/water", page())

    done = run(url, "--allow-local", "--key", "water", "--warc", folder=tmp_path)

    assert (done.code, done.aside) == (0, "")
    assert "“Water without borders” was kept as water (57 words):" in done.said
    assert "  content/citations/water.warc.gz\n" in done.said
    assert "\n> THE WORDS\n>\n> — WHO, [@water]\n" in done.said
    assert "Not found; write it into the .yaml file where you know it: author" in done.said
    assert list(Library.load(content).citations) == ["water"]


def test_a_program_gets_one_object_a_line(outlet: Courier, command: Command, content: Path) -> None:
    url = outlet.put("/water", page())

    done = command(url, "--allow-local", "--key", "water", "--format", "json")

    notice, kept = map(json.loads, done.said.splitlines())
    assert notice["code"] == "unknown-outlet"
    assert notice["path"] == "content/citations/water.yaml"
    assert kept["key"] == "water"
    assert kept["code"] == "new"
    assert kept["files"] == ["content/citations/water.txt", "content/citations/water.yaml"]
    assert kept["missing"] == ["author", "issued"]
    assert kept["paste"][0] == "[@water]"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("text", "error: there is no page at {url} (404)"),
        ("json", '"severity": "error", "message": "there is no page at {url} (404)'),
        ("github", "::error title=gone::there is no page at {url} (404)"),
    ],
)
def test_an_error_is_said_in_the_form_that_was_asked_for(
    outlet: Courier, command: Command, content: Path, form: str, said: str
) -> None:
    url = f"{outlet.url}/water"

    done = command(url, "--allow-local", "--format", form)

    assert done.code == 1
    assert said.format(url=url) in done.said
    assert list((content / "citations").iterdir()) == []


def test_a_private_address_needs_leave(outlet: Courier, content: Path, tmp_path: Path) -> None:
    done = run(outlet.put("/water", page()), folder=tmp_path)

    assert done.code == 1
    assert "[private-address]" in done.said
    assert outlet.asked == []
    assert list((content / "citations").iterdir()) == []


def test_limits_may_be_set(outlet: Courier, command: Command, content: Path) -> None:
    url = outlet.put("/water", page())

    done = command(url, "--allow-local", "--megabytes", "0.0001")

    assert "[too-large]" in done.said
    assert list((content / "citations").iterdir()) == []


def test_a_page_that_takes_too_long_to_read_is_refused(command: Command, content: Path) -> None:
    endless = "".join(f"<span>It rose {number}.</span> <em>No.</em> " for number in range(8_000))
    write_files(content.parent, {"water.html": page(endless)})

    # Less than a processor needs to go through so many, however fast it is.
    done = command("water.html", "--seconds", "0.01")

    assert done.code == 1
    assert "water.html: error: reading it takes longer than 0.01 s; save what" in done.said
    assert list((content / "citations").iterdir()) == []


def test_a_saved_page_is_kept_with_its_address(command: Command, content: Path) -> None:
    write_files(content.parent, {"water.html": page()})

    done = command("water.html", "--url", "https://courier.example/water#a")

    assert done.code == 0
    [citation] = Library.load(content).citations.values()
    assert citation.url == "https://courier.example/water"
    assert citation.outlet == "courier.example"


def test_a_file_that_is_not_there_is_named(command: Command, content: Path) -> None:
    write_files(content.parent, {"watery.html": page()})

    done = command("water.html")

    assert done.code == 2
    assert done.said.startswith("water.html: error: there is no file water.html; did you mean")
    assert "did you mean watery.html?" in done.said


def test_a_copy_is_kept_as_the_page_that_it_copies(
    outlet: Courier, command: Command, content: Path
) -> None:
    url = "https://courier.example/water"
    outlet.put(f"/web/20260314id_/{url}", page())
    copy = f"{outlet.url}/web/20260314/{url}"

    done = command(copy, "--url", url, "--allow-local")

    assert done.code == 0
    [citation] = Library.load(content).citations.values()
    assert (citation.url, citation.archive) == (url, copy)


def test_of_a_page_that_is_gone_a_copy_is_told(
    outlet: Courier, command: Command, content: Path
) -> None:
    copy = "https://web.archive.org/web/2026/https://courier.example/water"
    answer = {"archived_snapshots": {"closest": {"url": copy, "status": "200"}}}
    outlet.put("/wayback/available", json.dumps(answer), kind="application/json")
    url = f"{outlet.url}/water"
    options = ("--archive", "look-up", "--archive-at", outlet.url, "--allow-local")

    done = command(url, *options)

    assert done.code == 1
    assert f"inv cite {copy} --url {url}" in done.said
    assert list((content / "citations").iterdir()) == []


def test_refreshing_tells_what_changed_and_how_many_did_not(
    outlet: Courier, command: Command
) -> None:
    urls = [outlet.put(f"/{number}", page(title=f"Water {number}")) for number in "ab"]
    for url in urls:
        command(url, "--allow-local")
    outlet.put("/a", page(*PARAGRAPHS[:2], title="Water a"))

    done = command("--refresh", "--allow-local", "--pause", "0", "--format", "github")

    assert done.code == 0
    assert done.said.startswith("::warning file=content/citations/")
    assert done.said.count("\n") == 1
    assert done.aside == "2 pages: 1 changed, 1 unchanged.\n"


def test_one_page_may_be_refreshed_and_no_other_is_asked(
    outlet: Courier, command: Command, content: Path
) -> None:
    files = {
        f"citations/{name}.yaml": f"type: webpage\nURL: {outlet.put(f'/{name}', page())}\n"
        for name in "ab"
    }
    write_files(content, files)

    command("--refresh", "--key", "b", "--allow-local")

    assert [path for path, _ in outlet.asked] == ["/b"]
    assert "[unknown-citation]" in command("--refresh", "--key", "c").said


def test_where_somebody_is_there_an_unknown_outlet_is_asked_about(
    outlet: Courier, content: Path, tmp_path: Path
) -> None:
    head = '<meta property="og:site_name" content="Kura Courier">'
    url = outlet.put("/water", page(head=head))
    with terminal(tmp_path, "cite", url, "--allow-local") as shown:
        said = shown.until("[y/N] ")
        shown.type(b"y\n")
        said += shown.until("Inside a sentence")

    assert f"No outlet in sources/ has the address {outlet.url}/." in said
    assert list(Library.load(content).sources) == ["kura-courier"]


def test_a_file_that_cannot_be_read_is_told_as_such(command: Command, content: Path) -> None:
    write_files(content.parent, {"water.html": page()})
    (content / "citations" / "odd.yaml").mkdir()

    done = command("water.html")

    assert done.code == 1
    assert done.said.startswith(
        "content/citations/odd.yaml: error: cannot be read (Is a directory)"
    )
    assert "[not-read]" in done.said


def test_a_folder_that_cannot_be_written_to_is_told_as_such(
    command: Command, content: Path
) -> None:
    write_files(content.parent, {"water.html": page()})
    (content / "citations").rmdir()
    (content / "citations").touch()

    done = command("water.html", "--key", "water")

    assert done.code == 1
    assert "cannot write content/citations/water.txt (" in done.said
    assert "[not-written]" in done.said


def test_a_dry_run_tells_what_would_be_kept_and_writes_nothing(
    command: Command, content: Path
) -> None:
    write_files(content.parent, {"water.html": page()})

    done = command("water.html", "--key", "water", "--dry-run")

    assert done.code == 0
    assert "  content/citations/water.yaml\n" in done.said
    assert done.said.endswith("Nothing was written: without --dry-run, it would be.\n")
    assert list((content / "citations").iterdir()) == []

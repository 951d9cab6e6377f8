"""What validators and a link checker find on the whole site, its stylesheet included."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.building import PROJECT, PUBLISHED_AT, Build, write_files
from tests.support.tools import java, npm_file, tool

pytestmark = pytest.mark.slow

# Apart from what axe judges better (landmarks), what no reader notices (white space), and the
# button that a form without an address would need (the choice of colours).
RULES = PROJECT / "tests" / "htmlvalidate.json"


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def nu_messages(folder: Path) -> list[dict[str, Any]]:
    """Return the errors that the Nu validator finds in *folder*."""
    command = [java(), "-jar", str(npm_file("vnu-jar/build/dist/vnu.jar"))]
    options = ["--errors-only", "--also-check-css", "--skip-non-html", "--format", "json"]
    # It does not know yet what the standard says of rel="expect".
    options += ["--filterpattern", ".*“blocking” attribute must have a “rel” attribute.*"]
    found: list[dict[str, Any]] = json.loads(run(*command, *options, str(folder)).stderr)[
        "messages"
    ]
    return found


def html_validate_messages(folder: Path, report: Path) -> list[str]:
    """Return the errors that html-validate finds in the pages of *folder*."""
    script = str(npm_file("html-validate/bin/html-validate.mjs"))
    # Through a pipe, it would end before all was said.
    options = ["--config", str(RULES), "--formatter", f"json={report}", f"{folder}/**/*.html"]
    run(tool("node"), script, *options)
    return [
        f"{file['filePath']}:{message['line']}: {message['message']} [{message['ruleId']}]"
        for file in json.loads(report.read_text(encoding="utf-8"))
        for message in file["messages"]
    ]


def links(folder: Path, published_at: str) -> dict[str, Any]:
    """Return what lychee says of the links in *folder*, fragments included; others' it leaves."""
    options = ["--offline", "--no-progress", "--include-fragments=full", "--format", "json"]
    # Without this, the addresses of the site are others', and next to nothing is checked.
    here = ["--remap", f"^{published_at} file://{folder}", "--index-files", "index.html"]
    said = run(tool("lychee"), *options, *here, "--root-dir", str(folder), f"{folder}/**/*.html")
    found: dict[str, Any] = json.loads(said.stdout)
    return found


def test_the_nu_validator_finds_no_error(published_site: Build) -> None:
    found = nu_messages(published_site.output)

    assert [f"{each.get('url')}:{each.get('lastLine')}: {each['message']}" for each in found] == []


def test_the_nu_validator_would_find_an_error(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!DOCTYPE html><title>x</title><p><div></p>")

    assert nu_messages(tmp_path)


def test_html_validate_finds_no_error(published_site: Build, tmp_path: Path) -> None:
    assert html_validate_messages(published_site.output, tmp_path / "report.json") == []


def test_html_validate_would_find_an_error(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html lang='en'><title>x</title><body><p><div id='a' id='a'></p></html>"
    (tmp_path / "page.html").write_text(page)

    assert html_validate_messages(tmp_path, tmp_path / "report.json")


def test_no_link_within_the_site_is_dead(published_site: Build) -> None:
    found = links(published_site.output, PUBLISHED_AT)

    assert found["error_map"] == {}
    assert found["successful"] > 10 * len(published_site.pages())


@pytest.mark.parametrize("address", ["/gone/", "/#gone", "https://kura.example/gone/"])
def test_a_dead_link_would_be_found(address: str, tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><title>x</title><a href='{address}'>x</a>"
    write_files(tmp_path, {"index.html": page})

    assert links(tmp_path, "https://kura.example")["errors"] == 1

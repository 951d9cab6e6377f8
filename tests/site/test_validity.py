"""What the Nu validator finds on the whole site, stylesheet included."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.building import Build
from tests.support.tools import java, npm_file


def messages(folder: Path) -> list[dict[str, Any]]:
    """Return the errors that the validator finds in *folder*."""
    command = [java(), "-jar", str(npm_file("vnu-jar/build/dist/vnu.jar"))]
    options = ["--errors-only", "--also-check-css", "--skip-non-html", "--format", "json"]
    done = subprocess.run(
        [*command, *options, str(folder)], capture_output=True, encoding="utf-8", check=False
    )
    found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return found


@pytest.mark.slow
def test_the_nu_validator_finds_no_error(published_site: Build) -> None:
    found = messages(published_site.output)

    assert [f"{each.get('url')}:{each.get('lastLine')}: {each['message']}" for each in found] == []


@pytest.mark.slow
def test_the_nu_validator_would_find_an_error(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!DOCTYPE html><title>x</title><p><div></p>")

    assert messages(tmp_path)

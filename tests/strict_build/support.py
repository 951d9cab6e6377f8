"""What the tests of strict builds need: a Pelican of their own, and the state of a folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from tests.support.building import PUBLICATION, STEADY

ARTICLE = """\
Title: {title}
Date: 2026-03-14 09:00
Category: Rivers

{text}
"""


def article(title: str = "A river", text: str = "It flows.") -> str:
    """Return an article that nothing is wrong with."""
    return ARTICLE.format(title=title, text=text)


def command(
    content: Path,
    output: Path | str,
    *options: str,
    conf: str = "pelicanconf.py",
    **settings: object,
) -> list[str]:
    """Return the words that build a site, as a person types them."""
    words = [sys.executable, "-P", "-m", "pelican", str(content), "-s", str(PUBLICATION / conf)]
    stated = [f"{name}={json.dumps(value)}" for name, value in settings.items()]
    return [*words, "-o", str(output), *options, *(["-e", *stated] if stated else [])]


def run(
    words: list[str], *, cwd: Path, environment: Mapping[str, str] = MappingProxyType({})
) -> subprocess.CompletedProcess[str]:
    """Run *words* in *cwd*."""
    return subprocess.run(
        words,
        cwd=cwd,
        env={**os.environ, **STEADY, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return the bytes and the time of change of every file in *folder*."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file in *folder*."""
    return {name: data for name, (data, _) in state(folder).items()}

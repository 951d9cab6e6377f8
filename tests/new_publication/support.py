"""A clone of the software with a sample of two files, to begin a publication in."""

from __future__ import annotations

import datetime
from pathlib import Path

from new_publication.making import plan
from new_publication.model import Publication
from new_publication.sample import LIST, listed
from tests.support.building import PROJECT, Build, build_site, write_files

SAMPLE = {
    "content/articles/old.md": "Title: Old\nDate: 2026-01-01\n\nOf the sample.\n",
    "content/images/old.txt": "Of the sample.\n",
    "pelicanconf.py": 'SITENAME = "The sample"\n',
}
PUBLISH = """\
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *
from verbatim.publishing import published

globals().update(published(globals()))
"""


def clone(folder: Path) -> Path:
    """Return a folder that holds the software and a sample."""
    write_files(folder, SAMPLE | {"publishconf.py": PUBLISH})
    for name in ("plugins", "theme"):
        (folder / name).symlink_to(PROJECT / name)
    (folder / LIST).write_text(listed(folder), encoding="utf-8")
    return folder


def publication(*languages: str, comments: str = "none") -> Publication:
    """Return a publication in *languages*, whose name and sections differ in each."""
    return Publication(
        name="The Field Post",
        url="https://post.example",
        languages=languages,
        sections=("Sea", "Land"),
        author="Ann Example",
        comments=comments,
        now=datetime.datetime(2026, 3, 14, 12, tzinfo=datetime.UTC),
        translations={each: {"Sea": f"Sea {each}"} for each in languages[1:]},
    )


def checked(folder: Path, wanted: Publication) -> Build:
    """Begin *wanted* in *folder*, and build it as `inv check` does."""
    plan(clone(folder), wanted).carry_out()
    return build_site(
        folder / "content",
        folder / "output",
        conf=str(folder / "publishconf.py"),
        settings={"CHECK_SITE": True},
    ).require_success()

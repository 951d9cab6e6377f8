"""The index: made by Pagefind from our documents, and the same bytes for the same texts."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

# What the index needs in the browser; Pagefind also writes three interfaces of its own.
NEEDED = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "wasm.*",
    "pagefind.*.pf_meta",
)
FOLDERS = ("index", "fragment")


class IndexingError(Exception):
    """Pagefind is missing, or could not make the index."""


def make_index(documents: Path, output: Path) -> None:
    """Index the folder *documents* into the folder *output*; what was there is gone.

    Raises IndexingError.
    """
    shutil.rmtree(output, ignore_errors=True)
    if not any(documents.iterdir()):
        return
    made = documents.with_name(f"{documents.name}-index")
    command = [sys.executable, "-m", "pagefind", "--silent"]
    places = ["--site", str(documents), "--output-path", str(made)]
    done = subprocess.run([*command, *places], capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise IndexingError(said[-1] if said else f"it ended with {done.returncode}")
    output.mkdir(parents=True)
    for name in NEEDED:
        for path in sorted(made.glob(name)):
            shutil.move(path, output / path.name)
    for name in FOLDERS:
        if (made / name).is_dir():
            shutil.move(made / name, output / name)
    _settle(output / "pagefind-entry.json")


def _settle(entry: Path) -> None:
    """Put the languages in order: Pagefind's changes from run to run."""
    if not entry.is_file():
        raise IndexingError("it wrote no index")
    facts = json.loads(entry.read_text(encoding="utf-8"))
    entry.write_text(json.dumps(facts, ensure_ascii=False, sort_keys=True), encoding="utf-8")

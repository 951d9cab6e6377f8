"""Releases of Python-Markdown, as their source distributions, which hold their own tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from filelock import FileLock

from tests.support.building import PROJECT

FOLDER = PROJECT / ".cache" / "python-markdown"
OWN_SUITE = Path(__file__).with_name("own_suite.py")
SHA256 = {
    "3.8": "7df81e63f0df5c4b24b7d156eb81e4690595239b7d70937d0409f1b0de319c6f",
    "3.8.1": "a2e2f01cead4828ee74ecca9623045f62216aef2212a7685d6eb9163f590b8c1",
    "3.8.2": "247b9a70dd12e27f67431ce62523e675b866d254f900c4fe75ce3dda62237c45",
    "3.9": "d2900fe1782bd33bdbbd56859defef70c2e78fc46668f8eb9df3128138f2cb6a",
    "3.10": "37062d4f2aa4b2b6b32aefb80faa300f82cc790cb949a35b8caede34f2b68c0e",
    "3.10.1": "1c19c10bd5c14ac948c53d0d762a04e2fa35a6d58a6b7b1e6bfcbe6fefc0001a",
    "3.10.2": "994d51325d25ad8aa7ce4ebaec003febcce822c3f8c911e3b17c52f7f589f950",
    "3.10.3": "3589362618f743188b4d955b874402bc814f4f83f544dc207719f4baa7d9c45f",
    "3.11": "180224db6aed87ba9ce1f2781ebcd5826253de8ff637112090e24b84502bbf9f",
    "3.11.1": "496f4f80f9ebd3395a04c8ec9595c40bbe8ec19e9c67d21fe071a1643e876606",
    "3.11.2": "87bf5d90f2d2882e2c02fcda182c2800456b985bff38913867c49706481514b0",
    "3.11.3": "81eb91631dc97ad1efbc76019ef0f80fe90ca49ddf81546752d79989c3bfff3e",
}


def release(version: str) -> Path:
    """Return the folder of a release, which pip fetches once from wherever it is set to."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    folder = FOLDER / f"markdown-{version}"
    with FileLock(FOLDER / f"{version}.lock"):
        if not folder.exists():
            with tempfile.TemporaryDirectory(dir=FOLDER) as name:
                _fetch(version, Path(name))
                (Path(name) / f"markdown-{version}").rename(folder)
    return folder


def _fetch(version: str, into: Path) -> None:
    wanted = into / "wanted.txt"
    wanted.write_text(f"markdown=={version} --hash=sha256:{SHA256[version]}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    options = ["--no-binary", ":all:", "--no-build-isolation", "--require-hashes"]
    subprocess.run(
        [*command, *options, "--dest", str(into), "--requirement", str(wanted)], check=True
    )
    with tarfile.open(into / f"markdown-{version}.tar.gz") as archive:
        archive.extractall(into, filter="data")


def own_suite(version: str, how: str) -> dict[str, Any]:
    """Run a release's own tests, `stock` or `fast`, and return how many ran and which failed."""
    folder = release(version)
    done = _python([str(OWN_SUITE), how], folder, path=[folder, PROJECT / "plugins"])
    outcome: dict[str, Any] = json.loads(done.splitlines()[-1])
    return outcome


def fuzz(version: str, documents: int) -> str:
    """Run the fuzz with a release, and return the last that it says."""
    words = ["-m", "tests.fast_markdown.fuzzing", "--documents", str(documents)]
    done = _python(words, PROJECT, path=[PROJECT, PROJECT / "plugins", release(version)])
    return done.splitlines()[-1]


def _python(words: list[str], folder: Path, *, path: list[Path]) -> str:
    # Releases differ in what they say of themselves and of Python; that is not asked here.
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout or done.stderr


def main() -> None:
    """Run every release's own tests, stock and fast, and the fuzz with each."""
    failed = False
    for version in SHA256:
        stock, fast = own_suite(version, "stock"), own_suite(version, "fast")
        said = fuzz(version, 2_000)
        alike = stock == fast and said.endswith("no difference")
        failed |= not alike
        print(
            f"{version}: {fast['run']} tests of its own, {said}" if alike else (stock, fast, said)
        )
    sys.exit(failed)


if __name__ == "__main__":
    main()

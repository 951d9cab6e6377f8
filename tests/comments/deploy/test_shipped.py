"""The other files of deploy/isso: systemd's units, pinned versions, and what the README names."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from tests.comments.deploy.server import SHIPPED
from tests.support.building import PROJECT

UNITS = sorted(
    path.name for path in SHIPPED.iterdir() if path.suffix in {".service", ".timer", ".path"}
)


def pins(path: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==(\S+)", path.read_text(encoding="utf-8"), re.MULTILINE))


def test_what_is_deployed_is_what_is_tested() -> None:
    deployed, tested = (
        pins(SHIPPED / "requirements.txt"),
        pins(PROJECT / "requirements" / "dev.txt"),
    )

    assert {"isso", "waitress"} <= set(deployed)
    assert deployed.items() <= tested.items()


def test_systemd_understands_the_units(tmp_path: Path) -> None:
    for unit in UNITS:
        # Its programs are not on this machine.
        told = (SHIPPED / unit).read_text(encoding="utf-8")
        told = re.sub(r"^(ExecStart=)\S+", r"\1/bin/true", told, flags=re.MULTILINE)
        (tmp_path / unit).write_text(told, encoding="utf-8")

    if verify := shutil.which("systemd-analyze"):
        words = [verify, "verify", "--man=no", *(f"{tmp_path}/{unit}" for unit in UNITS)]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        about_ours = [line for line in done.stderr.splitlines() if line.startswith(tuple(UNITS))]
        assert (done.returncode, about_ours) == (0, [])
    for unit in UNITS:
        assert "[Unit]\nDescription=" in (tmp_path / unit).read_text(encoding="utf-8")


def test_the_readme_names_every_file() -> None:
    readme = (SHIPPED / "README.md").read_text(encoding="utf-8")

    assert [path.name for path in SHIPPED.iterdir() if path.name not in readme] == ["README.md"]

"""Build the site as it is published, let Lighthouse judge it, and fail below 100 points.

``python -m tests.audit [ADDRESS …]``: addresses are seen from the front page.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.support.browsing import ARGUMENTS, browser_path
from tests.support.building import CONTENT, build_site
from tests.support.kinds import pages_of_each_kind
from tests.support.serving import serving
from tests.support.tools import tool

HERE = Path(__file__).parent
LIGHTHOUSE = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def install() -> None:
    """Install Lighthouse where it is missing, or older than the lock file."""
    lock, installed = HERE / "package-lock.json", HERE / "node_modules" / ".package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        subprocess.run([tool("npm"), "ci", "--prefix", str(HERE)], cwd=HERE, check=True)


def audited(url: str) -> dict[str, Any]:
    """Return Lighthouse's report on the page at *url*, as on a telephone."""
    flags = " ".join(["--headless=new", "--no-sandbox", *ARGUMENTS])
    options = ["--output=json", "--quiet", "--no-enable-error-reporting"]
    said = subprocess.run(
        [tool("node"), str(LIGHTHOUSE), url, *options, f"--chrome-flags={flags}"],
        env={**os.environ, "CHROME_PATH": browser_path()},
        stdout=subprocess.PIPE,
        check=True,
    )
    report: dict[str, Any] = json.loads(said.stdout)
    return report


def points(report: dict[str, Any]) -> dict[str, int]:
    """Return what each category scored, from 0 to 100."""
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}


def losses(report: dict[str, Any]) -> Iterator[str]:
    """Yield the audits that cost points, with the elements that they name."""
    for name in CATEGORIES:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{name}: {audit['title']} [{audit['id']}] {audit.get('displayValue', '')}"
                for item in audit.get("details", {}).get("items", [])[:5]:
                    yield f"    {item.get('node', item).get('snippet', item)}"


def main() -> int:
    """Print the points of each page, and what cost some; return 1 where there is less than 100."""
    install()
    lost = False
    with TemporaryDirectory() as folder, serving(Path(folder)) as home:
        site = build_site(
            CONTENT, Path(folder), conf="publishconf.py", environment={"SITE_URL": home}
        ).require_success()
        article = pages_of_each_kind(site)["article"][0]
        for address in sys.argv[1:] or ["", article]:
            report = audited(f"{home}/{address}")
            scores = points(report)
            print(f"/{address}: " + ", ".join(f"{name} {n}" for name, n in scores.items()))
            print("".join(f"  {line}\n" for line in losses(report)), end="", flush=True)
            lost |= min(scores.values()) < 100
    return int(lost)


if __name__ == "__main__":
    sys.exit(main())

"""What a first visit costs: requests, and kilobytes as they come, compressed.

An article has to stay within 4 requests and 25 kB before pictures.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.browsing import chromium
from tests.support.building import CONTENT, build_site
from tests.support.kinds import pages_of_each_kind
from tests.support.serving import serving
from tests.support.visiting import visit


def main() -> None:
    """Measure, and print."""
    with TemporaryDirectory() as folder, serving(Path(folder)) as home, chromium() as browser:
        site = build_site(
            CONTENT, Path(folder), conf="publishconf.py", environment={"SITE_URL": home}
        ).require_success()
        kinds = pages_of_each_kind(site)
        print("First visit, requests and kB before pictures, with pictures")
        for kind in ("front", "article", "republished", "source", "archive"):
            for address in kinds[kind]:
                seen = visit(browser, f"{home}/{address}")
                whole = sum(each.size for each in seen.fetched)
                print(
                    f"  {kind:12} {len(seen.before_pictures):2} {seen.size / 1000:6.1f}"
                    f"  {len(seen.fetched):2} {whole / 1000:6.1f}  /{address}"
                )


if __name__ == "__main__":
    main()

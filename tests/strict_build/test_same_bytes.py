"""The same content gives the same bytes, whoever builds it, and when."""

from __future__ import annotations

from pathlib import Path

from tests.strict_build.support import contents
from tests.support.building import CONTENT, build_site


def test_the_hash_seed_changes_nothing(tmp_path: Path) -> None:
    built = [
        build_site(
            CONTENT,
            tmp_path / seed,
            conf="publishconf.py",
            environment={"PYTHONHASHSEED": seed, "TZ": zone},
        ).require_success()
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland"))
    ]
    one, two = (contents(each.output) for each in built)

    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []

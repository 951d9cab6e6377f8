"""Every release that is said to be tested is tested, and passes its own tests."""

from __future__ import annotations

import subprocess

import markdown
import pytest

from fast_markdown.versions import TESTED
from tests.fast_markdown.releases import SHA256, fuzz, own_suite

__all__ = ["subprocess"]  # so that these count among the tests that start programs

INSTALLED = markdown.__version__
# The own tests of older releases are run by hand: `inv fuzz --releases`.
DOCUMENTS = 100


def test_the_installed_release_is_tested() -> None:
    assert INSTALLED in TESTED


def test_the_releases_that_are_tested_are_those_that_are_let_in() -> None:
    assert set(SHA256) == TESTED


@pytest.mark.slow
def test_the_installed_release_passes_its_own_tests_as_without() -> None:
    stock, fast = own_suite(INSTALLED, "stock"), own_suite(INSTALLED, "fast")

    assert fast == stock
    assert stock["version"] == INSTALLED
    assert stock["run"] > 1000
    assert stock["failed"] == []


@pytest.mark.slow
@pytest.mark.parametrize("version", sorted(TESTED - {INSTALLED}))
def test_a_release_converts_the_same_documents_alike(version: str) -> None:
    assert (
        fuzz(version, DOCUMENTS) == f"{DOCUMENTS} documents of seed 0 with 11 sets: no difference"
    )

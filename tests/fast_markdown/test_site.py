"""What is really written: the site, the handbook, and what installed packages say of themselves."""

from __future__ import annotations

import copy
import importlib.metadata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

from quotations.markdown_ext import QuotationsExtension
from tests.fast_markdown.comparing import Pair, convert
from tests.support.building import CONTENT, PROJECT, PUBLICATION, SHORT_PAGES, Build, build_site
from verbatim.building import MARKDOWN

# As sites have them, and as the reader adds its own.
OPTIONS: dict[str, Any] = dict(MARKDOWN)
OWN: list[Any] = [*OPTIONS["extensions"], *OPTIONS["extension_configs"]]
SITE: dict[str, Any] = {
    **OPTIONS,
    "extensions": [
        *dict.fromkeys(name for name in OWN if name != "fast_markdown"),
        QuotationsExtension(),
    ],
}
WITHOUT = """\
import sys
sys.path.insert(0, {publication!r})
from pelicanconf import *
MARKDOWN["extensions"].remove("fast_markdown")
CACHE_PATH = {cache!r}
"""


def sources() -> list[Path]:
    """Return every Markdown file of the tests' publication and of the project itself."""
    folders = ("tests/publication", "plugins", "theme", "deploy")
    found = [file for name in folders for file in _in(name)]
    return [*found, *PROJECT.glob("*.md")]


def _in(name: str) -> list[Path]:
    files = (PROJECT / name).rglob("*.md")
    return [file for file in files if "node_modules" not in file.parts]


def descriptions() -> list[str]:
    """Return what each installed package says of itself: most are READMEs."""
    packages: Iterable[Any] = importlib.metadata.distributions()
    found = (package.metadata.get_payload() for package in packages)
    return [text for text in found if isinstance(text, str) and text.strip()]


def test_the_site_has_it() -> None:
    assert "fast_markdown" in OPTIONS["extensions"]


def test_our_own_texts_are_converted_alike() -> None:
    pair = Pair(copy.copy(SITE))
    texts = {path: path.read_text(encoding="utf-8") for path in sources()}

    assert len(texts) > 50
    assert [path for path, text in texts.items() if pair.difference(text)] == []


@pytest.mark.parametrize("options", [{"extensions": ["extra", "toc", "smarty"]}, {}], ids=str)
def test_what_packages_say_of_themselves_is_converted_alike(options: dict[str, Any]) -> None:
    pair = Pair(options)
    texts = descriptions()

    assert len(texts) > 50
    assert [text[:60] for text in texts if pair.difference(text)] == []


def test_a_converted_document_is_no_empty_one() -> None:
    assert "<h2" in convert(Markdown(**Pair(SITE).options), "## A\n\nb").html


def test_the_site_is_the_same_without_it(local_site: Build, tmp_path: Path) -> None:
    conf = tmp_path / "without.py"
    cache = str(PROJECT / ".cache")
    conf.write_text(WITHOUT.format(publication=str(PUBLICATION), cache=cache), encoding="utf-8")

    without = build_site(CONTENT, tmp_path / "output", conf=str(conf), settings=SHORT_PAGES)

    files = {
        site: {
            path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()
        }
        for site in (local_site.output, without.require_success().output)
    }
    stock, fast = files[without.output], files[local_site.output]
    assert len(stock) > 100
    assert [path for path in stock.keys() | fast if stock.get(path) != fast.get(path)] == []

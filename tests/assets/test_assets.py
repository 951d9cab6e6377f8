"""The assets: their order, what making them small changes, and names that change with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from assets.making import FIRST, LAST, feed_sheet, main_sheet, scripts, small
from tests.support.building import PROJECT, Build, write_files

THEME = PROJECT / "theme"
IN_ORDER = [
    *(f"{name}.css" for name in FIRST),
    *sorted(str(path.relative_to(THEME / "styles")) for path in THEME.glob("styles/components/*")),
    *(f"{name}.css" for name in LAST),
]

# What a browser makes of a stylesheet; of tokens it keeps the spaces as they were written.
RULES = """
text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map(rule => rule.cssText).join("\\n");
}
"""


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    """Return a folder with a file for each layer and two components."""
    names = [*FIRST, *LAST, "components/b", "components/a"]
    files = {f"{name}.css": f".{Path(name).name} {{ top: 0 }}\n" for name in names}
    return write_files(tmp_path / "styles", files)


def test_components_stand_between_the_layers_and_the_sites_own_come_last(styles: Path) -> None:
    own = write_files(styles.parent, {"own.css": ".own { top: 0 }"}) / "own.css"

    text = main_sheet(styles, colours=".colours { top: 0 }", own=[own]).text

    names = [*FIRST, "colours", "a", "b", *LAST, "own"]
    assert re.findall(r"\.(\w+){", text) == names
    assert text.endswith("@layer site{.own{top: 0}}\n")


def test_the_name_changes_with_the_text_and_with_nothing_else(styles: Path) -> None:
    first, again = main_sheet(styles), main_sheet(styles)
    write_files(styles, {"components/a.css": ".new { top: 0 }\n"})

    assert first == again
    assert main_sheet(styles).path != first.path


def test_a_layer_that_is_missing_is_an_error(styles: Path) -> None:
    (styles / "tokens.css").unlink()

    with pytest.raises(FileNotFoundError, match=r"tokens\.css"):
        main_sheet(styles)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("@layer a {\n  .a :where(.b) , c { top: 0 ; }\n}", "@layer a{.a :where(.b),c{top: 0;}}"),
        ("a { width: calc(1px + 2px) } /* b */", "a{width: calc(1px + 2px)}"),
        ('a { content: " /* ; , " }', 'a{content: " /* ; , "}'),
        ("a { content: '\\' ; ' }", "a{content: '\\' ; '}"),
        ("a { margin: 1px/* ; { */ 2px }", "a{margin: 1px 2px}"),
    ],
)
def test_what_means_something_is_not_taken_out(text: str, left: str) -> None:
    assert small(text) == left


def test_to_a_browser_the_small_stylesheet_says_what_its_sources_say(page: Page) -> None:
    sources = "\n".join((THEME / "styles" / name).read_text(encoding="utf-8") for name in IN_ORDER)
    served = main_sheet(THEME / "styles").text

    def rules(text: str) -> list[str]:
        said = " ".join(page.evaluate(RULES, text).split())
        return re.sub(r" ?([,;{}]) ?", r"\1", said).split("}")

    assert rules(served) == rules(sources)
    assert len(rules(served)) > 300
    assert len(served) < 0.9 * len(sources)


def test_scripts_find_each_other_and_share_a_name_that_changes_with_them(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.js": 'import "./b.js"; // b\n', "b.js": "export const b = 1;\n"})
    first = scripts(tmp_path)
    write_files(tmp_path, {"b.js": "export const b = 2;\n"})
    second = scripts(tmp_path)

    assert [asset.name for asset in first] == ["js/a.js", "js/b.js"]
    assert first[0].text == 'import"./b.js";\n'
    folders = [{Path(asset.path).parent for asset in assets} for assets in (first, second)]
    assert len(folders[0]) == len(folders[1]) == 1
    assert folders[0].isdisjoint(folders[1])


def addresses(build: Build) -> Iterator[str]:
    """Yield whatever pages and feeds name below the theme's folder."""
    for path in [*build.pages(), *build.output.rglob("*.atom.xml")]:
        yield from re.findall(r"theme/(?:css|js)/[\w./-]+", path.read_text(encoding="utf-8"))


def test_pages_name_assets_that_are_there_under_no_other_name(published_site: Build) -> None:
    there = {
        str(path.relative_to(published_site.output))
        for kind in ("css", "js")
        for path in (published_site.output / "theme" / kind).rglob("*")
        if path.is_file()
    }
    named = set(addresses(published_site))

    assert named <= there
    assert {address for address in there if address.startswith("theme/css/")} <= named
    for address in there:
        assert re.fullmatch(r"theme/(css/\w+\.[0-9a-f]{8}\.css|js/[0-9a-f]{8}/\w+\.js)", address)


def test_a_feeds_look_has_the_tokens(tmp_path: Path) -> None:
    look = feed_sheet(THEME, colours=":root { --color-ink: #000000; }")

    assert look
    assert "--color-paper:" in look.text
    assert look.text.index("--color-paper:") < look.text.index("--color-ink: #000000")
    assert feed_sheet(tmp_path) is None


def test_every_page_asks_for_one_stylesheet(published_site: Build) -> None:
    for path in published_site.pages():
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert len(page.select("link[rel=stylesheet]")) == 1

"""The stylesheet: its order, and a name that changes with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylesheet.bundle import FIRST, LAST, bundle
from tests.support.building import PROJECT, Build, write_files


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    """Return a folder with a file for each layer and two components."""
    names = [*FIRST, *LAST, "components/b", "components/a"]
    return write_files(tmp_path, {f"{name}.css": f"/* {name} */\n" for name in names})


def test_components_stand_between_the_layers_in_the_order_of_their_names(styles: Path) -> None:
    names = [*FIRST, "components/a", "components/b", *LAST]

    assert bundle(styles).text == "".join(f"/* {name} */\n" for name in names)


def test_the_name_changes_with_the_text_and_with_nothing_else(styles: Path) -> None:
    first, again = bundle(styles), bundle(styles)
    write_files(styles, {"components/a.css": "/* new */\n"})

    assert first == again
    assert bundle(styles).name != first.name


def test_a_layer_that_is_missing_is_an_error(styles: Path) -> None:
    (styles / "tokens.css").unlink()

    with pytest.raises(FileNotFoundError, match=r"tokens\.css"):
        bundle(styles)


def test_every_stylesheet_of_the_theme_is_served() -> None:
    folder = PROJECT / "theme" / "styles"
    whole = bundle(folder).text

    assert [
        path.name
        for path in folder.rglob("*.css")
        if path.read_text(encoding="utf-8").strip() not in whole
    ] == []


def test_every_page_names_the_one_stylesheet_that_is_there(sample_site: Build) -> None:
    sheets = [path.name for path in sample_site.output.rglob("*.css")]
    named = {
        str(link["href"])
        for path in sample_site.pages()
        for link in sample_site.page(str(path.relative_to(sample_site.output))).select(
            "link[rel=stylesheet]"
        )
    }

    assert len(sheets) == 1
    assert named == {f"/theme/css/{sheets[0]}"}

"""Which article an old address is."""

from __future__ import annotations

from pathlib import Path

import pytest

from comments.moving.mapping import Articles, id_of, read_map
from comments.moving.model import MovingError
from tests.comments.moving.support import JAR, SITE, dsq, dsq_post, take, wp_comment, written, wxr

ARTICLES = Articles.of(SITE.articles)


@pytest.mark.parametrize(
    ("address", "thread"),
    [
        pytest.param(f"https://old.example{JAR}", JAR, id="same-path"),
        pytest.param("http://www.old.example/the-jar-and-patience?utm=1#c", JAR, id="query"),
        pytest.param("https://old.example/2019/03/the-jar-and-patience/", JAR, id="dated"),
        pytest.param("/blog/the-jar-and-patience.html", JAR, id="file"),
        pytest.param("https://old.example/the-jar-and-patience/index.php", JAR, id="index"),
        pytest.param("the-jar-and-patience", JAR, id="slug"),
        pytest.param("/water/", "/first-address/", id="present-address"),
        pytest.param("/first-address/", "/first-address/", id="stated-id"),
        pytest.param("/2019/03/train/", "/train/", id="the-site-s-language"),
        pytest.param("/ka/2019/03/train/", "/ka/train/", id="another-language"),
        pytest.param(
            "https://old.example/2019/%e1%83%ac%e1%83%a7%e1%83%90%e1%83%9a%e1%83%98/",
            "/წყალი/",
            id="georgian",
        ),
        pytest.param("/2019/lost/", None, id="unknown"),
        pytest.param("https://old.example/", None, id="front-page"),
        pytest.param("https://old.example/?p=12", None, id="number"),
        pytest.param("http://[broken", None, id="broken"),
        pytest.param("", None, id="empty"),
    ],
)
def test_an_old_address_finds_its_article(address: str, thread: str | None) -> None:
    found = ARTICLES.find(address)

    assert (found.id if found else None) == thread


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://old.example/2019/lost/index.html?a=1", "/2019/lost/"),
        ("https://old.example/?p=12", "/p=12"),
        ("/a%20b/c%3Fd/", "/a%20b/c%3Fd/"),
        ("/%E1%83%AC/", "/წ/"),
    ],
)
def test_an_unknown_page_has_an_id_that_a_service_can_use(address: str, kept: str) -> None:
    assert id_of(address) == kept


def test_a_page_without_an_article_is_told_with_a_suggestion(tmp_path: Path) -> None:
    taken = take(tmp_path, wxr(wp_comment(1), link="https://old.example/2018/the-jar-of-patience/"))

    (problem,) = taken.problems
    assert "no article has the address /2018/the-jar-of-patience/" in problem.message
    assert f"did you mean {JAR}?" in problem.message
    assert problem.location
    assert problem.location.line == 8
    assert taken.rows() == []


def test_its_comments_are_kept_under_the_old_path_if_that_is_asked_for(tmp_path: Path) -> None:
    taken = take(tmp_path, wxr(wp_comment(1), link="https://o.example/2018/x/"), keep_unknown=True)

    assert taken.rows("uri, threads.title") == [("/2018/x/", "The jar")]
    assert taken.problems == []


def test_the_slug_of_a_numbered_page_finds_its_article(tmp_path: Path) -> None:
    export = wxr(wp_comment(1), link="https://old.example/?p=12", slug="the-jar-and-patience")

    assert take(tmp_path, export).rows("uri, threads.title") == [(JAR, f"Title of {JAR}")]


def test_a_map_goes_before_what_would_be_found(tmp_path: Path) -> None:
    stated = written(tmp_path / "map.yaml", f"{JAR}: /train/\n")

    taken = take(tmp_path, dsq(dsq_post(1), link=f"https://old.example{JAR}"), stated=stated)

    assert taken.rows("uri") == [("/train/",)]


def test_a_page_that_the_map_leaves_behind_is_counted(tmp_path: Path) -> None:
    stated = written(tmp_path / "map.csv", "old,new\n/2018/lost/,\n")

    taken = take(tmp_path, wxr(wp_comment(1), link="https://o.example/2018/lost/"), stated=stated)

    assert taken.rows() == []
    assert "left behind: 1 of pages that the map leaves behind" in [*taken.moving.summary()]


def test_a_map_of_pages_that_the_file_lacks_is_told(tmp_path: Path) -> None:
    stated = written(tmp_path / "map.yaml", "/2018/lots/: /train/\n")

    taken = take(tmp_path, wxr(wp_comment(1)), stated=stated)

    assert [problem.code for problem in taken.problems] == ["comments-map-unused"]


def test_a_line_separator_inside_a_cell_ends_no_line_of_a_map(tmp_path: Path) -> None:
    path = written(tmp_path / "map.csv", "/a\u2028b/,/train/\n/c/,/train/\n")

    stated, problems = read_map(path, ARTICLES, keep_unknown=False)

    assert (stated, problems) == ({"/a\u2028b/": "/train/", "/c/": "/train/"}, [])


@pytest.mark.parametrize(
    ("name", "text", "said", "line"),
    [
        ("map.yaml", "/a/: /train/\n/b/: /trian/\n", "did you mean /train/", 2),
        ("map.yaml", "/a/: /train/\nhttps://o.example/a/: /train/\n", "named twice", 2),
        ("map.csv", "/a/,/train/\n/b/,/nowhere/\n", "no article has the id /nowhere/", 2),
    ],
)
def test_a_wrong_line_of_a_map_is_told(
    name: str, text: str, said: str, line: int, tmp_path: Path
) -> None:
    _, (problem,) = read_map(written(tmp_path / name, text), ARTICLES, keep_unknown=False)

    assert said in problem.message
    assert problem.location
    assert problem.location.line == line


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("map.yaml", "/a/: [\n", 2),
        ("map.yaml", "- /a/\n", 1),
        ("map.yaml", "/a/: {}\n", 1),
        ("map.csv", "/a/,/train/\n/b/\n", 2),
    ],
)
def test_a_file_that_is_no_map_is_refused_by_its_name(
    name: str, text: str, line: int, tmp_path: Path
) -> None:
    path = written(tmp_path / name, text)

    with pytest.raises(MovingError) as caught:
        read_map(path, ARTICLES, keep_unknown=False)

    assert (caught.value.path, caught.value.line) == (path, line)

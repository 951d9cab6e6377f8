"""One page of each kind, found by walking through a built site."""

from __future__ import annotations

import re

from tests.support.building import Build

RIGHT_TO_LEFT = "fa"
LANGUAGE = re.compile(rf"(?:az|hy|ka|ru|tr|{RIGHT_TO_LEFT})/")
# By path, apart from the folder of a language; the first that matches.
KINDS = {
    "missing": r"404\.html",
    "draft": r"drafts/.+",
    "front": r"(?:page/\d+/)?index\.html",
    "archive": r"archive/.*",
    "sections": r"sections/index\.html",
    "section": r"sections/[^/]+/.*",
    "tags": r"tags/index\.html",
    "tag": r"tags/[^/]+/.*",
    "authors": r"authors/index\.html",
    "author": r"authors/[^/]+/.*",
    "sources": r"sources/(?:page/\d+/)?index\.html",
    "source": r"sources/[^/]+/.*",
    "people": r"people/.*",
    "search": r"search/index\.html",
    "article": r"[^/]+/index\.html",
}
# The names of all kinds: two more are told from an article by what they hold.
NAMES = (*KINDS, "republished", "page")


def kind_of(path: str, text: str) -> str:
    """Return the kind of the page at *path*, whose HTML is *text*."""
    bare = LANGUAGE.sub("", path, count=1) if LANGUAGE.match(path) else path
    kind = next((name for name, pattern in KINDS.items() if re.fullmatch(pattern, bare)), None)
    assert kind, f"{path} is of a kind that is not tested: name it in tests/support/kinds.py"
    if kind != "article":
        return kind
    if '<article class="h-entry' not in text:
        return "page"
    return "republished" if 'class="republication' in text else "article"


def pages_of_each_kind(build: Build) -> dict[str, list[str]]:
    """Return, by kind, the addresses of the longest page, and of the longest from right to left."""
    longest: dict[tuple[str, bool], tuple[int, str]] = {}
    for file in build.pages():
        path, text = file.relative_to(build.output).as_posix(), file.read_text(encoding="utf-8")
        key = kind_of(path, text), path.startswith(f"{RIGHT_TO_LEFT}/")
        longest[key] = max(longest.get(key, (0, "")), (len(text), path.removesuffix("index.html")))
    return {
        name: [address for (kind, _), (_, address) in sorted(longest.items()) if kind == name]
        for name in NAMES
    }

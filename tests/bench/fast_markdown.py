"""How much faster our articles are converted with plugins/fast_markdown: at least 4.5 times.

Both convert with all extensions of this site, in one process, turn and turn about, in processor
time; of each, the best round counts. A document of ten words, each with an instance of its own,
must not take longer than without.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from markdown import Markdown

from fast_markdown import FastExtension
from images.markdown_ext import ImagesExtension
from images.model import ImageOptions
from images.shelf import ImageShelf
from quotations.markdown_ext import QuotationsExtension
from tests.support.building import PROJECT
from tests.support.corpus import Author
from verbatim.building import MARKDOWN

ARTICLES = 120
SHORT = ["Ten words are not much, but they are a text."] * 300
ROUNDS = 9
LEAST, GOAL = 4.5, 6.5
LINES, GOAL_LINES = 900, 600
FAST = "fast_markdown"


def instance(*, fast: bool) -> Markdown:
    """Return a `Markdown` as Pelican and our plugins make it, with our extension or without."""
    options: dict[str, Any] = dict(MARKDOWN)
    names = dict.fromkeys([*options["extensions"], *options["extension_configs"]])
    stock = [name for name in names if name != FAST]
    own = [ImagesExtension(ImageShelf(Path(), ImageOptions())), QuotationsExtension()]
    last = [FastExtension()] if fast else []
    return Markdown(**{**options, "extensions": [*stock, *own, *last]})


def reused(md: Markdown, texts: list[str]) -> float:
    """Return the processor time, in seconds, of converting *texts* with one instance."""
    began = time.process_time()
    for text in texts:
        md.reset()
        md.convert(text)
    return time.process_time() - began


def anew(texts: list[str], *, fast: bool) -> float:
    """Return the processor time, in seconds, of making an instance for each of *texts*."""
    began = time.process_time()
    for text in texts:
        instance(fast=fast).convert(text)
    return time.process_time() - began


def told(what: str, texts: int, rounds: list[tuple[float, float]]) -> None:
    """Print a line: milliseconds a text, and how many times as fast."""
    stock, fast = (1000 * min(times) / texts for times in zip(*rounds, strict=True))
    print(f"  {what:32} {stock:8.3f} {fast:8.3f}   {stock / fast:5.2f} times as fast")


def main() -> None:
    """Measure, and print."""
    articles = list(Author(seed=1).articles(ARTICLES))
    stock, fast = instance(fast=False), instance(fast=True)
    print(f"Markdown, milliseconds a text{'stock':>14} {'fast':>8}")
    rounds = [(reused(stock, articles), reused(fast, articles)) for _ in range(ROUNDS)]
    told(f"articles (at least {LEAST}, goal {GOAL})", ARTICLES, rounds)
    rounds = [(anew(articles, fast=False), anew(articles, fast=True)) for _ in range(3)]
    told("articles, a new instance for each", ARTICLES, rounds)
    rounds = [(anew(SHORT, fast=False), anew(SHORT, fast=True)) for _ in range(ROUNDS)]
    told("ten words, a new instance for each", len(SHORT), rounds)
    files = (PROJECT / "plugins" / FAST).rglob("*.py")
    lines = sum(path.read_text(encoding="utf-8").count("\n") for path in files)
    print(f"  lines of code: {lines} (at most {LINES}, goal {GOAL_LINES})")


if __name__ == "__main__":
    main()

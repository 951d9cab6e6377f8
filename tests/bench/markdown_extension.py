"""What the quotations extension adds to Python-Markdown's own time, at most 20 %.

Both convert the same articles in one process, turn and turn about; the best round counts.
"""

from __future__ import annotations

import time

from markdown import Markdown
from markdown.extensions import Extension

from quotations.markdown_ext import QuotationsExtension
from tests.support.corpus import Author

ARTICLES = 150
ROUNDS = 7


def seconds(articles: list[str], extensions: list[Extension | str]) -> float:
    """Return the processor time that converting *articles* takes."""
    md = Markdown(extensions=["extra", "meta", *extensions])
    began = time.process_time()
    for article in articles:
        md.reset()
        md.convert(article)
    return time.process_time() - began


def main() -> None:
    """Measure, and print."""
    articles = list(Author(seed=1).articles(ARTICLES))
    rounds = [
        (seconds(articles, []), seconds(articles, [QuotationsExtension()])) for _ in range(ROUNDS)
    ]
    stock, ours = (min(times) for times in zip(*rounds, strict=True))
    print("Markdown, milliseconds an article")
    print(f"  Python-Markdown with extra and meta  {1000 * stock / ARTICLES:6.2f}")
    print(f"  with the quotations extension        {1000 * ours / ARTICLES:6.2f}")
    print(
        f"  added                                {100 * (ours / stock - 1):5.1f} %  (at most 20 %)"
    )


if __name__ == "__main__":
    main()

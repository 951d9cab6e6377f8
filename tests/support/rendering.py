"""What a text becomes, without a site around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from markdown import Markdown

from quotations.markdown_ext import QuotationsExtension

EXAMPLE = re.compile(
    r"^```markdown\n(?P<source>.*?)^```\n(?P<between>(?:(?!^```).)*?)^```html\n(?P<html>.*?)^```",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text and the HTML that a document says it becomes."""

    path: Path
    line: int
    source: str
    html: str


def examples_in(path: Path) -> list[Example]:
    """Return each fenced ``markdown`` in *path* that a fenced ``html`` follows."""
    text = path.read_text(encoding="utf-8")
    return [
        Example(
            path=path,
            line=text.count("\n", 0, match.start()) + 1,
            source=match["source"],
            html=match["html"],
        )
        for match in EXAMPLE.finditer(text)
    ]


def render(source: str) -> str:
    """Return the HTML of *source*, with the extensions that the site's articles have."""
    return Markdown(
        extensions=["meta", "extra", QuotationsExtension()], output_format="html"
    ).convert(source)


def same_html(html: str) -> str:
    """Return *html* in a form in which only a difference that readers meet is one."""
    return re.sub(r"\s+", " ", BeautifulSoup(html, "html.parser").prettify()).strip()

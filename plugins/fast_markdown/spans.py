"""Links and emphasis in their plainest form, without a search for what may be nested in them."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown import inlinepatterns
from markdown.util import STX

# What follows the first bracket: words, and an address without title, brackets, marks or codes.
LINK = re.compile(rf"([^\[\]]*)\]\(([^()<>\"'\s{STX}]*)\)")
# Words without another sign, neither beginning nor ending with a space.
EMPHASIS = re.compile(r"(\*\*?)(?![\s*])([^*_]+)(?<!\s)\1(?!\*)")
# Before 3.11.2 emphasis had other rules, and is read as it was.
HAS_DELIMITERS = markdown.__version_info__ >= (3, 11, 2)
DelimiterProcessor: Any = inlinepatterns.DelimiterProcessor if HAS_DELIMITERS else object


class FastLink(inlinepatterns.LinkInlineProcessor):
    """Takes ``[words](address)`` at once: without nested signs there is one way to read it."""

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> Any:
        link = LINK.match(data, m.end())
        if link is None:
            return super().handleMatch(m, data)
        element = Element("a")
        element.text = link[1]
        element.set("href", link[2])
        return element, m.start(), link.end()


class FastDelimiters(DelimiterProcessor):  # type: ignore[misc]
    """Takes ``*words*`` and ``**words**`` at once: without a third sign they are a pair."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:
        # Regions are what an earlier match found, and still has to hand out.
        if not self.regions and self.tokens == ["*", "_"]:
            stars = self.delimiters["*"]
            found = EMPHASIS.match(data, m.start())
            if found and not stars.smart and stars.tag_count == 2:
                element = Element(stars.tags[2 - len(found[1])])
                element.text = found[2]
                return element, m.start(), found.end()
        return super().handleMatch(m, data)

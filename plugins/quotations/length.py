"""How long a text is, in words."""

from __future__ import annotations

import re
from typing import Any

from lxml import html

from contract.piece import Piece
from contract.text import text_of

# What repeats the text, says how it was checked, or names a source.
_BESIDE = ("pull-quote", "check", "original", "citation")
# From its first letter or digit to the next space.
_WORD = re.compile(r"[^\W_]\S*")


def count_words(text: str) -> int:
    """Return how many words *text* has; a sign between spaces is none."""
    return len(_WORD.findall(text))


def words_of(article: Piece) -> int:
    """Return how many words an article has; they are counted once."""
    text = text_of(article)
    if text.words is None:
        text.words = own_words(article._content)
    return text.words


def own_words(content: str) -> int:
    """Return how many words an article's HTML has, those that it quotes among them.

    Pull-quotes, originals of translations, what was found in checking, and attributions
    are not counted.
    """
    if not content.strip():
        return 0
    # Without huge_tree, what is nested deeply is lost; the stubs take its root for plain XML.
    parser = html.HTMLParser(huge_tree=True)
    root: Any = html.document_fromstring(f"<body>{content}", parser=parser)
    beside = [each for name in _BESIDE for each in root.find_class(name)]
    for element in [*beside, *root.findall(".//figcaption")]:
        element.drop_tree()
    return count_words(" ".join(map(str, root.itertext())))
